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
        SarifRule[] rules =
        [
            .. report.Checks.Select(check => new SarifRule(check.Id, ReportProblems.Title(check), DiagnosticCodes.CheckFailed.Help, Severity.Error) { Name = $"{Pascal(check.Id)}CheckFailed" }),
            .. ReportProblems.OtherErrors(report).Select(error => error.Code).Distinct(StringComparer.Ordinal).Select(Rule),
        ];
        var results = ReportProblems.Of(report).Take(MostResults)
            .Select(problem => new SarifResult(problem.Rule, Severity.Error, problem.Message, problem.Identity, problem.At));
        return SarifWriter.Write(rules, [.. results], baseFolder);
    }

    private static string Pascal(string id) => string.Concat(id.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static SarifRule Rule(string code) =>
        new(code, ReportProblems.Title(code), DiagnosticCodes.All.FirstOrDefault(known => known.Id == code)?.Help ?? "See the message.", Severity.Error);
}
