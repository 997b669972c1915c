namespace CiAnon.Copy;

/// <summary>What happened to the values of one masked column. Numbers only.</summary>
public sealed class ColumnCounts
{
    /// <summary>Values that were NULL and stayed NULL.</summary>
    public long Nulls { get; internal set; }

    /// <summary>Values that differ from their originals.</summary>
    public long Changed { get; internal set; }

    /// <summary>Values, not NULL, that equal their originals: empty strings, and results that happen to be what was there.</summary>
    public long Unchanged { get; internal set; }

    /// <summary>The part of <see cref="Unchanged"/> that were empty strings, which carry nothing.</summary>
    public long Empty { get; internal set; }

    /// <summary>Values that stayed because their row isn't one that the rule masks.</summary>
    public long Kept { get; internal set; }
}
