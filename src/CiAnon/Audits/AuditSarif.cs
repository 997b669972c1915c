using CiAnon.Audits.Findings;
using CiAnon.Reporting.Sarif;

namespace CiAnon.Audits;

/// <summary>An audit as SARIF, located on the policy's lines.</summary>
public static class AuditSarif
{
    /// <param name="baseFolder">Where the repository begins: paths are relative to it.</param>
    public static byte[] Write(AuditResult result, string baseFolder) => SarifWriter.Write(
        [.. AuditRules.All.Select(rule => new SarifRule(rule.Id, rule.Title, rule.Help, rule.Severity))],
        [.. result.Findings.Select(finding => new SarifResult(finding.Rule.Id, finding.Rule.Severity, finding.Message, finding.Object, finding.Position))],
        baseFolder);
}
