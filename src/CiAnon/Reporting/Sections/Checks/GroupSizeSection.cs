using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record GroupSizeSection(
    [property: Description("Smallest size of the class: 1, 2, 5, 10, 20, 50, 100...")] long From,
    [property: Description("Groups of this class.")] long Groups,
    [property: Description("Rows in them.")] long Rows);
