using CiAnon.Diagnostics;
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
            $"check '{check.Id}': {finding.Object}: {finding.Detail} ({Count(finding)}){consequence}", finding.Position)))];

    private static string Count(Finding finding) =>
        finding.Kind is { } kind ? $"{finding.Violations} values, kind {PersonalKinds.Of(kind).Name}" : $"{finding.Violations} violations";
}
