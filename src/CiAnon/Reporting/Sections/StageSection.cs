using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record StageSection(
    [property: Description("restore, anonymize, verify or backup.")] string Name,
    [property: Description("Wall time in seconds.")] double Seconds);
