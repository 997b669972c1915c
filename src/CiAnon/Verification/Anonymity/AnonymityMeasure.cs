using CiAnon.Catalogs;
using CiAnon.Diagnostics;

namespace CiAnon.Verification.Anonymity;

/// <summary>How far the rows of one table can be told apart by a combination of columns. Counts only.</summary>
/// <param name="RequiredK">Null where the policy declares nothing.</param>
/// <param name="Diversity">One per sensitive column.</param>
/// <param name="Position">The rule's place in the policy; null where the policy declares nothing.</param>
/// <param name="Sizes">Size classes that have groups, smallest first.</param>
public sealed record AnonymityMeasure(
    Table Table,
    IReadOnlyList<Column> Columns,
    int? RequiredK,
    IReadOnlyList<AnonymityDiversity> Diversity,
    SourcePosition? Position,
    IReadOnlyList<AnonymitySize> Sizes)
{
    /// <summary>Where a table has no declared threshold, smaller groups than this are counted as small.</summary>
    public const int UsualK = 5;

    public bool IsDeclared => RequiredK is not null;

    public long Rows => Sizes.Sum(size => size.Rows);

    public long Groups => Sizes.Sum(size => size.Groups);

    /// <summary>Rows of the smallest group; 0 when there are no rows.</summary>
    public long K => Sizes.Count == 0 ? 0 : Sizes.Min(size => size.Least);

    public long UniqueRows => Sizes.Where(size => size.From == 1).Sum(size => size.Rows);

    /// <summary>Rows in groups smaller than the threshold.</summary>
    public long RowsBelow => Sizes.Sum(size => size.RowsBelow);
}

/// <summary>Groups of about one size.</summary>
/// <param name="From">Smallest size of the class.</param>
/// <param name="Least">Smallest size that there is.</param>
/// <param name="RowsBelow">Rows in those of the groups that are smaller than the threshold.</param>
public sealed record AnonymitySize(long From, long Groups, long Rows, long Least, long RowsBelow);

/// <summary>Different values of a sensitive column within the groups; NULL counts as a value.</summary>
/// <param name="L">The fewest within one group; 0 when there are no rows.</param>
/// <param name="GroupsBelow">Groups that have fewer than required.</param>
public sealed record AnonymityDiversity(Column Column, int RequiredL, long L, long GroupsBelow);
