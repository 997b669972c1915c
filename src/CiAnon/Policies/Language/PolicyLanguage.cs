using CiAnon.Strategies;

namespace CiAnon.Policies.Language;

/// <summary>The policy file's keys as data, with the strategies and locales that its values may name. Written down only here.</summary>
public sealed partial class PolicyLanguage
{
    /// <summary>The strategy that leaves a column as it is and takes a decision.</summary>
    public const string Keep = "keep";

    public const string KeepAll = "all";

    /// <summary>What leaves a database of a cluster's script out.</summary>
    public const string DropDatabase = "drop";

    /// <summary>What takes a value out of a JSON column.</summary>
    public const string Delete = "delete";

    /// <summary>What writes a value of the policy's into a JSON column.</summary>
    public const string Set = "set";

    public static readonly PolicyKey Version = new("version", PolicyValueType.Integer,
        "Version of the policy's language.", Required: true, Minimum: 1, Maximum: 1);

    public static readonly PolicyKey Presets = new("preset", PolicyValueType.Presets,
        "Rules for the tables of known products, which ship with the tool; whatever the policy says itself wins, and tables that the dump lacks are no error.");

    public static readonly PolicyKey Unlisted = new("unlisted", PolicyValueType.Choice,
        "What happens to columns that no rule names: `fail` the run, `keep` them, or `mask` them. Keys, booleans, enums and other columns without a sign of personal data need no rule in any case.",
        "fail", Choices: Words<UnlistedMode>());

    public static readonly PolicyKey Defaults = new("defaults", PolicyValueType.StrategyDefaults,
        "Options per strategy; a rule's own options win.");

    public static readonly PolicyKey Columns = new("columns", PolicyValueType.ColumnRules,
        "Rules by column name or glob (`*_phone`) for every table; a table's own rule wins, unless it only keeps by a glob.");

    public static readonly PolicyKey Tables = new("tables", PolicyValueType.Tables,
        "Rules by table: schema `public` unless written `schema.table`, quoted as in SQL where needed.");

    public static readonly PolicyKey Databases = new("databases", PolicyValueType.Databases,
        "Of a script of a whole cluster (`pg_dumpall`): what holds for each database beside what stands above, or `drop` to leave it out. A database with tables that isn't named stops the run.");

    public static readonly PolicyKey Roles = new("roles", PolicyValueType.Choice,
        "Of a script of a whole cluster: `drop` leaves out its roles, and owners, grants and settings that name one, so that all belongs to whoever restores it; `keep` leaves them, their passwords only as `definitions` and `verify: allow` say.",
        "drop", Choices: Words<RolesMode>());

    public static readonly PolicyKey LargeObjects = new("large_objects", PolicyValueType.Choice,
        "What happens to large objects: `drop` empties them, `keep` leaves them. A dump that has some needs a decision.",
        Choices: Words<LargeObjectMode>());

    public static readonly PolicyKey Definitions = new("definitions", PolicyValueType.Definitions,
        "What happens to the SQL of the table of contents: views, functions, defaults, options, settings.");

    public static readonly PolicyKey Secrets = new("secrets", PolicyValueType.Choice,
        "What happens to passwords, keys and tokens in definitions: `refuse` fails the run unless `verify: allow` lets one through, `redact` replaces just the secret by `***`.",
        "refuse", Choices: Words<SecretsMode>());

    public static readonly PolicyKey RequireReasons = new("require_reasons", PolicyValueType.Choice,
        "`true`: nothing is kept without a `reason`; `keep: all` and `unlisted: keep`, which have no place for one, are errors then.",
        "false", Choices: ["true", "false"]);

    public static readonly PolicyKey Undecided = new("undecided", PolicyValueType.Choice,
        "What a run does about rules that were only `proposed`: `warn` of them, or `fail`. Where the policy doesn't say, it fails where a CI host is detected, and warns elsewhere.",
        Choices: Words<UndecidedMode>());

    public static readonly PolicyKey Verify = new("verify", PolicyValueType.Verify,
        "The team's own checks, and what `residual` and `patterns` may find.");

    public static readonly PolicyKey Anonymity = new("anonymity", PolicyValueType.AnonymityRules,
        "What must hold for combinations of columns after masking; without it, likely combinations are measured and reported only.");

    public static readonly PolicyKey Retention = new("retention", PolicyValueType.Days,
        "How long the artefact may be kept; the report names the last day.", "7 days", Minimum: 1, Maximum: 30);

    public static readonly PolicyKey TargetHosts = new("target_hosts", PolicyValueType.TextList,
        "Hosts of databases that may be rewritten (`sanitize`, `sync`), as connection strings name them, or globs such as `*.staging.internal`; every other is refused. Without it, other signs of production alone refuse one.");

    public static readonly PolicyKey Proof = new("proof", PolicyValueType.Choice,
        "How the finished artefact is proven: `reread` opens and compares it, `restore` also restores it into a second database.",
        "reread", Choices: Words<ProofMode>());

    public static readonly PolicyKey TableColumns = new("columns", PolicyValueType.ColumnRules, "Rules by column name or glob in this table.");

