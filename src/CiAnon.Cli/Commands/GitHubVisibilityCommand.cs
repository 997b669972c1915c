using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing.GitHub;
using CiAnon.Publishing.GitHub.Visibility;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon github visibility</c>: a gate before the first row is read.</summary>
internal static class GitHubVisibilityCommand
{
    public static Command Create(Session session)
    {
        var (allowPublic, tokenEnv) = (GitHubCommand.AllowPublic(), GitHubCommand.TokenEnv());
        var command = new Command("visibility", "Fail where everybody could download what is published, or where that isn't known.") { allowPublic, tokenEnv };
        command.SetAction(parsed =>
        {
            var settings = GitHubSettings.Read(parsed.GetValue(tokenEnv)!, session.Environment);
            using var client = settings.Token is null ? null : new GitHubClient(settings.Address, settings.Repository, settings.Token);
            var finding = VisibilityGate.Look(settings, client, session.Cancellation);
            session.Tell(session.Host.Outputs([new OutputValue(GitHubOutputs.Visibility, finding.Word)], HostResults.Nonce()));
            VisibilityGate.Require(finding, parsed.GetValue(allowPublic));
            session.Out.WriteLine(Printable.Line($"{finding.Word}: {finding.Source}"));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
