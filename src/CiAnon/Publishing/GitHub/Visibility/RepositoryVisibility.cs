namespace CiAnon.Publishing.GitHub.Visibility;

/// <summary>Who may see a repository, and so download its artefacts.</summary>
public enum RepositoryVisibility
{
    /// <summary>Whoever was invited.</summary>
    Private,

    /// <summary>The whole enterprise.</summary>
    Internal,

    /// <summary>Everybody.</summary>
    Public,
}
