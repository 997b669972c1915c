using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record RetentionSection(
    [property: Description("Days that the output may be kept.")] int Days,
    [property: Description("The last of them.")] DateOnly Until);
