using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits;

/// <summary>Columns that somebody decided to keep and that look personal: by a sample of their values, or by name where there is none.</summary>
internal sealed class KeptFindings(Policy policy, PlanReview review, PolicyPlaces places)
{
    public IEnumerable<AuditFinding> Find(Dump? dump, Catalog catalog, CancellationToken cancellation)
    {
        var kept = review.Tables.Where(table => !table.Table.IsPartition)
            .SelectMany(table => table.Columns.Where(column => column is { Action: ColumnAction.Kept, Ledger: not null }).Select(column => (table.Table, Column: column))).ToList();
        var tables = kept.Select(column => column.Table.Oid).ToHashSet();
        var survey = dump is null || kept.Count == 0 ? null : DumpSurvey.Run(dump, catalog, cancellation, table => tables.Contains(table.Oid));
        foreach (var (table, column) in kept)
        {
            var byName = ColumnScorer.Score(table, column.Column, sample: null);
            var verdict = survey?.Verdict(table, column.Column) ?? byName;
            if (verdict is not { Kind: { } kind, IsSure: true }) continue;
            yield return Finding(table, column, kind, verdict, isKnown: byName.Kind == kind);
        }
    }

    // Who gave a reason saw the name. What only the values say, nobody may have seen.
    private AuditFinding Finding(Table table, ColumnPlan column, PersonalKind kind, ColumnVerdict verdict, bool isKnown)
    {
        var name = $"{table.FullName}.{column.Column.Name}";
        var isDecided = column.Ledger!.Reason is not null && (isKnown || IsAllowed(name, kind));
        return new AuditFinding(isDecided ? AuditRules.ReasonedKeepLooksPersonal : AuditRules.KeepLooksPersonal, name,
            $"{name} is kept{(column.Ledger.Reason is null ? " without a reason" : "")} and looks like {PersonalKinds.Of(kind).Title}, {verdict.Confidence * 100:0} %: {verdict.Why}",
            column.Position ?? places.Of(table.FullName));
    }

    private bool IsAllowed(string name, PersonalKind kind) => policy.Allowed.Any(allowance => allowance.Check is null or "patterns" && allowance.Covers(name, kind));
}
