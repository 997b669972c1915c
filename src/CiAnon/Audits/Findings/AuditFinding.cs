using CiAnon.Diagnostics;

namespace CiAnon.Audits.Findings;

/// <summary>One thing that an audit found. Names, types, numbers and dates; never a value of a row.</summary>
/// <param name="Object">The table or column, or the rule as written: what stays the same when lines move.</param>
/// <param name="Position">Of the rule, or of what is nearest to where one belongs.</param>
public sealed record AuditFinding(AuditRule Rule, string Object, string Message, SourcePosition Position)
{
    /// <summary>The format of every diagnostic: <c>ci-anon.yml(12,7): error stale-table: message</c>.</summary>
    public override string ToString() =>
        $"{Position.File}({Position.Line},{Position.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}
