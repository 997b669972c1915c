using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record RedactedSection(
    [property: Description("The entry of the table of contents.")] string Entry,
    [property: Description("How many secrets were replaced in it.")] int Secrets);
