using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record ClusterSection(
    [property: Description("kept or dropped, with owners and grants within the databases; none where the script has no role.")] string Roles,
    [property: Description("Tablespaces, which stand in the output as they are.")] int Tablespaces,
    [property: Description("Every database of the script, in its order.")] IReadOnlyList<DatabaseSection> Databases);
