using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record ColumnSection(
    [property: Description("Column.")] string Name,
    [property: Description("Type as PostgreSQL prints it.")] string Type,
    [property: Description("masked, kept, structural, generated or empty.")] string Decision,
    [property: Description("Why.")] string Reason,
    [property: Description("The strategy of a masked column.")] string? Strategy,
    [property: Description("Who decided to keep the column.")] string? Owner,
    [property: Description("Until when the decision to keep holds.")] DateOnly? Until,
    [property: Description("What happened to the values of a masked column.")] CountSection? Counts)
{
    [Description("What the values say of a person, as far as rule and name tell: email, phone, name...; absent when nothing speaks for personal data.")]
    public string? Kind { get; init; }

    [Description("Why the column may stay as it is, as the policy says; absent when it doesn't.")]
    public string? Ledger { get; init; }

    [Description("What a machine took the column for, where it only proposed the rule and nobody decided; absent otherwise.")]
    public string? Undecided { get; init; }

    [Description("true where whoever holds the run's key can compute the values again: reversible pseudonymization; absent otherwise.")]
    public bool? Reversible { get; init; }
}
