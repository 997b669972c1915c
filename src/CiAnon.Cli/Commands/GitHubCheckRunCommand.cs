using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing.GitHub;
using CiAnon.Reporting;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon github check-run</c>: the verdict on the commit.</summary>
internal static class GitHubCheckRunCommand
{
    public static Command Create(Session session)
    {
        var (report, tokenEnv) = (GitHubCommand.Report(), GitHubCommand.TokenEnv());
        var name = new Option<string>("--name") { HelpName = "TEXT", DefaultValueFactory = _ => "CiAnon", Description = "The check run's name. Default: CiAnon" };
        var command = new Command("check-run", "Show the verdict on the commit, and what is wrong on the policy's lines.") { report, name, tokenEnv };
        command.SetAction(parsed =>
        {
            var settings = GitHubSettings.Read(parsed.GetValue(tokenEnv)!, session.Environment);
            using var client = GitHubCommand.Authorized(settings, parsed.GetValue(tokenEnv)!);
            var run = new ReportCheckRun(ReportFile.Read(parsed.GetValue(report)!), settings.Workspace ?? Directory.GetCurrentDirectory());
            Create(run, client, parsed.GetValue(name)!, settings, session);
            return (int)ExitCode.Done;
        });
        return command;
    }

    // Forks' pull requests never have the right, and their verdict stands in the summary: no reason to fail, and none to be silent.
    private static void Create(ReportCheckRun run, GitHubClient client, string name, GitHubSettings settings, Session session)
    {
        try
        {
            var page = run.Create(client, name, settings.CommitToJudge(), session.Cancellation);
            session.Out.WriteLine(Printable.Line($"check run '{name}'{(page is null ? "" : $": {page}")}"));
        }
        catch (CiAnonException denied) when (denied.Diagnostics[0].Code == DiagnosticCodes.GitHubDenied)
        {
            session.Print(new Diagnostic(DiagnosticCodes.CheckRunDenied, $"the verdict isn't on the commit, only in the summary: {denied.Diagnostics[0].Message}"));
        }
    }
}
