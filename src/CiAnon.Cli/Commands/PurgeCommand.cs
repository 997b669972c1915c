using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon purge</c>: artefacts in a folder go when their time is over.</summary>
internal static class PurgeCommand
{
    public static Command Create(Session session)
    {
        var folder = new Argument<string>("dir") { Description = "The folder that runs publish to; folders within it are not looked into." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Delete nothing, say what would go." };
        var command = new Command("purge", $"Delete expired dumps of a folder and their reports, as the reports say; after {ReportTerm.MostDays} days at the latest.") { folder, dryRun };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(dryRun), session));
        return command;
    }

    private static int Run(string folder, bool isDryRun, Session session)
    {
        var full = Path.GetFullPath(folder);
        if (!Directory.Exists(full)) throw new CiAnonException(DiagnosticCodes.Usage, $"the folder {folder} doesn't exist");
        var (count, bytes, exit) = (0, 0L, ExitCode.Done);
        foreach (var file in new Purge(full, DateOnly.FromDateTime(DateTime.UtcNow), isDryRun, session.Cancellation).Run())
        {
            var name = Printable.Line(file.Name);
            if (file.IsRunning)
            {
                session.Out.WriteLine($"left        {name}: {file.Problem}");
            }
            else if (file.Problem is { } problem)
            {
                session.Print(new Diagnostic(DiagnosticCodes.PurgeLeft, $"{name} was left: {Printable.Line(problem)}"));
                exit = DiagnosticCodes.PurgeLeft.Exit;
            }
            else
            {
                session.Out.WriteLine($"{(isDryRun ? "would go" : "deleted"),-12}{name}  {Printable.Bytes(file.Bytes)}");
                (count, bytes) = (count + 1, bytes + file.Bytes);
            }
        }
        session.Out.WriteLine($"{count} {(isDryRun ? "would go" : "deleted")}, {Printable.Bytes(bytes)}");
        return (int)exit;
    }
}
