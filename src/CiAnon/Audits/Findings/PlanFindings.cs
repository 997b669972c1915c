using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon.Audits.Findings;

/// <summary>What a run's planner would say, as findings: everything at once, column by column where it matters.</summary>
internal static class PlanFindings
{
    public static IEnumerable<AuditFinding> Of(Policy policy, PlanReview review, PolicyPlaces places)
    {
        // A partition's columns are its parent's: one decision is enough, and one finding.
        foreach (var table in review.Tables.Where(table => !table.Table.IsPartition))
            foreach (var column in table.Columns.Where(column => column.Action == ColumnAction.Undecided))
                yield return new AuditFinding(AuditRules.UndecidedColumn, $"{table.Table.FullName}.{column.Column.Name}",
                    $"{table.Table.FullName}.{column.Column.Name} ({column.Column.Type.Name}) has no decision: give it a strategy under columns, or list it under keep",
                    places.Of(table.Table.FullName));

        foreach (var (table, column) in review.Tables.SelectMany(table => table.Columns.Where(column => column.Proposed is not null).Select(column => (table.Table.FullName, column)))
            .DistinctBy(pair => pair.column.Position))
            yield return new AuditFinding(AuditRules.UndecidedRule, $"{table}.{column.Column.Name}",
                $"nobody decided on {table}.{column.Column.Name}, which was only proposed to be {(column.Strategy is { } strategy ? $"masked by {strategy.Name}" : "kept")} ({column.Proposed})",
                column.Position ?? places.Of(table));

        foreach (var (table, column) in review.Tables.Where(table => !table.Table.IsPartition).SelectMany(table => table.Columns.Where(Encrypts).Select(column => (table.Table.FullName, column))))
            yield return new AuditFinding(AuditRules.ReversibleColumn, $"{table}.{column.Column.Name}",
                $"{table}.{column.Column.Name} is encrypted: whoever has the key can read its values", column.Position ?? places.Of(table));

        foreach (var problem in review.Problems.Where(problem => problem.Code != DiagnosticCodes.Undecided && problem.Code != DiagnosticCodes.NoMaskFor))
        {
            var rule = Rule(problem, places);
            var message = rule == AuditRules.DoesNotFit || rule == AuditRules.FitsPoorly ? $"{problem.Code.Id}: {problem.Message}" : problem.Message;
            yield return new AuditFinding(rule, NameOf(problem, policy), message, problem.Position ?? places.Top);
        }
    }

    private static bool Encrypts(ColumnPlan column) => column.Strategy?.Name == "encrypt" || column.Mask?.Inside.Any(rule => rule.Strategy.Name == "encrypt") == true;

    /// <summary>Entries that may be right, as far as anybody can tell from a schema without rows.</summary>
    public static IEnumerable<AuditFinding> OfExtensions(Policy policy, Catalog catalog) => !catalog.MayLackTables ? [] :
        policy.Tables.Where(entry => TableNames.Find(entry.Name, catalog) is null)
            .Select(entry => new AuditFinding(AuditRules.ExtensionTable, entry.Name, $"the dump has no table '{entry.Name}', which an extension may have", entry.Position));

    private static AuditRule Rule(Diagnostic problem, PolicyPlaces places)
    {
        if (problem.Code == DiagnosticCodes.KeptUnlisted) return AuditRules.UnlistedKeep;
        if (problem.Code == DiagnosticCodes.UnknownTable) return AuditRules.StaleTable;
        if (problem.Code != DiagnosticCodes.UnknownColumn && problem.Code != DiagnosticCodes.RuleMatchesNothing) return problem.Severity == Severity.Error ? AuditRules.DoesNotFit : AuditRules.FitsPoorly;
        return places.IsGlob(problem.Position) ? AuditRules.StaleGlob : AuditRules.StaleColumn;
    }

    // The rule as written, so that a finding is the same one when lines move.
    private static string NameOf(Diagnostic problem, Policy policy)
    {
        foreach (var table in policy.Tables)
        {
            if (table.Position == problem.Position) return table.Name;
            if (table.Columns.FirstOrDefault(rule => rule.Position == problem.Position) is { } rule) return $"{table.Name}.{rule.Column}";
        }
        return policy.Columns.FirstOrDefault(rule => rule.Position == problem.Position)?.Column ?? problem.Code.Id;
    }
}
