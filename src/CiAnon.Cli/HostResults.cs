using System.Globalization;
using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.JUnit;

namespace CiAnon.Cli;

/// <summary>What the CI host is told of a run: outputs for the steps after it, a summary, test results.</summary>
internal static class HostResults
{
    public static void Tell(Session session, AnonymizeOptions options, ComplianceReport report)
    {
        session.Tell(session.Host.Outputs([.. Values(session.Host, options, report)], Nonce()));
        session.Tell(session.Host.TestResults(JUnitWriter.Write(ReportJUnit.Suite(report))));
    }

    /// <summary>Of a run that did not pass; trouble with telling it must not hide why.</summary>
    /// <param name="session">Where to tell it.</param>
    /// <param name="options">What the run was told.</param>
    /// <param name="report">Null when the run stopped before there was one.</param>
    public static void TellFailure(Session session, AnonymizeOptions options, ComplianceReport? report)
    {
        try
        {
            if (report is not null) Tell(session, options, report);
            else session.Tell(session.Host.Outputs([new OutputValue(OutputDefinitions.Status, "failed")], Nonce()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session.Print(new Diagnostic(DiagnosticCodes.FileTrouble, $"the CI host could not be told of the failure: {exception.Message}"));
        }
    }

    private static IEnumerable<OutputValue> Values(CiHost host, AnonymizeOptions options, ComplianceReport report)
    {
        var reportPath = options.ReportPath ?? OutputPaths.ReportBeside(options.OutputPath!);
        yield return new OutputValue(OutputDefinitions.Status, report.Status == ReportStatus.Passed ? "passed" : "failed");
        yield return new OutputValue(OutputDefinitions.Report, host.PathForSteps(Path.GetFullPath(reportPath)));
        yield return new OutputValue(OutputDefinitions.Findings, Number(report.Checks.Sum(check => check.Violations)));
        if (report.Output is not { } output) yield break;
        yield return new OutputValue(OutputDefinitions.Dump, host.PathForSteps(Path.GetFullPath(options.OutputPath!)));
        yield return new OutputValue(OutputDefinitions.Sha256, output.Sha256);
        yield return new OutputValue(OutputDefinitions.Rows, Number(report.Tables.Sum(table => table.RowsOut)));
        yield return new OutputValue(OutputDefinitions.ColumnsAnonymized,
            Number(report.Tables.Sum(table => table.Columns.Count(column => column.Decision == "masked"))));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Nonce() => "ci-anon-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
