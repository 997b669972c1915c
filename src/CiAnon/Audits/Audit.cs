using CiAnon.Audits.Findings;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Stages;
using CiAnon.Strategies;

namespace CiAnon.Audits;

/// <summary>Compares a policy with the schema of a dump or database, and with the report of an earlier run. Needs no server for a dump.</summary>
public static class Audit
{
    /// <exception cref="CiAnonException">The policy, the dump, the database or the baseline can't be read.</exception>
    public static AuditResult Run(AuditOptions options, CancellationToken cancellation)
    {
        using var dump = Open(options, cancellation);
        return Run(options, dump, cancellation);
    }

    /// <summary>The dump to compare with, for several looks at it; null when a database is.</summary>
    public static Dump? Open(AuditOptions options, CancellationToken cancellation) =>
        options.DumpPath is { } path ? DumpSource.Open(path, options.StandardInput, workDirectory: null, cancellation, options.MaxExpansion, options.DumpedDatabase) : null;

    /// <param name="dump">From <see cref="Open"/>.</param>
    public static AuditResult Run(AuditOptions options, Dump? dump, CancellationToken cancellation)
    {
        var baseline = options.BaselinePath is { } path ? Baseline.Read(path) : null;
        var read = ReadPolicy(options);
        var policy = read.ForReview!;
        var source = AuditSource.Read(options, dump);
        var review = Planner.Review(policy, source.Catalog, source.Facts);
        var places = new PolicyPlaces(policy, source.Catalog);
        AuditFinding[] findings =
        [
            .. DecisionFindings.Of(policy, read.Diagnostics, options.Today),
            .. PlanFindings.Of(policy, review, places),
            .. PlanFindings.OfExtensions(policy, source.Catalog),
            .. new KeptFindings(policy, review, places).Find(dump, source.Catalog, cancellation),
            .. SecretFindings.Of(policy, dump, places),
            .. source.Unseen.Select(table => new AuditFinding(AuditRules.UnseenTable, table, $"table {table} has rows and isn't created by the dump", places.Top)),
            .. baseline is null ? [] : DriftFindings.Of(baseline, State(review, policy, dump, baseline, cancellation), places),
        ];
        return new AuditResult(source.Name, review.Tables.Count, review.Tables.Sum(table => table.Columns.Count),
            [.. findings.Distinct().OrderBy(finding => finding.Position.Line).ThenBy(finding => finding.Position.Column).ThenBy(finding => finding.Object, StringComparer.Ordinal)])
        {
            Notices = read.Notices,
        };
    }

    internal static PolicyReadResult ReadPolicy(AuditOptions options)
    {
        var result = PolicySource.ReadFor(options.DumpedDatabase, options.PolicyPath, options.Environment, options.Today);
        return result.ForReview is null ? throw new CiAnonException(result.Diagnostics) : result;
    }

    private static DriftState State(PlanReview review, Policy policy, Dump? dump, Baseline baseline, CancellationToken cancellation)
    {
        // Only who compares numbers of rows has to count them.
        var rows = dump is not null && dump.Toc.Any(entry => entry.IsTableData) ? RowCounts.Of(dump, baseline.Report, cancellation) : null;
        return new DriftState([.. review.Tables.Select(table => Section(table, rows))], policy.Sha256, HasRows: rows is not null) { Presets = ReportWriter.Presets(policy) };
    }

    private static TableSection Section(TablePlan plan, IReadOnlyDictionary<string, long>? rows) => new(
        plan.Table.Schema, plan.Table.Name, Word(plan.Rows), rows?.GetValueOrDefault(plan.Table.FullName) ?? 0, 0,
        [.. plan.Columns.Select(column => new ColumnSection(column.Column.Name, column.Column.Type.Name, Word(column.Action), column.Reason, column.Strategy?.Name, null, null, null)
        {
            Kind = column.ReportedKind is { } kind ? PersonalKinds.Of(kind).Name : null,
        })]);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
