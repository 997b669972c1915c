namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A page of the list of artefacts.</summary>
internal sealed record ArtifactPage(IReadOnlyList<ActionsArtifact> Artifacts);
