namespace CiAnon.Publishing.GitHub.Json;

/// <summary>An artefact of a workflow's run.</summary>
internal sealed record ActionsArtifact(long Id, string Name, bool Expired, long SizeInBytes, DateTimeOffset? CreatedAt = null, ArtifactRun? WorkflowRun = null);
