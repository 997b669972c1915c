using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Text;

namespace CiAnon.Planning;

/// <summary>What the planner must know besides policy and catalog.</summary>
/// <param name="Key">The run key.</param>
/// <param name="HasRows">Whether the dump has rows for a table.</param>
/// <param name="RowBound">Upper bound of a table's rows, from its stored size; no row is read for it.</param>
/// <param name="SequenceValue">What the dump sets a sequence to when it has been used, or null.</param>
/// <param name="AsciiOnly">The dump's encoding isn't UTF-8.</param>
/// <param name="HasLargeObjects">The dump has large objects.</param>
public sealed record PlanningFacts(
    RunKey Key,
    Func<Table, bool> HasRows,
    Func<Table, long> RowBound,
    Func<OwnedSequence, ulong?> SequenceValue,
    bool AsciiOnly,
    bool HasLargeObjects)
{
    /// <summary>Reads texts for <c>free_text</c>; null where no row will be masked.</summary>
    public IProse? Prose { get; init; }

    /// <summary>Loads an assembly, by its absolute path; null where no code may be loaded.</summary>
    public Func<string, CustomStrategies>? Plugins { get; init; }
}
