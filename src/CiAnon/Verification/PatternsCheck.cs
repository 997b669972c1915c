using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;
using CiAnon.Verification.Search;

namespace CiAnon.Verification;

/// <summary>
/// No column of the result has more values that look personal than its kind's threshold, unless a person wrote down why: as an allowance, or,
/// where the values may be something else, as the reason of a keep. A bare keep is no reason, and a machine's proposal neither.
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
            findings.Add(new Finding("positive control", control.Planted - control.Found, $"{Plural.Of(control.Planted - control.Found, "planted sample")} not seen, so that the other results prove nothing: {string.Join(", ", control.Missed)}") { Remedy = CheckDefinition.BugOfOurs });
        foreach (var table in tables)
        {
            for (var field = 0; field < table.Columns.Count; field++)
            {
                allowed.AddRange(Tolerated($"{table.Name}.{table.Columns[field]}", table.Scanner, field, policy));
                foreach (var finding in Findings(table, field, policy))
                {
                    if (IsToldOfKept(finding, table, field, policy)) continue;
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
            allowed.AddRange(Tolerated(text.Object, text.Patterns, 0, policy));
        }
        var examined = tables.Sum(table => table.Scanner.Wanted.Count(wanted => wanted));
        return CheckDefinition.Patterns.Result(examined, findings) with { Control = new ControlResult(control.Planted, control.Found), Allowed = allowed };
    }

    private static IEnumerable<Finding> Findings(TextFindings text, Policy policy) => Findings(text.Object, text.Patterns, 0, policy)
        .Select(finding => (text.LargeObjects is { } objects ? InObjects(finding, objects, finding.Kind!.Value) : finding) with { Remedy = Remedies.Outside(text.Object, finding.Kind!.Value) });

    // They are searched in pieces, and counted as what people know: objects.
    private static Finding InObjects(Finding finding, LargeObjectCounts objects, PersonalKind kind)
    {
        var holding = objects.Holding.GetValueOrDefault(kind, 1);
        return finding with
        {
            Violations = holding,
            Detail = $"{holding} of {Plural.Of(objects.Searched, "large object")} {(holding == 1 ? "holds" : "hold")} what looks personal: {PersonalKinds.Of(kind).Title}",
        };
    }

    private static IEnumerable<Finding> Findings(PatternTable table, int field, Policy policy)
    {
        var column = table.Plan.Find(table.Columns[field]);
        return Findings($"{table.Name}.{table.Columns[field]}", table.Scanner, field, policy)
            .Select(finding => finding with { Position = column?.Position, Remedy = Remedy(finding.Kind!.Value, column, table.Scanner.SeesUnmistakable(field, finding.Kind!.Value), table.IsKept) });
    }

    // What a condition kept inside of a value stands in the result, too: once is enough.
    private static bool IsToldOfKept(Finding finding, PatternTable table, int field, Policy policy) => table.Plan.Find(table.Columns[field])?.Condition is not null
        && table.Kept.SelectMany(kept => Findings(kept, field, policy)).Any(kept => kept.Kind == finding.Kind && kept.Violations >= finding.Violations);

    private static string Remedy(PersonalKind kind, ColumnPlan? column, bool isUnmistakable, bool isKept) => isKept
        ? isUnmistakable ? Remedies.OfCondition + " No reason of a keep covers what can be nothing else." : Remedies.OfConditionOrReason
        : isUnmistakable ? Remedies.Mask(kind, column) + " No reason of a keep covers what can be nothing else."
        : Remedies.MaskOrReason(kind, column)
            + (column is { Action: ColumnAction.Kept } && kind is PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName ? $" Brands and places are called like people: if these are some, write {column!.Column.Name}: {{ strategy: keep, reason: ... }}." : "");

    private static IEnumerable<Finding> Findings(string what, PatternScanner scanner, int field, Policy policy)
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
            yield return new Finding(what, matching, $"{matching} of {Plural.Of(seen, "value")} {(matching == 1 ? "looks" : "look")} personal: {PersonalKinds.Of(threshold.Kind).Title} ({string.Join(", ", names)})")
            { Kind = threshold.Kind };
        }
    }

    // A limit of the policy's is an allowance, too: what it lets through is told.
    private static IEnumerable<AllowedFinding> Tolerated(string what, PatternScanner scanner, int field, Policy policy)
    {
        var seen = scanner.Seen(field);
        foreach (var threshold in PatternThreshold.All.Where(threshold => policy.PatternLimits.ContainsKey(threshold.Kind)))
        {
            var matching = scanner.Matching(field, threshold.Kind);
            if (!threshold.IsExceeded(matching, seen) || IsExceeded(threshold, policy, matching, seen)) continue;
            yield return new AllowedFinding(new Finding(what, matching, "within the policy's limit") { Kind = threshold.Kind },
                new Decision("within the limit under verify: patterns", null, null, new SourcePosition(policy.Path, 1, 1)));
        }
    }

    private static bool IsExceeded(PatternThreshold threshold, Policy policy, long matching, long seen)
    {
        if (!policy.PatternLimits.TryGetValue(threshold.Kind, out var limit)) return threshold.IsExceeded(matching, seen);
        return limit.Count is { } count ? matching > count : matching > seen * limit.Share!.Value;
    }

    private static Decision? DecisionOn(Finding finding, PatternTable table, int field, Policy policy)
    {
        var isCovered = !table.Scanner.SeesUnmistakable(field, finding.Kind!.Value);
        var column = table.Plan.Find(table.Columns[field]);
        // The reason beside a condition is one for what it kept, where that was seen by itself.
        if (isCovered && column is { Ledger: { Reason: not null } ledger } && (column.Action == ColumnAction.Kept || (column.Condition is not null && table.Kept.Count == 0))) return ledger;
        return Allowances.On(policy, CheckDefinition.Patterns.Id, finding);
    }
}
