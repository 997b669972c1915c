using CiAnon.Diagnostics;
using CiAnon.Policies.Rows;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies;

/// <summary>The YAML file that a team keeps in git, read and checked; every rule knows its place in the file.</summary>
/// <param name="Path">As given on the command line.</param>
/// <param name="Sha256">Of the file's bytes, lower-case hex.</param>
/// <param name="Locale">Of names, addresses and phone formats.</param>
/// <param name="Unlisted">What happens to columns that no rule names.</param>
/// <param name="Columns">Rules by column name for every table, in the file's order.</param>
/// <param name="Tables">Rules by table, in the file's order.</param>
/// <param name="LargeObjects">Null when the file doesn't say.</param>
/// <param name="SqlChecks">Globs of SQL files, relative to the policy's folder.</param>
/// <param name="RetentionDays">1 to 30.</param>
/// <param name="Proof">How the finished artefact is proven.</param>
public sealed record Policy(
    string Path,
    string Sha256,
    string Locale,
    UnlistedMode Unlisted,
    IReadOnlyList<ColumnRule> Columns,
    IReadOnlyList<TablePolicy> Tables,
    LargeObjectMode? LargeObjects,
    IReadOnlyList<SqlCheckFiles> SqlChecks,
    int RetentionDays,
    ProofMode Proof)
{
    /// <summary>The file states the retention itself: nobody may keep the artefact longer.</summary>
    public bool IsRetentionDecided { get; init; }

    /// <summary>Every decision to keep a column needs a reason.</summary>
    public bool RequireReasons { get; init; }

    /// <summary>What a run does about rules that were only proposed; null when the file doesn't say.</summary>
    public UndecidedMode? Undecided { get; init; }

    /// <summary>Findings of <c>residual</c> and <c>patterns</c> that somebody looked at and allows.</summary>
    public IReadOnlyList<Allowance> Allowed { get; init; } = [];

    /// <summary>How many values of a kind <c>patterns</c> tolerates in one column, where it isn't the default.</summary>
    public IReadOnlyDictionary<PersonalKind, PatternLimit> PatternLimits { get; init; } = new Dictionary<PersonalKind, PatternLimit>();

    /// <summary>What happens to secrets in definitions.</summary>
    public SecretsMode Secrets { get; init; }

    /// <summary>What the file says of the databases of a cluster's script; null where it speaks of one database alone, or was read for one of them.</summary>
    public IReadOnlyList<DatabaseRule>? Databases { get; init; }

    /// <summary>What happens to the roles of a cluster's script.</summary>
    public RolesMode Roles { get; init; } = RolesMode.Drop;

    /// <summary>Hosts, or globs over them, of databases that may be rewritten; empty where the file doesn't say.</summary>
    public IReadOnlyList<string> TargetHosts { get; init; } = [];

    /// <summary>What to tell of a policy that is another tool's file; none for one of ours.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>Rules of products that the tool knows, below all that the policy says itself.</summary>
    public IReadOnlyList<PresetPolicy> Presets { get; init; } = [];

    /// <summary>What must hold for combinations of columns after masking.</summary>
    public IReadOnlyList<AnonymityRule> Anonymity { get; init; } = [];

    /// <summary>Only the rows that some rows of one table need; null for no subset.</summary>
    public SubsetRule? Subset { get; init; }

    /// <summary>Foreign keys that the database doesn't state.</summary>
    public IReadOnlyList<ReferenceRule> References { get; init; } = [];

    /// <summary>Tables whose rows are left out, unless they have a word of their own.</summary>
    public IReadOnlyList<ExcludedTables> Excluded { get; init; } = [];
}

/// <summary>One entry of <c>databases:</c>.</summary>
/// <param name="IsDropped">It is left out as a whole.</param>
public sealed record DatabaseRule(string Name, bool IsDropped, SourcePosition Position);

/// <summary>One entry of <c>verify: allow:</c>: what may be found where, why, and until when.</summary>
/// <param name="Object">
/// A glob over <c>schema.table.column</c>, or over an entry of the table of contents (<c>VIEW shop.v</c>); schema <c>public</c> when
/// none is given.
/// </param>
/// <param name="Kind">Null allows every kind.</param>
/// <param name="Check"><c>residual</c>, <c>patterns</c>, or null for both.</param>
public sealed record Allowance(string Object, PersonalKind? Kind, string? Check, Decision Decision)
{
    /// <param name="name"><c>schema.table.column</c>.</param>
    public bool Covers(string name, PersonalKind kind) => (Kind ?? kind) == kind
        && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Object.Split('.').Length < 3 ? $"public.{Object}" : Object, name, ignoreCase: false);

    /// <param name="entry">An entry of the table of contents: <c>USER MAPPING app SERVER archive</c>.</param>
    public bool CoversEntry(string entry, PersonalKind kind) =>
        (Kind ?? kind) == kind && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Object, entry, ignoreCase: false);
}

