using CiAnon.Audits.Findings;
using CiAnon.Diagnostics;
using CiAnon.Reporting.JUnit;

namespace CiAnon.Audits;

/// <summary>An audit as JUnit XML: one case per rule.</summary>
public static class AuditJUnit
{
    public static byte[] Write(AuditResult result, DateTimeOffset startedAt, TimeSpan took) => JUnitWriter.Write(new JUnitSuite(
        "ci-anon audit", startedAt, took.TotalSeconds, [new("source", result.Source)],
        [.. AuditRules.All.Select(rule => Case(rule, [.. result.Findings.Where(finding => finding.Rule == rule)]))]));

    private static JUnitCase Case(AuditRule rule, IReadOnlyList<AuditFinding> findings) => new("ci-anon.audit", rule.Id)
    {
        // Notes are for reading, not for failing.
        Failure = findings.Count == 0 || rule.Severity == Severity.Note ? null
            : new JUnitFailure(rule.Id, $"{rule.Title}: {findings.Count}", string.Join('\n', [.. findings.Select(finding => finding.ToString()), rule.Help])),
    };
}
