namespace CiAnon.Publishing.GitHub.Json;

/// <summary>The tip of a branch.</summary>
internal sealed record EventCommit(string? Sha = null);
