using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing.GitHub;
using CiAnon.Publishing.GitHub.Visibility;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon github release</c>: a proven dump and its report on the release of a tag.</summary>
internal static class GitHubReleaseCommand
{
    public static Command Create(Session session)
    {
        var (report, allowPublic, tokenEnv) = (GitHubCommand.Report(), GitHubCommand.AllowPublic(), GitHubCommand.TokenEnv());
        var tag = new Option<string>("--tag") { HelpName = "TAG", Required = true, Description = "The release's tag; release and tag are made where they don't exist." };
        var dump = new Option<string?>("--dump") { HelpName = "FILE", Description = "The dump. Default: the report's name for it, in the report's folder" };
        var command = new Command("release", "Put a proven dump and its report on the release of a tag.") { report, tag, dump, allowPublic, tokenEnv };
        command.SetAction(parsed =>
        {
            var settings = GitHubSettings.Read(parsed.GetValue(tokenEnv)!, session.Environment);
            using var client = GitHubCommand.Authorized(settings, parsed.GetValue(tokenEnv)!);
            new ReleasePublication(client, line => session.Out.WriteLine(Printable.Line(line))).Run(
                GitTag.Check(parsed.GetValue(tag)!), parsed.GetValue(report)!, parsed.GetValue(dump),
                () => VisibilityGate.Require(VisibilityGate.Look(settings, client, session.Cancellation), parsed.GetValue(allowPublic)), session.Cancellation);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
