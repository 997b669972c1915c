using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record DiversitySection(
    [property: Description("The sensitive column.")] string Column,
    [property: Description("Fewest different values within one group.")] long L,
    [property: Description("The policy's threshold.")] int RequiredL);
