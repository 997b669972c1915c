using System.CommandLine;
using CiAnon.Cli.Terminal;
using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon anonymize</c>, and its alias <c>gdprify</c>.</summary>
internal static class AnonymizeCommand
{
    public static Command Create(Session session)
    {
        var options = new RunOptions();
        var command = new Command("anonymize", "Restore a dump in a sandbox, anonymize, verify, and write the anonymized dump and its report.");
        options.AddTo(command, withOutput: true);
        command.SetAction(parsed => Run(HostResults.OfDump(session).Tell(() => options.Read(parsed, session)), options, parsed, session));
        return command;
    }

    public static Command CreateGdprify(Session session)
    {
        var options = new RunOptions();
        var command = new Command("gdprify", "Alias of anonymize --in-place: the dump is replaced by its anonymized self.");
        options.AddTo(command, withOutput: false);
        command.SetAction(parsed => Run(HostResults.OfDump(session).Tell(() => options.ReadInPlace(parsed, session)), options, parsed, session));
        return command;
    }

    private static int Run(AnonymizeOptions told, RunOptions options, ParseResult parsed, Session session)
    {
        if (parsed.GetValue(options.DryRun)) return PlanCommand.Run(told with { OutputPath = null }, session);
        if (told.OutputPath is null)
            return HostResults.OfDump(session).Tell<int>(() => throw new CiAnonException(DiagnosticCodes.Usage, "--output is missing: say where the anonymized dump goes, or --in-place"));

        var progress = parsed.GetValue(options.Progress)!;
        ComplianceReport? written = null;
        var exit = Failures.Guard(session, () =>
        {
            using var view = ProgressView.Create(progress, session);
            var results = HostResults.Of(told, options.ReadArtifact(parsed, session.Host), session);
            using var run = results.Tell(() => ClusterRun.Start(told, view, session.Cancellation));
            try
            {
                var report = results.Tell(() => view.While(run.Run), () => run.WrittenReport);
                results.Tell(report);
                if (view.HasSummary) Summary.Print(report, told, session, view.IsLive);
                return (int)ExitCode.Done;
            }
            finally
            {
                written = run.WrittenReport;
            }
        });
        // After what it found, which scrolls by.
        if (exit != (int)ExitCode.Done && progress != ProgressView.None) ReportSummary.PrintFailure(written, told, session.Error);
        return exit;
    }
}
