using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Verification;

/// <summary>
/// No column of the result has more values that look personal than its kind's threshold, unless a person wrote down why: as an allowance, or
/// as the reason of a keep. A bare keep is no reason.
/// </summary>
internal static class PatternsCheck
{
    /// <param name="tables">Every table whose rows are in the result.</param>
    /// <param name="control">The positive control, run on the recognizers of this run.</param>
    /// <param name="texts">What was found in the SQL of the table of contents and in large objects.</param>
    public static CheckResult Run(IReadOnlyList<PatternTable> tables, IReadOnlyList<TextFindings> texts, PatternControl control, Policy policy)
    {
        var findings = new List<Finding>();
        var allowed = new List<AllowedFinding>();
        if (!control.Passed)
            findings.Add(new Finding("positive control", control.Planted - control.Found, $"planted samples not seen, so that the other results prove nothing: {string.Join(", ", control.Missed)}"));
        foreach (var table in tables)
        {
            for (var field = 0; field < table.Columns.Count; field++)
            {
                foreach (var finding in Findings($"{table.Name}.{table.Columns[field]}", table.Scanner, field, policy, table.Plan.Find(table.Columns[field])?.Position))
                {
                    if (DecisionOn(finding, table, field, policy) is { } decision) allowed.Add(new AllowedFinding(finding, decision));
                    else findings.Add(finding);
                }
            }
        }
        foreach (var text in texts.OrderBy(text => text.Object, StringComparer.Ordinal))
        {
            var (found, agreed) = Allowances.Apply(policy, CheckDefinition.Patterns.Id, Findings(text, policy));
            findings.AddRange(found);
            allowed.AddRange(agreed);
        }
        var examined = tables.Sum(table => table.Scanner.Wanted.Count(wanted => wanted));
        return CheckDefinition.Patterns.Result(examined, findings) with { Control = new ControlResult(control.Planted, control.Found), Allowed = allowed };
    }

    private static IEnumerable<Finding> Findings(TextFindings text, Policy policy) => Findings(text.Object, text.Patterns, 0, policy, null)
        .Select(finding => text.LargeObjects is { } objects && finding.Kind is { } kind ? InObjects(finding, objects, kind) : finding);

    // They are searched in pieces, and counted as what people know: objects.
    private static Finding InObjects(Finding finding, LargeObjectCounts objects, PersonalKind kind) => finding with
    {
        Violations = objects.Holding.GetValueOrDefault(kind, 1),
        Detail = $"of {objects.Searched} large objects hold what looks like {PersonalKinds.Of(kind).Title}; empty them with large_objects: drop, or allow it under verify",
    };

    private static IEnumerable<Finding> Findings(string what, PatternScanner scanner, int field, Policy policy, SourcePosition? position)
    {
        var seen = scanner.Seen(field);
        if (seen == 0) yield break;
        foreach (var threshold in PatternThreshold.All)
        {
            var matching = scanner.Matching(field, threshold.Kind);
            if (matching == 0 || !IsExceeded(threshold, policy, matching, seen)) continue;
            var names = Enumerable.Range(0, scanner.Recognizers.Count)
                .Where(index => scanner.Recognizers[index].Kind == threshold.Kind && scanner.Found(field, index).Matching > 0)
                .Select(index => scanner.Recognizers[index].Name);
            yield return new Finding(
                what, matching,
                $"of {seen} values look like {PersonalKinds.Of(threshold.Kind).Title} ({string.Join(", ", names)}); mask the column, keep it with a reason, or allow it under verify")
            {
                Kind = threshold.Kind,
                Position = position,
            };
        }
    }

    private static bool IsExceeded(PatternThreshold threshold, Policy policy, long matching, long seen)
    {
        if (!policy.PatternLimits.TryGetValue(threshold.Kind, out var limit)) return threshold.IsExceeded(matching, seen);
        return limit.Count is { } count ? matching > count : matching > seen * limit.Share!.Value;
    }

    private static Decision? DecisionOn(Finding finding, PatternTable table, int field, Policy policy) =>
        table.Plan.Find(table.Columns[field]) is { Action: ColumnAction.Kept, Ledger: { Reason: not null } ledger } ? ledger : Allowances.On(policy, CheckDefinition.Patterns.Id, finding);
}
