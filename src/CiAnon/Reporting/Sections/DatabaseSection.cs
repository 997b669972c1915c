using System.ComponentModel;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.Sections;

public sealed record DatabaseSection(
    [property: Description("Its name.")] string Name,
    [property: Description("anonymized: proven by itself, and part of the output when the whole passed. dropped: left out, as the policy says. failed. not-reached: the run failed before.")] string Status)
{
    [Description("SHA-256 of its part of the input, lower-case hex; absent where it wasn't read.")]
    public string? InputSha256 { get; init; }

    [Description("SHA-256 of its part of the output, lower-case hex; absent where there is none.")]
    public string? OutputSha256 { get; init; }

    [Description("Rows of all its tables in the input.")]
    public long RowsIn { get; init; }

    [Description("Rows of all its tables in the output.")]
    public long RowsOut { get; init; }

    [Description("What was verified of it.")]
    public IReadOnlyList<DatabaseCheckSection> Checks { get; init; } = [];
}
