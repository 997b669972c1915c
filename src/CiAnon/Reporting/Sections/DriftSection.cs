using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record DriftSection(
    [property: Description("When the earlier run began.")] DateTimeOffset Since,
    [property: Description("SHA-256 of the earlier report, lower-case hex.")] string BaselineSha256,
    [property: Description("What is different.")] IReadOnlyList<DriftEntry> Changes);
