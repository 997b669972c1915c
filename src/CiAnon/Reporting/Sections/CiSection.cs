using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record CiSection(
    [property: Description("github, azure or gitlab.")] string Host,
    [property: Description("Repository.")] string? Repository,
    [property: Description("Commit.")] string? Commit,
    [property: Description("Run, build or pipeline.")] string? Run,
    [property: Description("Who or what started it.")] string? Actor,
    [property: Description("What it ran for, as far as the host tells: the workflow or pipeline, and what set it off.")] string? Purpose = null);
