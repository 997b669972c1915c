using System.CommandLine;
using CiAnon.Cli.Terminal;
using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon verify</c>: judges a dump that was made before, by whatever tool.</summary>
internal static class VerifyCommand
{
    public static Command Create(Session session)
    {
        var options = new RunOptions();
        var command = new Command("verify", "Judge a dump that exists, made by any tool, by a policy and by its original.");
        options.AddVerifyTo(command);
        command.SetAction(parsed => Run(HostResults.OfDump(session).Tell(() => options.ReadVerify(parsed, session)), parsed.GetValue(options.Progress)!, session));
        return command;
    }

    private static int Run(VerifyOptions options, string progress, Session session)
    {
        using var view = ProgressView.Create(progress, session);
        var results = new HostResults(session, options.DumpPath, options.ReportPath);
        using var run = new VerificationRun(options, view, session.Cancellation);
        var report = results.Tell(() => view.While(run.Run));
        results.Tell(report);
        CheckList.Print(report, session.Out);
        foreach (var problem in run.Problems) session.Print(problem);
        return (int)(report.Status == ReportStatus.Passed ? ExitCode.Done : ExitCode.CheckFailed);
    }
}
