namespace CiAnon.Hosts;

/// <summary>Every host there is, by the word that <c>--host</c> takes.</summary>
public static class CiHosts
{
    public const string Auto = "auto";

    /// <summary>The words, auto first.</summary>
    public static IReadOnlyList<string> Words { get; } = [Auto, "github", "azure", "gitlab", "plain"];

    /// <summary>The host of that name, or the one whose documented variables are set.</summary>
    public static CiHost Create(string word, Func<string, string?> environment) =>
        (word == Auto ? CiContext.From(environment)?.Host : word) switch
        {
            "github" => new GitHubHost(environment),
            "azure" => new AzureHost(environment),
            "gitlab" => new GitLabHost(environment),
            _ => new PlainHost(),
        };
}
