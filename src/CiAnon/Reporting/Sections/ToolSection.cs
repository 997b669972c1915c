using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record ToolSection(
    [property: Description("ci-anon.")] string Name,
    [property: Description("Its version.")] string Version);
