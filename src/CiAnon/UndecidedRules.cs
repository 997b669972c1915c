using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon;

/// <summary>Rules that were only proposed: a person at a keyboard is told of them, and an unattended run stops.</summary>
internal static class UndecidedRules
{
    // Beyond that nobody reads on; the plan, the audit and the report name all.
    private const int MostNamed = 8;

    /// <summary>One diagnostic per table; errors where the run stops.</summary>
    public static IReadOnlyList<Diagnostic> Of(Policy policy, Plan plan, Func<string, string?> environment)
    {
        var (mode, why) = Mode(policy, environment);
        var code = mode == UndecidedMode.Fail ? DiagnosticCodes.UndecidedRules : DiagnosticCodes.UndecidedRulesGoOn;
        // A partition follows its parent's rule.
        return
        [
            .. plan.Tables.SelectMany(table => table.Columns.Where(column => column.Proposed is not null).Select(column => (table.Table, Column: column)))
                .DistinctBy(pair => pair.Column.Position).GroupBy(pair => pair.Table.FullName)
                .Select(table => new Diagnostic(code, $"nobody decided on {Plural.Of(table.Count(), "proposed rule")} of table {table.Key}: {Names([.. table])}; {why}", table.First().Column.Position)),
        ];
    }

    private static string Names(IReadOnlyList<(Catalogs.Table, ColumnPlan Column)> columns) =>
        string.Join(", ", columns.Take(MostNamed).Select(pair => $"{pair.Column.Column.Name} (line {pair.Column.Position?.Line})"))
        + (columns.Count > MostNamed ? $" and {columns.Count - MostNamed} more" : "");

    private static (UndecidedMode Mode, string Why) Mode(Policy policy, Func<string, string?> environment)
    {
        if (policy.Undecided is { } mode) return (mode, $"the policy says `undecided: {mode.ToString().ToLowerInvariant()}`");
        // Hosts that we don't know say so, too.
        var host = CiContext.From(environment)?.Host ?? (environment("CI") is "true" or "1" ? "CI" : null);
        return host is null
            ? (UndecidedMode.Warn, "no CI host was detected, so the run goes on; in CI it stops")
            : (UndecidedMode.Fail, $"a CI host was detected ({host}), so the run stops, unless the policy says `undecided: warn`");
    }
}
