using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Sarif;

/// <summary>What failed in a run as SARIF: findings of checks under the check's id, other errors under their code.</summary>
public static class ReportSarif
{
    // Code scanning takes 25 000 results and shows 5000.
    private const int MostResults = 5000;

    /// <param name="baseFolder">Where the repository begins: paths are relative to it.</param>
    public static byte[] Write(ComplianceReport report, string baseFolder)
    {
        var errors = report.Errors.Where(error => !IsOfCheck(error)).ToList();
        SarifRule[] rules =
        [
            .. report.Checks.Select(check => new SarifRule(check.Id, $"Not true: {check.Claim}", DiagnosticCodes.CheckFailed.Help, Severity.Error)),
            .. errors.Select(error => error.Code).Distinct(StringComparer.Ordinal).Select(Rule),
        ];
        var results = report.Checks.SelectMany(check => check.Findings.Select(finding => Result(report, check, finding)))
            .Concat(errors.Select(error => new SarifResult(error.Code, Severity.Error, error.Message, error.Message, Position(report, error))));
        return SarifWriter.Write(rules, [.. results.Take(MostResults)], baseFolder);
    }

    private static SarifResult Result(ComplianceReport report, CheckSection check, FindingSection finding)
    {
        // The run's error about this finding knows the policy's line.
        var error = report.Errors.FirstOrDefault(error => error.Message.StartsWith($"check '{check.Id}': {finding.Object}: ", StringComparison.Ordinal));
        var place = ReportWords.Place(finding);
        return new SarifResult(check.Id, Severity.Error, $"{place}: {finding.Detail} ({finding.Violations})", place, Position(report, error));
    }

    private static bool IsOfCheck(ErrorSection error) => error.Code == DiagnosticCodes.CheckFailed.Id || error.Code == DiagnosticCodes.NotRestorable.Id;

    private static SarifRule Rule(string code) => DiagnosticCodes.All.FirstOrDefault(known => known.Id == code) is { } known
        ? new SarifRule(code, known.Title, known.Help, Severity.Error)
        : new SarifRule(code, "An error of another version of ci-anon", "See the message.", Severity.Error);

    // Without a line of its own a result stands at the top of the policy: hosts drop results without a place.
    private static SourcePosition Position(ComplianceReport report, ErrorSection? error) =>
        error is { File: { } file, Line: { } line, Column: { } column } ? new SourcePosition(file, line, column) : new SourcePosition(report.Policy.Name, 1, 1);
}
