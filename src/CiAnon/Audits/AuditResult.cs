using CiAnon.Audits.Findings;
using CiAnon.Diagnostics;

namespace CiAnon.Audits;

/// <summary>What an audit found, in the policy's order.</summary>
/// <param name="Source">What the policy was compared with, for people.</param>
public sealed record AuditResult(string Source, int Tables, int Columns, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>What to tell of the policy itself, where it is another tool's file.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>Notes don't count.</summary>
    public bool Passed => Findings.All(finding => finding.Rule.Severity == Severity.Note);

    public int Count(Severity severity) => Findings.Count(finding => finding.Rule.Severity == severity);
}
