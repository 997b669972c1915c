namespace CiAnon.Publishing.GitHub.Json;

/// <summary>An asset's new name.</summary>
internal sealed record AssetChange(string Name);
