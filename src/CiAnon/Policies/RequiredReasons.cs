using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies;

/// <summary><c>require_reasons: true</c>: names everything that is kept without a reason.</summary>
internal static class RequiredReasons
{
    public static void Report(Policy policy, YamlNode? unlisted, PolicyProblems problems)
    {
        if (policy.Unlisted == UnlistedMode.Keep && unlisted is not null)
            Add(unlisted.At, "'unlisted: keep' keeps columns without a reason: say 'unlisted: fail', and give each column a strategy or a reason");
        foreach (var rule in policy.Columns.Concat(policy.Tables.SelectMany(table => table.Columns)))
        {
            if (rule.Decision is { Reason: null } && rule.Proposed is not null)
                Add(rule.Position, "nobody decided that this column is kept: look at it, and turn 'proposed', a machine's words, into 'reason', yours");
            else if (rule is { Decision.Reason: null, Condition: not null })
                Add(rule.Position, "rows are kept without a reason: write it into the condition, { column: ..., reason: \"...\" }");
            else if (rule.Decision is { Reason: null })
                Add(rule.Position, "a column is kept without a reason: write keep: { COLUMN: { reason: \"...\" } }, or { strategy: keep, reason: \"...\" }");
        }
        foreach (var table in policy.Tables)
        {
            if (table.KeepAll is { } keepAll)
                Add(keepAll.Position, "'keep: all' has no place for a reason: write keep: { \"*\": { reason: \"...\" } }");
        }

        void Add(SourcePosition at, string message) => problems.Add(DiagnosticCodes.ReasonMissing, at, message);
    }
}
