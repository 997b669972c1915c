namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A release to be created.</summary>
/// <param name="MakeLatest">"true", "false" or "legacy".</param>
internal sealed record NewRelease(string TagName, string Name, string Body, bool Draft, bool Prerelease, string MakeLatest);
