using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record CountSection(
    [property: Description("Values that were masked, NULLs included.")] long Rows,
    [property: Description("NULL before and after.")] long Nulls,
    [property: Description("Different from the original.")] long Changed,
    [property: Description("Equal to the original, empty strings included.")] long Unchanged,
    [property: Description("Empty strings, which carry nothing; part of unchanged.")] long Empty)
{
    [Description("Values of rows that the rule's condition keeps; absent when the rule has none.")]
    public long? Kept { get; init; }
}
