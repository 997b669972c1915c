using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record FindingSection(
    [property: Description("The table, column, key or file concerned.")] string Object,
    [property: Description("How many.")] long Violations,
    [property: Description("What is wrong, with its numbers.")] string Detail)
{
    [Description("The kind of personal data that was found.")]
    public string? Kind { get; init; }

    [Description("Where inside a value: a path in JSON, or the container.")]
    public string? Path { get; init; }

    [Description("What to do about it.")]
    public string? Remedy { get; init; }
}
