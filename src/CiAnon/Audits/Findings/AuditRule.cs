using CiAnon.Diagnostics;

namespace CiAnon.Audits.Findings;

/// <summary>One row of the table of what an audit looks for: docs/audit.md, SARIF and JUnit come from here.</summary>
/// <param name="Id">Stable for ever: <c>stale-table</c>.</param>
/// <param name="Severity">Errors and warnings make the audit fail; notes don't.</param>
/// <param name="Title">What was found, in a few words.</param>
/// <param name="Help">What to do about it.</param>
public sealed record AuditRule(string Id, Severity Severity, string Title, string Help);
