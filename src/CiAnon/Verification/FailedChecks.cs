using CiAnon.Diagnostics;
using CiAnon.Reporting;
using CiAnon.Strategies;

namespace CiAnon.Verification;

/// <summary>Failed checks as diagnostics.</summary>
internal static class FailedChecks
{
    private const int MostPerCheck = 20;

    /// <param name="consequence">What follows from it, such as "; nothing was published".</param>
    public static IReadOnlyList<Diagnostic> Describe(IEnumerable<CheckResult> checks, string consequence) =>
        [.. checks.Where(check => !check.Passed).SelectMany(check => check.Findings.Take(MostPerCheck).Select(finding => new Diagnostic(
            check.Id == CheckDefinition.Restorable.Id ? DiagnosticCodes.NotRestorable : DiagnosticCodes.CheckFailed,
            $"{Start(check.Id, Place(finding))}{finding.Detail}{consequence}. {finding.Remedy ?? CheckDefinition.Of(check.Id).Remedy}", finding.Position)))];

    /// <summary>How the message about a finding begins.</summary>
    public static string Start(string check, string place) => $"check '{check}': {place}: ";

    private static string Place(Finding finding) => ReportWords.Place(finding.Object, finding.Path, finding.Kind is { } kind ? PersonalKinds.Of(kind).Name : null);
}
