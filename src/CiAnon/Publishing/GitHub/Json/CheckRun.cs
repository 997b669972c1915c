namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A check run that exists.</summary>
internal sealed record CheckRun(long Id, string? HtmlUrl = null);
