using System.Globalization;
using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.JUnit;
using CiAnon.Reporting.Markdown;

namespace CiAnon.Cli;

/// <summary>What the CI host is told of a run: outputs for the steps after it, a summary, test results, and the artefact where it asks for it.</summary>
/// <param name="session">Where to tell it.</param>
/// <param name="dumpPath">The dump that the run writes, or judges; null where the result is a database.</param>
/// <param name="reportPath">Null when none is written.</param>
/// <param name="artifact">The name to keep dump and report under; null when other steps see to that.</param>
internal sealed class HostResults(Session session, string? dumpPath, string? reportPath, string? artifact = null)
{
    // Null where there is no file of it: a database, or a pipe.
    private readonly string? _dump = dumpPath is null || StandardOutput.Is(dumpPath) ? null : Path.GetFullPath(dumpPath);
    private readonly string? _report = reportPath is null ? null : Path.GetFullPath(reportPath);

    public static HostResults Of(AnonymizeOptions options, string? artifact, Session session) =>
        new(session, options.OutputPath!, options.ReportPath ?? OutputPaths.ReportBeside(options.OutputPath!), artifact);

    /// <summary>For what stops a run before it knows what it is to write.</summary>
    public static HostResults OfDump(Session session) => new(session, StandardOutput.Path, reportPath: null);

    public static HostResults OfDatabase(string? reportPath, Session session) => new(session, dumpPath: null, reportPath);

    public void Tell(ComplianceReport report)
    {
        session.Tell(session.Host.Outputs([.. Values(report)], Nonce()));
        session.Tell(session.Host.Summary(MarkdownReport.Write(report, note: Note(report)), Nonce()));
        session.Tell(session.Host.TestResults(JUnitWriter.Write(ReportJUnit.Suite(report))));
        if (artifact is null) return;
        if (_report is not null) session.Tell(session.Host.Artifact(artifact, _report));
        if (report.Output is { } output && _dump is not null) session.Tell(session.Host.Artifact(artifact, PublishedFile.Of(output, _dump).Path));
    }

    /// <summary>Does some work of a run, and tells what stopped it.</summary>
    /// <param name="written">The report of a run that did not pass; null when it stopped before there was one.</param>
    /// <param name="isReplaced">Whether the database is the run's result already.</param>
    public T Tell<T>(Func<T> work, Func<ComplianceReport?>? written = null, Func<bool>? isReplaced = null)
    {
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            TellFailure(written?.Invoke(), isReplaced?.Invoke() == true, exception);
            throw;
        }
    }

    // Trouble with telling it must not hide why.
    private void TellFailure(ComplianceReport? report, bool isReplaced, Exception reason)
    {
        try
        {
            if (report is not null)
            {
                Tell(report);
                return;
            }
            session.Tell(session.Host.Outputs([new OutputValue(OutputDefinitions.Status, "failed")], Nonce()));
            session.Tell(session.Host.Summary(StoppedSummary.Write(Failure.Of(reason), dumpPath is null ? isReplaced : null), Nonce()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session.Print(new Diagnostic(DiagnosticCodes.FileTrouble, $"the CI host could not be told of the failure: {exception.Message}"));
        }
    }

    private string? Note(ComplianceReport report) => dumpPath is null && report.Status == ReportStatus.Failed ? "The database that the run was to write is as it was." : null;

    private IEnumerable<OutputValue> Values(ComplianceReport report)
    {
        yield return new OutputValue(OutputDefinitions.Status, report.Status == ReportStatus.Passed ? "passed" : "failed");
        if (_report is not null) yield return new OutputValue(OutputDefinitions.Report, session.Host.PathForSteps(_report));
        yield return new OutputValue(OutputDefinitions.Findings, Number(report.Checks.Sum(check => check.Violations)));
        if (report.Output is not { } output) yield break;
        yield return new OutputValue(OutputDefinitions.Rows, Number(report.Tables.Sum(table => table.RowsOut)));
        yield return new OutputValue(OutputDefinitions.ColumnsAnonymized, Number(Verdict.Replaced(report).Count()));
        if (dumpPath is null) yield break;
        var published = PublishedFile.Of(output, _dump ?? dumpPath);
        if (_dump is not null) yield return new OutputValue(OutputDefinitions.Dump, session.Host.PathForSteps(published.Path));
        yield return new OutputValue(OutputDefinitions.Sha256, published.Sha256);
        yield return new OutputValue(OutputDefinitions.RetentionDays, Number(report.Retention.Days));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>For one file of outputs.</summary>
    public static string Nonce() => "ci-anon-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
