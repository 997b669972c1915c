using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon;

/// <summary>Rules that were only proposed: a person at a keyboard is told of them, and an unattended run stops.</summary>
internal static class UndecidedRules
{
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
                .Select(table => new Diagnostic(code, $"table {table.Key} has rules that were proposed and that nobody decided on: {Names(table)}; {why}", table.First().Column.Position)),
        ];
    }

    private static string Names(IEnumerable<(Catalogs.Table, ColumnPlan Column)> columns) =>
        string.Join(", ", columns.Select(pair => $"{pair.Column.Column.Name} (line {pair.Column.Position?.Line})"));

    private static (UndecidedMode Mode, string Why) Mode(Policy policy, Func<string, string?> environment)
    {
        if (policy.Undecided is { } mode) return (mode, $"the policy says `undecided: {mode.ToString().ToLowerInvariant()}`");
        // Hosts that we don't know say so, too.
        var host = CiContext.From(environment)?.Host ?? (environment("CI") is "true" or "1" ? "CI" : null);
        return host is null
            ? (UndecidedMode.Warn, "no CI host was detected, so the run goes on; in CI it stops, unless the policy says `undecided: warn`")
            : (UndecidedMode.Fail, $"a CI host was detected ({host}), so the run stops, unless the policy says `undecided: warn`");
    }
}