    public static readonly PolicyKey TableKeep = new("keep", PolicyValueType.Keep,
        "Columns that were reviewed and stay as they are: a list, a mapping to decisions, or `all` for every column that no rule names, here or under the whole policy's `columns`.");

    public static readonly PolicyKey TableRows = new("rows", PolicyValueType.Rows,
        "Which rows the artefact has: `all`, `none`, or a mapping. Rows that refer to rows that are left out go, too.", "all", Choices: Words<RowsMode>());

    public static readonly PolicyKey SqlChecks = new("sql", PolicyValueType.TextList,
        "Globs of SQL files, relative to the policy's folder; each query returns (check, violations).");

    public static readonly PolicyKey Allow = new("allow", PolicyValueType.Allowances,
        "Findings of `residual` and `patterns` that somebody looked at and allows.");

    public static readonly PolicyKey Patterns = new("patterns", PolicyValueType.PatternLimits,
        "How many values of one column may look like a kind of personal data, as a number or a share of the column's values.");

    public static readonly PolicyKey AllowObject = new("object", PolicyValueType.Text,
        "A glob over `schema.table.column`, or over an entry of the table of contents such as `VIEW shop.v`.", Required: true);

    public static readonly PolicyKey AllowKind = new("kind", PolicyValueType.Choice,
        "The kind of personal data; every kind when not given.", Choices: [.. PersonalKinds.All.Select(kind => kind.Name)]);

    public static readonly PolicyKey AllowCheck = new("check", PolicyValueType.Choice,
        "The check that may find it; both when not given.", Choices: ["residual", "patterns"]);

    public static readonly PolicyKey AllowReason = new("reason", PolicyValueType.Text,
        "Why it may be there; the report shows it.", Required: true);

    public static readonly PolicyKey AnonymityTable = new("table", PolicyValueType.Text,
        "The table, named as under `tables`; a partitioned table with all its partitions.", Required: true);

    public static readonly PolicyKey AnonymityColumns = new("columns", PolicyValueType.TextList,
        "The columns that together may single out a person (quasi-identifiers).", Required: true);

    public static readonly PolicyKey AnonymityK = new("k", PolicyValueType.Integer,
        "Rows that every combination must have at least; NULL counts as a value.", Required: true, Minimum: 2, Maximum: 1_000_000);

    public static readonly PolicyKey AnonymityL = new("l", PolicyValueType.Diversity,
        "By sensitive column: different values that every combination must have at least; 2 or more.", Minimum: 2, Maximum: 1_000_000);

    public static readonly PolicyKey Reason = new("reason", PolicyValueType.Text, "Why it stays as it is; the report shows it.");

    public static readonly PolicyKey Proposed = new("proposed", PolicyValueType.Text,
        "What `init` or `audit --fix` took the column for where they weren't sure: nobody has decided. Whoever decides removes the key, or turns a `keep`'s into `reason`.");

    public static readonly PolicyKey Owner = new("owner", PolicyValueType.Text, "Who decided.");

    public static readonly PolicyKey Until = new("until", PolicyValueType.Date, "Last day on which the decision holds; a run after it fails.");

    public static readonly PolicyKey Strategy = new("strategy", PolicyValueType.Strategy,
        "The strategy's name; its options stand beside it.", Required: true);

    public static readonly PolicyKey When = new("when", PolicyValueType.Conditions,
        "Masks only rows that the condition holds for, by their original values; of a list, all must hold. Values of other rows stay, and `patterns` judges them as kept ones. What compares with NULL can't be told, and is masked.");

    public static readonly PolicyKey Unless = new("unless", PolicyValueType.Conditions,
        "Masks all rows but those that the condition holds for; of a list, one is enough.");

    public static readonly PolicyKey RuleLocale = new("locale", PolicyValueType.Locale, "The locale of this rule's names, addresses and phone formats, where it isn't the policy's; of a rule inside of a value, where it isn't that of the rule around it.");

    public static readonly PolicyKey Nulls = new("null", PolicyValueType.Choice,
        "What happens to NULL: `keep` leaves it; `replace` gives it a pseudonym, drawn from the column that `by` names, or the same one in every row. A rule inside of a value says so of the NULLs that it meets there.",
        "keep", Choices: ["keep", "replace"]);

    public static readonly PolicyKey Unique = new("unique", PolicyValueType.Choice,
        "No two rows may have the same value, as if the column had a UNIQUE constraint: for what only the application keeps unique. Refused where the strategy lets different values meet; of `sql` and `command` nobody can know, and it is their word, which in a key of several columns is all that it says. PostgreSQL counts over the rows that are published, and `keys` fails where a value stands in two.",
        "false", Choices: ["true", "false"]);

    public static readonly PolicyKey Spread = new("spread", PolicyValueType.Spread,
        "Several pseudonyms per value, against whoever counts how often one occurs; which of them a row gets, the column named here says. Only where nothing has to be equal: refused on keys, on what refers to them, and where other tables share the pseudonyms.");

