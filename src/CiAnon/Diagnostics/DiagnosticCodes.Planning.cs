namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode UnknownTable = new("CIANON1201", Severity.Error, ExitCode.Usage,
        "The policy names a table that the dump doesn't have", "Correct the name, or remove the table from the policy.");

    public static readonly DiagnosticCode UnknownColumn = new("CIANON1202", Severity.Error, ExitCode.Usage,
        "The policy names a column that the table doesn't have", "Correct the name, or remove the column from the policy.");

    public static readonly DiagnosticCode Undecided = new("CIANON1203", Severity.Error, ExitCode.Usage,
        "Columns without a decision",
        "`ci-anon init DUMP` starts a policy, and `ci-anon audit DUMP --fix` adds a proposed rule for each. Or give each column a strategy, or list it under the table's keep.");

    public static readonly DiagnosticCode RuleMatchesNothing = new("CIANON1204", Severity.Error, ExitCode.Usage,
        "A rule matches no column", "A rule that does nothing hides a typing error or a renamed column: correct or remove it.");

    public static readonly DiagnosticCode TypeDoesNotFit = new("CIANON1205", Severity.Error, ExitCode.Usage,
        "The strategy doesn't fit the column's type", "See `ci-anon strategies NAME` for the types that it takes.");

    public static readonly DiagnosticCode StrategyDoesNotFit = new("CIANON1206", Severity.Error, ExitCode.Usage,
        "The strategy doesn't fit the column's length, bounds or options", "Change the option that the message names, or take another strategy.");

    public static readonly DiagnosticCode NotNullColumn = new("CIANON1207", Severity.Error, ExitCode.Usage,
        "A NOT NULL column can't become NULL", "Use constant, redact or empty instead of null.");

    public static readonly DiagnosticCode NotUnique = new("CIANON1208", Severity.Error, ExitCode.Usage,
        "The strategy can't keep a unique column unique", "Use a strategy that keeps values distinct: email, hash, digits.");

    public static readonly DiagnosticCode KeyConflict = new("CIANON1209", Severity.Error, ExitCode.Usage,
        "Rules on the two ends of a foreign key don't agree",
        "Put the rule on the referenced column only; referencing columns inherit it.");

    public static readonly DiagnosticCode GeneratedColumn = new("CIANON1210", Severity.Error, ExitCode.Usage,
        "A generated column can't have a rule", "It is computed from other columns on restore: mask those.");

    public static readonly DiagnosticCode PartitionKey = new("CIANON1211", Severity.Error, ExitCode.Usage,
        "A masked partition key moves rows to where they can't be",
        "Rows go to the partitions that their masked values belong to: the whole partition tree must have one rule per column, and every partition must be in the dump with its rows.");

    public static readonly DiagnosticCode TableNamedTwice = new("CIANON1212", Severity.Error, ExitCode.Usage,
        "Two entries of the policy name the same table", "Merge them into one.");

    public static readonly DiagnosticCode LargeObjectsUndecided = new("CIANON1213", Severity.Error, ExitCode.Usage,
        "The dump has large objects and the policy doesn't say what happens to them", "Add `large_objects: drop` or `large_objects: keep`.");

    public static readonly DiagnosticCode KeptUnlisted = new("CIANON1214", Severity.Warning, ExitCode.Done,
        "Columns are kept although nobody decided on them", "`unlisted: keep` lets new personal columns through: prefer `unlisted: fail`.");

    public static readonly DiagnosticCode NoMaskFor = new("CIANON1215", Severity.Error, ExitCode.Usage,
        "No strategy of unlisted: mask fits a column", "Give the column a strategy of its own, or keep it.");

    public static readonly DiagnosticCode AnonymityColumns = new("CIANON1216", Severity.Error, ExitCode.Usage,
        "A rule of anonymity names a column twice",
        "Name each column once; a column of `l` can't be one of `columns` too, as every combination has a single value of those.");

    public static readonly DiagnosticCode RoomCutsPseudonyms = new("CIANON1217", Severity.Warning, ExitCode.Done,
        "A column's room cuts its pseudonyms",
        "Nothing leaks, but short results say little, and different values may get the same one. Take a strategy that needs less room, such as digits; where roomier columns share the pseudonyms, give the short one a `seed` of its own.");

    public static readonly DiagnosticCode UndecidedRules = new("CIANON1218", Severity.Error, ExitCode.Usage,
        "Rules that were proposed and that nobody decided on",
        "Look at each: change it or leave it, and remove its `proposed`; of a column that you keep, turn it into a `reason` of yours. `undecided: warn` in the policy lets a run in CI go on.");

    public static readonly DiagnosticCode UndecidedRulesGoOn = new("CIANON1219", Severity.Warning, ExitCode.Done,
        "The run goes on with rules that nobody decided on", "In CI it would stop. Look at each rule, and remove its `proposed`, or turn it into a `reason`. `undecided: fail` stops a run everywhere.");

    public static readonly DiagnosticCode ExpressionRefused = new("CIANON1220", Severity.Error, ExitCode.Usage,
        "PostgreSQL can't evaluate an expression of the policy",
        "An `sql` rule takes one expression over one row: `value` and the table's columns by name, functions of PostgreSQL and of the dump, no table, no aggregate.");

    public static readonly DiagnosticCode ProgramMissing = new("CIANON1221", Severity.Error, ExitCode.Usage,
        "A program of the policy isn't there",
        "A `command` with a slash is relative to the policy's folder; without one it is searched on the search path. It must be executable.");
    public static readonly DiagnosticCode RowsCondition = new("CIANON1222", Severity.Error, ExitCode.Usage,
        "A condition on rows can't be judged", "A condition is SQL that is true or false of one row, by its own columns as the dump has them: no subqueries, no functions that read tables.");

    public static readonly DiagnosticCode ReferenceDoesNotFit = new("CIANON1223", Severity.Error, ExitCode.Usage,
        "What rows are told by doesn't fit the table", "Columns of a reference and of its key pair up one by one, and a dump has values of all that aren't generated.");

    public static readonly DiagnosticCode LargeObjectsOfAllRows = new("CIANON1224", Severity.Warning, ExitCode.Done,
        "Large objects of rows that are left out are kept", "`large_objects: drop` leaves out their contents; kept ones are searched for originals all the same.");

    public static readonly DiagnosticCode EqualityNeeded = new("CIANON1230", Severity.Error, ExitCode.Usage,
        "A column whose values must stay equal can't have several pseudonyms per value",
        "Keys, what refers to them, and columns that share their pseudonyms with other tables need one pseudonym per value: remove `spread`; of columns that needn't be equal, give one a `seed` of its own.");

    public static readonly DiagnosticCode CantSpread = new("CIANON1231", Severity.Error, ExitCode.Usage,
        "A strategy has no pseudonyms that could be spread",
        "`spread` divides what a strategy makes of a value and the key alone: names, addresses, hashes, digits. Fixed results, noise by other columns, programs and reversible encryption have nothing to divide.");

    public static readonly DiagnosticCode ThinPool = new("CIANON1232", Severity.Warning, ExitCode.Done,
        "A strategy draws from far fewer values than the column may have",
        "Nothing leaks, but many people get the same name, and what is tested with them looks unlike production: take a locale with more values (`ci-anon strategies NAME` says how many each has), or `name`, which pairs first and last names.");

    public static readonly DiagnosticCode ConstraintRefuses = new("CIANON1237", Severity.Error, ExitCode.Usage,
        "A CHECK, a domain, a column's room or a table's partitioning refuses what a strategy makes",
        "PostgreSQL tried it on invented values: the rows couldn't be loaded. Take a strategy or a choice that the message names, one that keeps the shape (digits, mask), or one that can be told what to make (pattern, choice, template, sql).");

    public static readonly DiagnosticCode ConstraintRaises = new("CIANON1238", Severity.Error, ExitCode.Usage,
        "The expression of a CHECK, a domain or a generated column fails on what a strategy makes",
        "It raised an error that the values which it takes don't raise: most often a cast. Take a strategy that keeps the shape that the expression relies on.");

    public static readonly DiagnosticCode ConstraintMayRefuse = new("CIANON1239", Severity.Warning, ExitCode.Done,
        "A CHECK, a domain or a table's partitioning may refuse what a strategy makes",
        "Of the invented values that it takes, few have a pseudonym that it refuses, or it depends on columns that are kept. A row like that would stop the run while it is loaded: narrow the strategy's range if there may be one.");

    public static readonly DiagnosticCode PartOfDatabase = new("CIANON1242", Severity.Warning, ExitCode.Done,
        "The dump is a part of a database",
        "What refers to the other parts stays in the artefact as it stands, and nothing is proven of it; plan and report name each entry. A whole schema beside the dump (--schema-dump) lets more be proven.");

    public static readonly DiagnosticCode MaskNeedsExtension = new("CIANON1243", Severity.Error, ExitCode.Usage,
        "A masked column needs an extension that is left out", "Install the extension where the sandbox runs, or mask the column by null.");

    public static readonly DiagnosticCode ExtensionNotInDump = new("CIANON1244", Severity.Error, ExitCode.Usage,
        "An extension to do without isn't in the dump", "Name extensions as CREATE EXTENSION does; pg_restore -l lists a dump's.");
}
