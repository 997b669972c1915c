using CiAnon.Catalogs;
using CiAnon.Policies.Rows;

namespace CiAnon.Planning.Rows;

/// <summary>Which rows stay, resolved against the catalog.</summary>
/// <param name="References">The database's foreign keys and the policy's; of a partitioned table its own, and none of those made for its partitions.</param>
/// <param name="Subset">Null for no subset.</param>
/// <param name="Whole">Tables that stay whole beside a subset, as the policy says.</param>
/// <param name="MayLose">Tables of which rows may be left out, by oid; without those whose every row the policy drops.</param>
public sealed record RowsPlan(IReadOnlyList<Reference> References, SubsetTarget? Subset, IReadOnlySet<uint> Whole, IReadOnlySet<uint> MayLose)
{
    public static RowsPlan All { get; } = new([], null, new HashSet<uint>(), new HashSet<uint>());

    /// <summary>Some rows stay and some go: their keys must be read first.</summary>
    public bool IsSelective => MayLose.Count > 0;
}

/// <summary><c>subset</c> with its table found.</summary>
public sealed record SubsetTarget(Table From, SubsetRule Rule);
