using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Audits.Findings;

/// <summary>What changed since an earlier run's report.</summary>
internal static class DriftFindings
{
    private const string Masked = "masked";

    public static IEnumerable<AuditFinding> Of(Baseline baseline, DriftState now, PolicyPlaces places)
    {
        var drift = baseline.Compare(now);
        var since = $"since {drift.Since.UtcDateTime:yyyy-MM-dd}";
        return drift.Changes.Select(change => new AuditFinding(Rule(change), change.Object, Message(change, since), places.OfObject(change.Object)));
    }

    private static AuditRule Rule(DriftEntry change) => change.Change switch
    {
        DriftChange.TableAdded => AuditRules.TableAdded,
        DriftChange.TableRemoved => AuditRules.TableRemoved,
        DriftChange.ColumnAdded => AuditRules.ColumnAdded,
        DriftChange.ColumnRemoved => AuditRules.ColumnRemoved,
        DriftChange.Type => AuditRules.TypeChanged,
        DriftChange.Kind => AuditRules.KindChanged,
        DriftChange.Rows => AuditRules.RowsChanged,
        DriftChange.Policy => AuditRules.PolicyChanged,
        DriftChange.Decision when IsMasked(change.Before) && !IsMasked(change.After) => AuditRules.ProtectionRemoved,
        DriftChange.Decision => AuditRules.DecisionChanged,
        _ => throw new InvalidOperationException($"an audit knows nothing of {change.Change}"),
    };

    private static bool IsMasked(string? decision) => decision?.StartsWith(Masked, StringComparison.Ordinal) == true;

    private static string Message(DriftEntry change, string since) => change.Change switch
    {
        DriftChange.TableAdded => $"table {change.Object} is new {since}, with {change.After}",
        DriftChange.TableRemoved => $"table {change.Object} is gone {since}",
        DriftChange.ColumnAdded => $"{change.Object} ({change.After}) is new {since}",
        DriftChange.ColumnRemoved => $"{change.Object} ({change.Before}) is gone {since}",
        DriftChange.Type => $"{change.Object} was {change.Before} and is {change.After} {since}",
        DriftChange.Decision => $"{change.Object} was {change.Before} and is {change.After} {since}",
        DriftChange.Kind => $"{change.Object} was {change.Before ?? "of no known kind"} and is {change.After ?? "of no known kind"} {since}",
        DriftChange.Rows => $"table {change.Object} had {change.Before} rows and has {change.After} {since}",
        DriftChange.Policy when change.Object != "policy" => $"{change.Object} was {change.Before} and is {change.After} {since}: its rules changed with the tool",
        _ => $"the policy isn't the same {since}",
    };
}
