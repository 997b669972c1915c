using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record PresetSection(
    [property: Description("As the policy names it.")] string Name,
    [property: Description("Rises with every change of its rules.")] int Version,
    [property: Description("SHA-256 of its rules, lower-case hex.")] string Sha256);
