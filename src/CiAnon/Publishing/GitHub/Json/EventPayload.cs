namespace CiAnon.Publishing.GitHub.Json;

/// <summary>The event that started a workflow, as far as it matters here.</summary>
internal sealed record EventPayload(RepositoryInfo? Repository = null, EventPullRequest? PullRequest = null);