/// <summary>Values that may look like a kind in one column: a number, or a share of the column's values.</summary>
/// <param name="Count">Null when <paramref name="Share"/> is given.</param>
/// <param name="Share">0 to 1; null when <paramref name="Count"/> is given.</param>
public sealed record PatternLimit(long? Count, double? Share);

/// <summary>One entry of <c>anonymity:</c>.</summary>
/// <param name="Table">As written; resolved against the catalog by the planner.</param>
/// <param name="Columns">The quasi-identifiers.</param>
/// <param name="K">Rows that every combination must share at least; 2 or more.</param>
/// <param name="L">By sensitive column: different values that every combination must have at least.</param>
public sealed record AnonymityRule(string Table, IReadOnlyList<string> Columns, int K, IReadOnlyDictionary<string, int> L, SourcePosition Position);

/// <summary>A strategy with its options for one column name or glob.</summary>
/// <param name="Column">A column's name as written, or a glob with <c>*</c>.</param>
/// <param name="Strategy">The strategy's definition.</param>
/// <param name="Options">Checked options; the policy's <c>defaults</c> for the strategy are merged in.</param>
/// <param name="Decision">Reason, owner and end of a <c>keep</c> or of a condition; null where nothing is kept.</param>
public sealed record ColumnRule(string Column, StrategyDefinition Strategy, OptionValues Options, Decision? Decision, SourcePosition Position)
{
    /// <summary>Whether the rule is for whatever column there is: then it says nothing about any of them.</summary>
    public bool NamesEverything => Column.Trim('*').Length == 0;

    /// <summary>Whether the rule keeps the column without naming it: then nobody need have thought of it.</summary>
    public bool KeepsByPattern(string column) => Strategy.Name == "keep" && Column != column;

    /// <summary>Of names, addresses and phone formats; null where it is the policy's.</summary>
    public string? Locale { get; init; }

    /// <summary>It stands above <c>databases</c>: it need not match in each of them.</summary>
    public bool IsShared { get; init; }

    /// <summary>NULL gets a pseudonym, too.</summary>
    public bool ReplacesNull { get; init; }

    /// <summary>No two rows may have the same value, whatever the schema says.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Several pseudonyms per value; null for one.</summary>
    public Spread? Spread { get; init; }

    /// <summary>Which rows are masked; null for all.</summary>
    public RowCondition? Condition { get; init; }

    /// <summary>What a machine took the column for, where it only proposed the rule; null once somebody decided.</summary>
    public string? Proposed { get; init; }
}

/// <summary>Everything the policy says of one table.</summary>
/// <param name="Name">As written; resolved against the catalog by the planner.</param>
/// <param name="Columns">Own rules, kept columns included (strategy <c>keep</c>).</param>
/// <param name="KeepAll">Set by <c>keep: all</c>: every column that no rule names was reviewed and is kept.</param>
/// <param name="Rows">Which rows the artefact has.</param>
public sealed record TablePolicy(string Name, IReadOnlyList<ColumnRule> Columns, Decision? KeepAll, RowsMode Rows, SourcePosition Position)
{
    /// <summary>The entry says itself which rows there are.</summary>
    public bool StatesRows { get; init; }

    /// <summary>Which rows of <see cref="RowsMode.All"/> stay; null for each of them.</summary>
    public RowsFilter? Filter { get; init; }
}

/// <summary>Why something stays as it is, in a person's words, who said so, and until when (inclusive).</summary>
public sealed record Decision(string? Reason, string? Owner, DateOnly? Until, SourcePosition Position);

/// <summary>A glob of SQL files under <c>verify: sql:</c>.</summary>
public sealed record SqlCheckFiles(string Glob, SourcePosition Position);

/// <summary>What happens to columns that no rule names.</summary>
public enum UnlistedMode
{
    Fail,
    Keep,
    Mask,
}

/// <summary>What a run does about rules that were only proposed.</summary>
public enum UndecidedMode
{
    Warn,
    Fail,
}

/// <summary>Which rows of a table the artefact has.</summary>
public enum RowsMode
{
    All,
    None,
}

/// <summary>What happens to large objects: emptied, or kept as they are.</summary>
public enum LargeObjectMode
{
    Drop,
    Keep,
}

/// <summary>What happens to secrets in definitions: the check <c>patterns</c> finds them, or they are replaced.</summary>
public enum SecretsMode
{
    Refuse,
    Redact,
}

/// <summary>How the finished artefact is proven: read again, or restored into a second database too.</summary>
public enum ProofMode
{
    Reread,
    Restore,
}

/// <summary>What happens to the roles of a cluster's script, and to what names one: left out, or left as they are.</summary>
public enum RolesMode
{
    Keep,
    Drop,
}
