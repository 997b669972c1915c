using System.CommandLine;
using CiAnon.Cli.Terminal;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Live;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon sanitize</c>: anonymizes a staging database where it stands.</summary>
internal static class SanitizeCommand
{
    public static Command Create(Session session)
    {
        var options = new RunOptions();
        var command = new Command("sanitize", "Anonymize a staging database where it stands, in one transaction. Refuses production.");
        options.AddSanitizeTo(command);
        command.SetAction(parsed => Run(options, parsed, session));
        return command;
    }

    private static int Run(RunOptions options, ParseResult parsed, Session session)
    {
        var results = HostResults.OfDatabase(parsed.GetValue(options.Verdict), session);
        var told = results.Tell(() => options.ReadSanitize(parsed, session));
        if (parsed.GetValue(options.DryRun)) return DryRun(told, session);
        using var view = ProgressView.Create(parsed.GetValue(options.Progress)!, session);
        using var run = new SanitizeRun(told, view, session.Cancellation);
        var report = results.Tell(() => view.While(run.Run), () => run.WrittenReport, () => run.IsReplaced);
        results.Tell(report);
        foreach (var line in Summary.Lines(report, width: 120)) session.Error.WriteLine(line.TrimEnd());
        session.Out.WriteLine(Printable.Line($"clean: {report.Output!.Name}, every check passed; `ci-anon check --target-env {told.Target.Variable}` tells when that is no longer so"));
        return (int)ExitCode.Done;
    }

    private static int DryRun(SanitizeOptions told, Session session)
    {
        using var run = new SanitizeRun(told, new QuietProgress(session), session.Cancellation);
        var (plan, locks) = run.Plan();
        PlanText.Print(plan, session.Out, session.OutWidth);
        foreach (var held in locks) session.Out.WriteLine(Printable.Line($"lock {held}"));
        return (int)ExitCode.Done;
    }
}
