using System.CommandLine;
using CiAnon.Cli.Terminal;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Evidence;
using CiAnon.Reporting.Languages;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon report</c>: a report in a few lines, in another format, or compared with the dump that it speaks of.</summary>
internal static class ReportCommand
{
    public static Command Create(Session session)
    {
        var report = new Argument<string>("report") { Description = "The report that a run wrote, in JSON." };
        var format = new Option<string?>("--format")
        {
            HelpName = "FORMAT",
            Description = string.Join("; ", ReportFormat.All.Select(known => $"{known.Name}: {known.Summary}")),
        };
        OneOf.Require(format, [.. ReportFormat.All.Select(known => known.Name)]);
        var language = LanguageOption.Create();
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "Where it goes. Default: standard output" };
        var verify = new Option<bool>("--verify") { Description = "Compute the digests again: exit code 0 if report and dump belong together and passed, else 1." };
        var artefact = new Option<string?>("--artefact") { HelpName = "PATH", Description = "The dump, encrypted or decrypted again. Default: the report's name for what was published, in the report's folder" };
        var statement = new Option<string?>("--statement") { HelpName = "FILE", Description = "With --verify: an in-toto statement that must speak of the same." };
        var command = new Command("report", "Show a report in a few lines, render it for people or machines, or verify it against the dump.") { report, format, language, output, verify, artefact, statement };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(report)!;
            var dump = parsed.GetValue(artefact);
            if (parsed.GetValue(verify) && parsed.GetValue(format) is not null)
                throw new CiAnonException(DiagnosticCodes.Usage, "say either --format, to render the report, or --verify, to compare it with the dump");
            if (parsed.GetValue(verify)) return Verify(path, dump, parsed.GetValue(statement), session);
            if (parsed.GetValue(format) is { } name) return Render(path, dump, ReportFormat.Find(name)!, parsed.GetValue(output), LanguageOption.Read(parsed, language), session);
            if (parsed.GetValue(output) is not null) throw new CiAnonException(DiagnosticCodes.Usage, "--output needs a --format");
            ReportSummary.Print(ReportFile.Read(path), path, session);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static int Render(string path, string? artefact, ReportFormat format, string? output, ReportLanguage language, Session session)
    {
        var report = ReportFile.Read(path);
        if (format.NeedsOutput && report.Output is null)
            throw new CiAnonException(DiagnosticCodes.NothingToState, $"{path} says failed: nothing was published, so there is nothing to write a statement about");
        var files = format.NeedsOutput && report.Output!.Format == "directory" ? Digest(report, path, artefact, session).Files : [];
        var bytes = format.Write(new ReportWithFiles(report, files) { Language = language });
        if (output is null) session.Out.Write(System.Text.Encoding.UTF8.GetString(bytes));
        else new RenderedFile(Path.GetFullPath(output), bytes).Write();
        return (int)ExitCode.Done;
    }

    private static int Verify(string path, string? artefact, string? statement, Session session)
    {
        var report = Evidence("report", () => ReportFile.Read(path));
        var stated = statement is null ? null : Evidence("statement", () => File.ReadAllBytes(statement));
        var place = Artefact(report, path, artefact);
        var items = EvidenceVerifier.Verify(report, place, stated, session.Cancellation).ToList();
        foreach (var item in items.Where(item => item.Problem is null)) session.Out.WriteLine($"ok    {item.Subject.PadRight(10)}{Printable.Line(item.Holds)}");
        foreach (var item in items.Where(item => item.Problem is not null)) session.Print(new Diagnostic(DiagnosticCodes.EvidenceBroken, $"{item.Subject}: {item.Problem}"));
        return (int)(items.All(item => item.Problem is null) ? ExitCode.Done : ExitCode.CheckFailed);
    }

    // Whatever can't be read proves nothing.
    private static T Evidence<T>(string subject, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CiAnonException exception)
        {
            throw new CiAnonException(DiagnosticCodes.EvidenceBroken, $"{subject}: {exception.Diagnostics[0].Message}", cause: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CiAnonException(DiagnosticCodes.EvidenceBroken, $"{subject}: {exception.Message}", cause: exception);
        }
    }

    // Only a folder's files need to be looked at; they must be those that the report speaks of.
    private static ArchiveDigest Digest(ComplianceReport report, string path, string? artefact, Session session)
    {
        var place = Artefact(report, path, artefact);
        if (!Directory.Exists(place)) throw new CiAnonException(DiagnosticCodes.DumpNotFound, $"{place} doesn't exist, and the statement names its files: say where it is with --artefact");
        var digest = ArchiveDigest.Compute(place, session.Cancellation);
        return digest.Sha256 == report.Output!.Sha256 ? digest
            : throw new CiAnonException(DiagnosticCodes.EvidenceBroken, $"{place} isn't the dump that the report speaks of: its digest is {digest.Sha256}");
    }

    private static string Artefact(ComplianceReport report, string path, string? artefact) =>
        artefact ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(report.Output?.Encryption?.File ?? report.Output?.Name ?? ""));
}
