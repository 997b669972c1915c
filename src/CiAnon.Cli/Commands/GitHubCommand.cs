using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon github</c>: what is done with a run's results on GitHub. All of its commands go by the variables of GitHub's runners.</summary>
internal static class GitHubCommand
{
    public static Command Create(Session session) => new("github", "Publish results on GitHub, and see that nobody gets them who shouldn't.")
    {
        GitHubVisibilityCommand.Create(session),
        GitHubCheckRunCommand.Create(session),
        GitHubReleaseCommand.Create(session),
        GitHubPruneCommand.Create(session),
    };

    public static Option<string> TokenEnv() => new("--token-env")
    {
        HelpName = "NAME",
        DefaultValueFactory = _ => GitHubSettings.DefaultTokenVariable,
        Description = $"The variable that holds the token. Default: {GitHubSettings.DefaultTokenVariable}",
    };

    public static Option<bool> AllowPublic() => new("--allow-public") { Description = "Publish where everybody can download it. Default: that is refused" };

    public static Argument<string> Report() => new("report") { Description = "The report that a run wrote, in JSON." };

    /// <summary>A client that may write.</summary>
    /// <exception cref="CiAnonException">CIANON6006: there is no token.</exception>
    public static GitHubClient Authorized(GitHubSettings settings, string tokenVariable)
    {
        settings.RequireToken(tokenVariable);
        return new GitHubClient(settings.Address, settings.Repository, settings.Token);
    }
}
