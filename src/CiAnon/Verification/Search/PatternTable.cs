using CiAnon.Planning;
using CiAnon.Recognition.Patterns;

namespace CiAnon.Verification.Search;

/// <summary>What was scanned of one table.</summary>
/// <param name="Name"><c>schema.table</c>.</param>
/// <param name="Columns">One per field of the scanner.</param>
/// <param name="Plan">For the decisions on its columns.</param>
/// <param name="Scanner">The merged scanner of all threads.</param>
internal sealed record PatternTable(string Name, IReadOnlyList<string> Columns, TablePlan Plan, PatternScanner Scanner)
{
    /// <summary>What conditions of rules kept in the same table; empty in that itself, and where nobody saw it pass.</summary>
    public IReadOnlyList<PatternTable> Kept { get; init; } = [];

    /// <summary>The values are those that conditions kept, and no others.</summary>
    public bool IsKept { get; init; }
}
