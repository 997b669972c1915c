namespace CiAnon.Publishing.GitHub.Json;

/// <summary>The run that made an artefact.</summary>
/// <param name="HeadRepositoryId">Of the fork, when the run was a fork's pull request.</param>
internal sealed record ArtifactRun(long? Id = null, long? HeadRepositoryId = null, string? HeadBranch = null);
