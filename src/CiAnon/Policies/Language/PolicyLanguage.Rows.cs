namespace CiAnon.Policies.Language;

/// <summary>The keys that say which rows the artefact has.</summary>
public sealed partial class PolicyLanguage
{
    public static readonly PolicyKey Subset = new("subset", PolicyValueType.Subset,
        "Only some rows of one table, what belongs to them, and what all of these need: children along every foreign key and reference, and the parents of whatever is kept. Tables that have nothing to do with them are left empty, but for those whose own `rows: all` is written down.");

    public static readonly PolicyKey References = new("references", PolicyValueType.References,
        "Foreign keys that the database doesn't state. They decide which rows stay together, and a rule on the referenced column flows along them.");

    public static readonly PolicyKey Exclude = new("exclude", PolicyValueType.TextList,
        "Globs over `schema.table` (schema `public` when none is given): tables whose rows are left out, unless the table's own `rows` is written down.");

    public static readonly PolicyKey RowsWhere = new("where", PolicyValueType.Text,
        "An SQL condition over the row's original values, which PostgreSQL judges; no subqueries.");

    public static readonly PolicyKey RowsSample = new("sample", PolicyValueType.Share,
        "A share of the rows, such as `10%`, drawn by a keyed hash: with a key of your own the same rows are drawn every time.");

    public static readonly PolicyKey RowsBy = new("by", PolicyValueType.Text,
        "The column whose value decides: all of a subject's rows are in the sample, or none, in every table that samples by it. The primary key when not given.");

    public static readonly PolicyKey RowsStratify = new("stratify", PolicyValueType.Text,
        "A column of whose every value the share is drawn, at least one row or subject each.");

    public static readonly PolicyKey RowsLimit = new("limit", PolicyValueType.Integer,
        "This many rows at most: the dump's first that the other keys leave, and whose parents stay.", Minimum: 1, Maximum: int.MaxValue);

    public static readonly PolicyKey SubsetFrom = new("from", PolicyValueType.Text, "The table that the subset begins with.", Required: true);

    public static readonly PolicyKey SubsetWhere = new("where", PolicyValueType.Text, "An SQL condition over its original values, as under `rows`; every row when not given.");

    public static readonly PolicyKey SubsetLimit = new("limit", PolicyValueType.Integer,
        "This many of them at most, the dump's first; those that others need come on top.", Minimum: 1, Maximum: int.MaxValue);

    public static readonly PolicyKey ReferenceTable = new("table", PolicyValueType.Text, "The table that refers, named as under `tables`.", Required: true);

    public static readonly PolicyKey ReferenceColumns = new("columns", PolicyValueType.Names, "The column that refers, or a list of them; NULL refers to nothing.", Required: true);

    public static readonly PolicyKey ReferenceTo = new("to", PolicyValueType.Text, "The table that it refers to.", Required: true);

    public static readonly PolicyKey ReferenceKey = new("key", PolicyValueType.Names, "Its columns, in the same order; the primary key when not given.");

    public static readonly PolicyKey ReferenceWhen = new("when", PolicyValueType.Case,
        "A column and its value, for a polymorphic reference: `when: { subject_type: Post }`. One entry for each value.");

    public static PolicySection Rows { get; } = new("tables.TABLE.rows", "'rows'", [RowsWhere, RowsSample, RowsBy, RowsStratify, RowsLimit]);

    public static PolicySection SubsetSection { get; } = new("subset", "'subset'", [SubsetFrom, SubsetWhere, SubsetLimit]);

    public static PolicySection ReferenceSection { get; } = new("references[]", "an entry of 'references'",
        [ReferenceTable, ReferenceColumns, ReferenceTo, ReferenceKey, ReferenceWhen]);
}
