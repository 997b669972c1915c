using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record CheckSection(
    [property: Description("schema, coverage, rows, changed, residual, patterns, keys, sequences, sql, anonymity, restorable.")] string Id,
    [property: Description("passed, failed, or skipped: the note says why.")] string Status,
    [property: Description("How many violations were counted.")] long Violations,
    [property: Description("How many objects were examined.")] long Examined,
    [property: Description("What is true when there are no violations.")] string Claim,
    [property: Description("Something that holds but that a reader should know.")] string? Note,
    [property: Description("Where it doesn't hold; names of schema objects only.")] IReadOnlyList<FindingSection> Findings)
{
    [Description("The positive control: samples planted, and found again. A check that doesn't find all of them fails.")]
    public ControlSection? Control { get; init; }

    [Description("What was found and is allowed by the policy.")]
    public IReadOnlyList<AllowedSection> Allowed { get; init; } = [];
}
