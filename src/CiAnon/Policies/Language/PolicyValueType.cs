namespace CiAnon.Policies.Language;

/// <summary>What belongs under a key of the policy. Reader, JSON schema and docs each know every type.</summary>
public enum PolicyValueType
{
    /// <summary>A whole number within the key's bounds.</summary>
    Integer,

    /// <summary>Any text that isn't empty.</summary>
    Text,

    /// <summary>One of the key's words.</summary>
    Choice,

    /// <summary>One of the policy's locales.</summary>
    Locale,

    /// <summary>A number of days within the key's bounds: <c>7 days</c>.</summary>
    Days,

    /// <summary>A date, <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A strategy's name.</summary>
    Strategy,

    /// <summary>Strategies by name, each with options.</summary>
    StrategyDefaults,

    /// <summary>Columns by name or glob, each with a strategy.</summary>
    ColumnRules,

    /// <summary>A preset's name, or a list of them.</summary>
    Presets,

    /// <summary>Tables by name.</summary>
    Tables,

    /// <summary>Databases by name, each with the keys of <c>databases.DATABASE</c> or <c>drop</c>.</summary>
    Databases,

    /// <summary>Kept columns: a list, a mapping to decisions, or <c>all</c>.</summary>
    Keep,

    /// <summary>A mapping with the keys of <c>definitions</c>.</summary>
    Definitions,

    /// <summary>A mapping with the keys of <c>verify</c>.</summary>
    Verify,

    /// <summary>A list of mappings with the keys of <c>verify.allow[]</c>.</summary>
    Allowances,

    /// <summary>Kinds of personal data by name, each with a number or a share.</summary>
    PatternLimits,

    /// <summary>A list of mappings with the keys of <c>anonymity[]</c>.</summary>
    AnonymityRules,

    /// <summary>Columns by name, each with a number within the key's bounds.</summary>
    Diversity,

    /// <summary>Any value, the empty one only in quotes.</summary>
    Scalar,

    /// <summary>A mapping with the keys of <c>columns.COLUMN.when</c>, or a list of them.</summary>
    Conditions,

    /// <summary>A column, or a mapping with the keys of <c>columns.COLUMN.spread</c>.</summary>
    Spread,

    /// <summary><c>all</c>, <c>none</c>, or a mapping with the keys of <c>tables.TABLE.rows</c>.</summary>
    Rows,

    /// <summary>A share: <c>10%</c>.</summary>
    Share,

    /// <summary>A mapping with the keys of <c>subset</c>.</summary>
    Subset,

    /// <summary>A list of mappings with the keys of <c>references[]</c>.</summary>
    References,

    /// <summary>A text, or a list of them.</summary>
    Names,

    /// <summary>A mapping of one column to its value.</summary>
    Case,
}
