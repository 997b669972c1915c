namespace CiAnon.Strategies.Options;

/// <summary>What a range is measured in.</summary>
internal enum RangeKind
{
    /// <summary>Seconds, for dates and timestamps.</summary>
    Duration,

    /// <summary>Hundredths of the value, for numbers.</summary>
    Percent,

    /// <summary>The column's own unit, for numbers.</summary>
    Amount,
}
