using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record AllowedSection(
    [property: Description("The table, column or entry concerned.")] string Object,
    [property: Description("The kind of personal data.")] string? Kind,
    [property: Description("How many.")] long Count,
    [property: Description("Why it is allowed.")] string? Reason,
    [property: Description("Who allowed it.")] string? Owner,
    [property: Description("Until when.")] DateOnly? Until);