    public static readonly PolicyKey SpreadBy = new("by", PolicyValueType.Text, "The column whose original value says which pseudonym a row gets, such as `customer_id`; rows where it is NULL share one.", Required: true);

    public static readonly PolicyKey SpreadPseudonyms = new("pseudonyms", PolicyValueType.Integer, "How many a value has at most.", "16", Minimum: 2, Maximum: 256);

    public static readonly PolicyKey ConditionColumn = new("column", PolicyValueType.Text, "A column of the same table.", Required: true);

    public static readonly PolicyKey ConditionEquals = new("equals", PolicyValueType.Scalar, "Is this value, written as for the column's type.");

    public static readonly PolicyKey ConditionIn = new("in", PolicyValueType.TextList, "Is one of these values.");

    public static readonly PolicyKey ConditionMatches = new("matches", PolicyValueType.Text,
        "A regular expression that is found somewhere in the value; no backreferences and lookarounds.");

    public static readonly PolicyKey ConditionIsNull = new("is_null", PolicyValueType.Choice, "Whether the value is NULL.", Choices: ["true", "false"]);

    public static readonly PolicyKey ConditionLessThan = new("less_than", PolicyValueType.Scalar, "Is a smaller number, or an earlier date or timestamp.");

    public static readonly PolicyKey ConditionAtMost = new("at_most", PolicyValueType.Scalar, "Is no larger and no later.");

    public static readonly PolicyKey ConditionGreaterThan = new("greater_than", PolicyValueType.Scalar, "Is a larger number, or a later date or timestamp.");

    public static readonly PolicyKey ConditionAtLeast = new("at_least", PolicyValueType.Scalar, "Is no smaller and no earlier.");

    private readonly Dictionary<string, StrategyDefinition> _byName;

    /// <param name="strategies">All there are; the one named <c>keep</c> must be among them.</param>
    /// <param name="locales">All there are; <c>en</c> is the default.</param>
    public PolicyLanguage(IReadOnlyList<StrategyDefinition> strategies, IReadOnlyList<string> locales)
    {
        Strategies = strategies;
        _byName = strategies.ToDictionary(strategy => strategy.Name);
        KeepStrategy = _byName[Keep];
        Locale = new("locale", PolicyValueType.Choice, "Locale of names, addresses and phone formats.", "en", Choices: locales);
        Root = new("", "the policy",
            [Version, Presets, Locale, Unlisted, RequireReasons, Undecided, Defaults, Columns, Tables, Exclude, Subset, References, LargeObjects, Definitions, Verify, Anonymity, Retention, Proof, TargetHosts, Databases, Roles]);
        Database = new("databases.DATABASE", "a database", [.. Root.Keys.Except([Version, Undecided, Retention, TargetHosts, Databases, Roles])]);
    }

    public PolicyKey Locale { get; }

    public PolicySection Root { get; }

    /// <summary>What may be otherwise for one database of a cluster's script.</summary>
    public PolicySection Database { get; }

    public static PolicySection Table { get; } = new("tables.TABLE", "a table", [TableColumns, TableKeep, TableRows]);

    public static PolicySection DefinitionsSection { get; } = new("definitions", "'definitions'", [Secrets]);

    public static PolicySection VerifySection { get; } = new("verify", "'verify'", [SqlChecks, Allow, Patterns]);

    public static PolicySection Allowance { get; } = new("verify.allow[]", "an entry of 'allow'",
        [AllowObject, AllowKind, AllowCheck, AllowReason, Owner, Until]);

    public static PolicySection AnonymityRule { get; } = new("anonymity[]", "an entry of 'anonymity'",
        [AnonymityTable, AnonymityColumns, AnonymityK, AnonymityL]);

    public static PolicySection Decision { get; } = new("keep.COLUMN", "a decision", [Reason, Owner, Until, Proposed]);

    public static PolicySection Rule { get; } = new("columns.COLUMN", "a rule", [Strategy, RuleLocale, Nulls, Unique, Spread, Proposed, When, Unless]);

    public static PolicySection SpreadSection { get; } = new("columns.COLUMN.spread", "'spread'", [SpreadBy, SpreadPseudonyms]);

    public static PolicySection Condition { get; } = new("columns.COLUMN.when", "a condition",
        [ConditionColumn, ConditionEquals, ConditionIn, ConditionMatches, ConditionIsNull, ConditionLessThan, ConditionAtMost, ConditionGreaterThan, ConditionAtLeast, Reason, Owner, Until]);

    /// <summary>All sections, in the order of the docs.</summary>
    public IReadOnlyList<PolicySection> Sections => [Root, Table, Rows, SubsetSection, ReferenceSection, Rule, Condition, SpreadSection, Decision, DefinitionsSection, VerifySection, Allowance, AnonymityRule];

    public IReadOnlyList<StrategyDefinition> Strategies { get; }

    public StrategyDefinition KeepStrategy { get; }

    public StrategyDefinition? Find(string strategy) => _byName.GetValueOrDefault(strategy);

    private static IReadOnlyList<string> Words<T>() where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
