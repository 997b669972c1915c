using System.CommandLine;
using CiAnon.Cli.Terminal;
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
        command.SetAction(parsed => Run(options.Read(parsed, session), parsed.GetValue(options.Progress)!, parsed.GetValue(options.DryRun), session));
        return command;
    }

    public static Command CreateGdprify(Session session)
    {
        var options = new RunOptions();
        var command = new Command("gdprify", "Alias of anonymize --in-place: the dump is replaced by its anonymized self.");
        options.AddTo(command, withOutput: false);
        command.SetAction(parsed => Run(options.Read(parsed, session) with { InPlace = true, OutputPath = parsed.GetValue(options.Dump) },
            parsed.GetValue(options.Progress)!, dryRun: false, session));
        return command;
    }

    private static int Run(AnonymizeOptions options, string progress, bool dryRun, Session session)
    {
        if (dryRun) return PlanCommand.Run(options with { OutputPath = null }, session);
        if (options.OutputPath is null)
            throw new CiAnonException(DiagnosticCodes.Usage, "--output is missing: say where the anonymized dump goes, or --in-place");

        using var view = ProgressView.Create(progress, session);
        using var run = new AnonymizationRun(options, view, session.Cancellation);
        var report = While(view, run, options, session);
        HostResults.Tell(session, options, report);
        if (view.HasSummary) Summary.Print(report, options, session, view.IsLive);
        return (int)ExitCode.Done;
    }

    private static ComplianceReport While(ProgressView view, AnonymizationRun run, AnonymizeOptions options, Session session)
    {
        try
        {
            return view.While(run.Run);
        }
        catch
        {
            HostResults.TellFailure(session, options, run.WrittenReport);
            throw;
        }
    }
}
