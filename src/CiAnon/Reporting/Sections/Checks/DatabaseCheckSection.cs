using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record DatabaseCheckSection(
    [property: Description("As under checks, which has its findings.")] string Id,
    [property: Description("passed, failed or skipped.")] string Status,
    [property: Description("How many violations were counted.")] long Violations,
    [property: Description("How many objects were examined.")] long Examined);
