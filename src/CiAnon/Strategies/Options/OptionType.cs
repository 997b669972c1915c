namespace CiAnon.Strategies.Options;

/// <summary>The type of a strategy's option.</summary>
public enum OptionType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number within the definition's bounds.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of the definition's words.</summary>
    Choice,

    /// <summary>A span such as <c>90 days</c>, <c>10%</c> or <c>500</c>.</summary>
    Range,

    /// <summary>A date, <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>A strategy's name, or a mapping with strategy and options.</summary>
    Rule,

    /// <summary>Paths inside of a value, each with a rule, <c>keep</c>, <c>delete</c> or <c>set</c>.</summary>
    Paths,

    /// <summary>Parts of a value by name or path, each with a strategy's name, or a mapping with strategy and options.</summary>
    Parts,

    /// <summary>Any scalar, written into the column as it is.</summary>
    Scalar,
}
