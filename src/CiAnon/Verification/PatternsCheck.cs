using CiAnon.Discovery;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Verification;

/// <summary>
/// No column of the result has more values that look personal than its kind's threshold, unless a person wrote down why: as an allowance, or
/// as the reason of a keep. A bare keep is no reason.
/// </summary>
public static class PatternsCheck
{
    /// <param name="tables">Every table whose rows are in the result.</param>
    /// <param name="control">The positive control, run on the recognizers of this run.</param>
    /// <param name="today">Allowances and reasons that ended before it don't hold.</param>
    public static CheckResult Run(IReadOnlyList<PatternTable> tables, PatternControl control, Policy policy, DateOnly today)
    {
        var findings = new List<Finding>();
        var allowed = new List<AllowedFinding>();
        if (!control.Passed)
            findings.Add(new Finding("positive control", control.Planted - control.Found, "planted samples that the scanner did not see: its other results prove nothing"));
        foreach (var table in tables)
        {
            for (var field = 0; field < table.Columns.Count; field++)
            {
                foreach (var finding in Findings(table, field, policy))
                {
                    if (DecisionOn(finding, table, field, policy, today) is { } decision) allowed.Add(new AllowedFinding(finding, decision));
                    else findings.Add(finding);
                }
            }
        }
        var examined = tables.Sum(table => table.Scanner.Wanted.Count(wanted => wanted));
        return CheckDefinition.Patterns.Result(examined, findings) with { Control = new ControlResult(control.Planted, control.Found), Allowed = allowed };
    }

    private static IEnumerable<Finding> Findings(PatternTable table, int field, Policy policy)
    {
        var scanner = table.Scanner;
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
                $"{table.Name}.{table.Columns[field]}", matching,
                $"of {seen} values look like {PersonalKinds.Of(threshold.Kind).Title} ({string.Join(", ", names)}); mask the column, or keep it with a reason")
            {
                Kind = threshold.Kind,
                Position = table.Plan.Find(table.Columns[field])?.Position,
            };
        }
    }

    private static bool IsExceeded(PatternThreshold threshold, Policy policy, long matching, long seen)
    {
        if (!policy.PatternLimits.TryGetValue(threshold.Kind, out var limit)) return threshold.IsExceeded(matching, seen);
        return limit.Count is { } count ? matching > count : matching > seen * limit.Share!.Value;
    }

    private static Decision? DecisionOn(Finding finding, PatternTable table, int field, Policy policy, DateOnly today)
    {
        if (table.Plan.Find(table.Columns[field]) is { Action: ColumnAction.Kept, Ledger: { Reason: not null } ledger } && Holds(ledger, today)) return ledger;
        return policy.Allowed.FirstOrDefault(allowance => (allowance.Check ?? "patterns") == "patterns" && (allowance.Kind ?? finding.Kind) == finding.Kind
            && Covers(allowance.Object, finding.Object) && Holds(allowance.Decision, today))?.Decision;
    }

    // The last day still counts.
    private static bool Holds(Decision decision, DateOnly today) => decision.Until is not { } until || today <= until;

    private static bool Covers(string glob, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(glob.Split('.').Length < 3 ? $"public.{glob}" : glob, name, ignoreCase: false);
}
