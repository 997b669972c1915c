using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning.Loading;
using CiAnon.Planning.Rows;
using CiAnon.Policies;
using CiAnon.Policies.Rows;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;
using CiAnon.Strategies.Options;

namespace CiAnon.Planning;

/// <summary>Policy × catalog, resolved: for every column of every table exactly one action, with its reason.</summary>
/// <param name="Tables">Every table of the catalog, by schema and name.</param>
/// <param name="Warnings">What the user should know; never an error.</param>
public sealed record Plan(IReadOnlyList<TablePlan> Tables, IReadOnlyList<Diagnostic> Warnings)
{
    private readonly Dictionary<uint, TablePlan> _byOid = Tables.ToDictionary(plan => plan.Table.Oid);

    public IReadOnlyList<TablePlan> Tables
    {
        get;
        init => (field, _byOid) = (value, value.ToDictionary(plan => plan.Table.Oid));
    } = Tables;

    /// <summary>The policy's rules of <c>anonymity</c>, with their tables and columns found.</summary>
    public IReadOnlyList<AnonymityTarget> Anonymity { get; init; } = [];

    /// <summary>Definitions without their secrets, as <c>definitions: { secrets: redact }</c> says.</summary>
    public IReadOnlyList<RedactedEntry> Redacted { get; init; } = [];

    /// <summary>What becomes of the dump's planner statistics; null where it has none.</summary>
    public StatisticsPlan? Statistics { get; init; }

    /// <summary>What refers to objects or rows that aren't in the dump.</summary>
    public IReadOnlyList<UnprovenEntry> Unproven { get; init; } = [];

    /// <summary>Which rows stay.</summary>
    public RowsPlan Rows { get; init; } = RowsPlan.All;

    /// <summary>Which tables PostgreSQL must see; null before that is known, when it is all of them.</summary>
    public LoadPlan? Loading { get; init; }

    /// <summary>How many rows of which table stay, once their keys were read; empty before, and where all do.</summary>
    public IReadOnlyList<SelectedRows> Selected { get; init; } = [];

    public TablePlan this[Table table] => _byOid[table.Oid];
}

/// <summary>What happens to one table.</summary>
public sealed record TablePlan(Table Table, RowsMode Rows, IReadOnlyList<ColumnPlan> Columns)
{
    /// <summary>Which of the rows stay by themselves; null for all of them.</summary>
    public RowsFilter? Filter { get; init; }

    /// <summary>The table whose entry in the policy has the filter: this one, or one that it is a part or child of.</summary>
    public Table? FilterOwner { get; init; }

    /// <summary>Rows may be left out: by the filter, for want of what they refer to, or as no subset needs them.</summary>
    public bool MayLoseRows { get; init; }

    /// <summary>The rows move among the partitions of a tree; null where they stay in their table.</summary>
    public MovedRows? Moved { get; init; }

    public ColumnPlan? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Column.Name == column);
}

/// <summary>What happens to one column, and why.</summary>
/// <param name="Strategy">Null unless masked.</param>
/// <param name="Mask">The compiled function; null unless masked.</param>
/// <param name="Reason">For people: the rule, the kind of structural column, or who decided to keep it.</param>
/// <param name="Ledger">Reason, owner and end of a keep, or of a condition that keeps rows, that was written down.</param>
/// <param name="Position">The rule's place in the policy; null when no rule was needed.</param>
public sealed record ColumnPlan(
    Column Column,
    ColumnAction Action,
    StrategyDefinition? Strategy,
    OptionValues Options,
    Mask? Mask,
    string Reason,
    Decision? Ledger,
    SourcePosition? Position)
{
    /// <summary>What the values say of a person, as far as rule and name tell; null when nothing speaks for personal data.</summary>
    public PersonalKind? Kind { get; init; }

    /// <summary>The same for people: where only a strategy speaks that hides anything, it doesn't say what. Verification searches for <see cref="Kind"/>.</summary>
    public PersonalKind? ReportedKind { get; init; }

    /// <summary>Which rows the strategy masks; the values of all others stay. Null where it masks all.</summary>
    public RowCondition? Condition { get; init; }

    /// <summary>The policy says that no two rows have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>What a machine took the column for, where it only proposed the rule: undecided. Null where somebody decided, or no rule was needed.</summary>
    public string? Proposed { get; init; }
}

/// <summary>The kind of decision that a column got.</summary>
public enum ColumnAction
{
    /// <summary>A strategy replaces the values.</summary>
    Masked,

    /// <summary>A person decided that the values stay.</summary>
    Kept,

    /// <summary>The planner classified the column: it carries structure, not people.</summary>
    Structural,

    /// <summary>Computed from other columns on restore; the dump has no values of it.</summary>
    Generated,

    /// <summary>The dump has no rows for the table, or the policy drops them.</summary>
    Empty,

    /// <summary>Nobody decided: only in a <see cref="PlanReview"/>, never in a plan that a run follows.</summary>
    Undecided,
}
