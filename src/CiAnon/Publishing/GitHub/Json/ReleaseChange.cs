namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A release to be changed.</summary>
internal sealed record ReleaseChange(bool Draft, bool Prerelease, string MakeLatest);
