using CiAnon.Publishing.GitHub.Json;

namespace CiAnon.Publishing.GitHub.Visibility;

/// <summary>Visibility as GitHub says it: a word, and on its own whether the repository is private.</summary>
internal static class RepositoryVisibilities
{
    /// <returns>Null when it isn't said, or unknown.</returns>
    /// <param name="isContradiction">Both are said, and they exclude each other.</param>
    public static RepositoryVisibility? Of(RepositoryInfo repository, out bool isContradiction)
    {
        RepositoryVisibility? word = repository.Visibility switch
        {
            "private" => RepositoryVisibility.Private,
            "internal" => RepositoryVisibility.Internal,
            "public" => RepositoryVisibility.Public,
            _ => null,
        };
        isContradiction = word is not null && repository.Private is { } isPrivate && isPrivate == (word == RepositoryVisibility.Public);
        if (isContradiction || repository.Visibility is not null) return isContradiction ? null : word;
        return repository.Private switch
        {
            true => RepositoryVisibility.Private,
            false => RepositoryVisibility.Public,
            _ => null,
        };
    }
}
