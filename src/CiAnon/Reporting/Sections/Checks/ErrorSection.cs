using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record ErrorSection(
    [property: Description("CIANONnnnn; docs/diagnostics.md explains it.")] string Code,
    [property: Description("What happened, and what to do.")] string Message,
    [property: Description("The policy file, where a rule is concerned.")] string? File,
    [property: Description("Line in the file, from 1.")] int? Line,
    [property: Description("Column in the line, from 1.")] int? Column);
