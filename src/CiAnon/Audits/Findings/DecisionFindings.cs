using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Audits.Findings;

/// <summary>Decisions that have expired or will soon, and those without the reason that the policy demands.</summary>
internal static class DecisionFindings
{
    /// <summary>How long before its end a decision is warned of.</summary>
    public const int WarningDays = 30;

    /// <param name="problems">What the policy's reader found; it knows the exact places.</param>
    public static IEnumerable<AuditFinding> Of(Policy policy, IReadOnlyList<Diagnostic> problems, DateOnly today)
    {
        var decisions = Decisions(policy).ToList();
        foreach (var problem in problems)
        {
            var rule = problem.Code == DiagnosticCodes.DecisionExpired ? AuditRules.ExpiredDecision : AuditRules.MissingReason;
            var at = problem.Position!.Value;
            // The problem stands on the decision's own key, or on its end that is written behind it.
            var name = decisions.Where(decision => IsUpTo(decision.Decision.Position, at))
                .MaxBy(decision => (decision.Decision.Position.Line, decision.Decision.Position.Column)).Name ?? "unlisted";
            yield return new AuditFinding(rule, name, problem.Message, at);
        }
        foreach (var (name, decision) in decisions)
        {
            if (decision.Until is not { } until || until < today || until > today.AddDays(WarningDays)) continue;
            var days = until.DayNumber - today.DayNumber;
            yield return new AuditFinding(AuditRules.ExpiringDecision, name,
                $"the decision on {name} ends on {until:yyyy-MM-dd}, {(days == 0 ? "today" : days == 1 ? "tomorrow" : $"in {days} days")}"
                + (decision.Owner is { } owner ? $"; it was made by {owner}" : ""), decision.Position);
        }
    }

    private static bool IsUpTo(SourcePosition place, SourcePosition other) => (place.Line, place.Column).CompareTo((other.Line, other.Column)) <= 0;

    private static IEnumerable<(string Name, Decision Decision)> Decisions(Policy policy) =>
        policy.Columns.Select(rule => (rule.Column, rule.Decision))
            .Concat(policy.Tables.SelectMany(table => table.Columns.Select(rule => ($"{table.Name}.{rule.Column}", rule.Decision)).Append((table.Name, table.KeepAll))))
            .Concat(policy.Allowed.Select(allowance => (allowance.Object, (Decision?)allowance.Decision)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (Name: pair.Item1, Decision: pair.Item2!));
}
