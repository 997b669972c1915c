namespace CiAnon.Publishing.GitHub.Visibility;

/// <summary>Who may see the repository, and how that is known.</summary>
/// <param name="Visibility">Null when it isn't known.</param>
/// <param name="Source">Who said so; or why it isn't known.</param>
public sealed record VisibilityFinding(RepositoryVisibility? Visibility, string Source)
{
    /// <summary>private, internal, public or unknown.</summary>
    public string Word => Visibility?.ToString().ToLowerInvariant() ?? "unknown";
}
