using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record SkippedSection(
    [property: Description("The entry of the table of contents.")] string Entry,
    [property: Description("Why the sandbox did without it.")] string Reason,
    [property: Description("What it refers to and isn't in the dump; absent where the reason says it all.")] string? Object = null);
