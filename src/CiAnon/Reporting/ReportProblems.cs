using CiAnon.Diagnostics;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Verification;

namespace CiAnon.Reporting;

/// <summary>What failed in a run, one by one: findings of checks under the check's id, other errors under their code.</summary>
internal static class ReportProblems
{
    public static IEnumerable<ReportProblem> Of(ComplianceReport report) =>
        report.Checks.SelectMany(check => check.Findings.Select(finding => Finding(report, check, finding)))
            .Concat(OtherErrors(report).Select(error => new ReportProblem(error.Code, Title(error.Code), error.Message, error.Message, Position(report, error))));

    /// <summary>Errors that no check's finding tells of.</summary>
    public static IEnumerable<ErrorSection> OtherErrors(ComplianceReport report) =>
        report.Errors.Where(error => error.Code != DiagnosticCodes.CheckFailed.Id && error.Code != DiagnosticCodes.NotRestorable.Id);

    public static string Title(CheckSection check) => $"Not true: {check.Claim}";

    public static string Title(string code) => DiagnosticCodes.All.FirstOrDefault(known => known.Id == code)?.Title ?? "An error of another version of ci-anon";

    private static ReportProblem Finding(ComplianceReport report, CheckSection check, FindingSection finding)
    {
        var place = ReportWords.Place(finding);
        // The run's error about this finding knows the policy's line.
        var error = report.Errors.FirstOrDefault(error => error.Message.StartsWith(FailedChecks.Start(check.Id, place), StringComparison.Ordinal));
        return new ReportProblem(check.Id, Title(check), $"{place}: {finding.Detail}{(finding.Remedy is { } remedy ? $". {remedy}" : "")}", place, Position(report, error));
    }

    private static SourcePosition Position(ComplianceReport report, ErrorSection? error) =>
        error is { File: { } file, Line: { } line, Column: { } column } ? new SourcePosition(file, line, column) : new SourcePosition(report.Policy.Name, 1, 1);
}
