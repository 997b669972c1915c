using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits.Findings;

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
            var kinds = Kinds(verdict, hasReason: column.Ledger!.Reason is not null).ToList();
            if (kinds.Count > 0) yield return Finding(table, column, verdict, kinds, byName.Kind);
        }
    }

    // A few values that may be something else are what a reason is for.
    private static IEnumerable<SampledKind> Kinds(ColumnVerdict verdict, bool hasReason)
    {
        if (verdict.Seen.Count == 0) return verdict is { Kind: { } kind, IsSure: true } ? [new SampledKind(kind, 1, IsUnmistakable: false)] : [];
        return verdict.Seen.Where(seen => seen.IsUnmistakable || verdict.IsSure || !hasReason);
    }

    private AuditFinding Finding(Table table, ColumnPlan column, ColumnVerdict verdict, IReadOnlyList<SampledKind> kinds, PersonalKind? named)
    {
        var name = $"{table.FullName}.{column.Column.Name}";
        var hasReason = column.Ledger!.Reason is not null;
        // Who gave a reason saw the name. What only the values say, nobody may have seen; and what is nothing else, no reason covers.
        var open = kinds.Where(kind => !IsAllowed(name, kind.Kind) && !(hasReason && !kind.IsUnmistakable && named == verdict.Kind)).ToList();
        var titles = string.Join(", ", (open.Count > 0 ? open : kinds).Select(kind => PersonalKinds.Of(kind.Kind).Title));
        var remedy = open.Any(kind => kind.IsUnmistakable) ? "; no reason covers that, only an entry under verify: allow" : "";
        return new AuditFinding(open.Count == 0 ? AuditRules.ReasonedKeepLooksPersonal : AuditRules.KeepLooksPersonal, name,
            $"{name} is kept{(hasReason ? "" : " without a reason")} and looks like {titles}, {verdict.Confidence * 100:0} %: {verdict.Why}{remedy}",
            column.Position ?? places.Of(table.FullName));
    }

    private bool IsAllowed(string name, PersonalKind kind) => policy.Allowed.Any(allowance => allowance.Check is null or "patterns" && allowance.Covers(name, kind));
}
