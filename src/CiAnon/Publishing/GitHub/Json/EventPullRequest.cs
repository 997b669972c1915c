namespace CiAnon.Publishing.GitHub.Json;

/// <summary>The pull request of an event.</summary>
internal sealed record EventPullRequest(EventCommit? Head = null);
