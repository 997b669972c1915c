using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record PostgresSection(
    [property: Description("Version of the sandbox's server.")] string Version);
