using CiAnon.Planning;
using CiAnon.Strategies;

namespace CiAnon.Audits;

/// <summary>Columns that are kept and speak of persons.</summary>
internal static class KeptFindings
{
    public static IEnumerable<AuditFinding> Of(PlanReview review, PolicyPlaces places)
    {
        foreach (var table in review.Tables.Where(table => !table.Table.IsPartition))
            foreach (var column in table.Columns.Where(column => column is { Action: ColumnAction.Kept, Kind: not null, Ledger: not null }))
            {
                var rule = column.Ledger!.Reason is null ? AuditRules.KeepLooksPersonal : AuditRules.ReasonedKeepLooksPersonal;
                var name = $"{table.Table.FullName}.{column.Column.Name}";
                yield return new AuditFinding(rule, name,
                    $"{name} is kept{(column.Ledger.Reason is null ? " without a reason" : "")}, and its name speaks of {PersonalKinds.Of(column.Kind!.Value).Title}",
                    column.Position ?? places.Of(table.Table.FullName));
            }
    }
}
