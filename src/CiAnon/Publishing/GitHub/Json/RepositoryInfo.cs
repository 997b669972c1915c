namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A repository, as far as it matters who sees it; of the API and of a workflow's event.</summary>
internal sealed record RepositoryInfo(string? FullName = null, bool? Private = null, string? Visibility = null);
