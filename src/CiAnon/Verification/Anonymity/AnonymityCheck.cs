using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Tables;

namespace CiAnon.Verification.Anonymity;

/// <summary>
/// Combinations of columns that may single a person out: those that the policy declares must be shared by enough rows; likely ones of
/// other tables are measured and reported only.
/// </summary>
internal static class AnonymityCheck
{
    // What nobody asked for must not take long.
    private const int MostTables = 20;
    private const int MostColumns = 5;
    private const long MostRows = 2_000_000;

    public static CheckResult Run(RunResult run, int jobs, CancellationToken cancellation)
    {
        var declared = run.Plan.Anonymity.Select(rule => new AnonymityQuery(rule.Table, rule.Columns, rule.K, rule.L, rule.Position)).ToList();
        var likely = Likely(run, declared.Select(query => query.Table.Oid).ToHashSet(), out var note);
        var seen = likely.Where(query => run.Catalog.Descendants(query.Table).All(table => run.Plan.Loading?.Loads(table) != false)).ToList();
        AnonymityQuery[] queries = [.. declared, .. seen];
        var measures = new AnonymityMeasure[queries.Length];
        ParallelTables.ForEach([.. Enumerable.Range(0, queries.Length)], jobs, run.Connect, (i, connection) => measures[i] = queries[i].Run(connection), cancellation);
        run.Anonymity = measures;
        run.Groups = [.. likely.Except(seen).Select(query => new GroupCounter(query.Table, query.Columns, Tasks(run, query.Table).Count(), MostRows))];
        return CheckDefinition.Anonymity.Result(declared.Count, [.. run.Anonymity.SelectMany(Findings)]) with { Note = note };
    }

    /// <summary>What the reading of the artefact counted comes to what PostgreSQL measured.</summary>
    public static IReadOnlyList<CheckResult> Complete(RunResult run)
    {
        run.Anonymity = [.. run.Anonymity, .. run.Groups.Select(counter => counter.Measure).OfType<AnonymityMeasure>().Where(measure => measure.Rows > 0)];
        var tooLarge = run.Groups.Where(counter => !counter.IsWhole).Select(counter => counter.Table.FullName).ToList();
        if (tooLarge.Count == 0) return run.Checks;
        return [.. run.Checks.Select(check => check.Id != CheckDefinition.Anonymity.Id ? check : check with { Note = $"{check.Note}; of these not measured, with more than {MostRows} rows: {string.Join(", ", tooLarge)}" })];
    }

    private static IEnumerable<Finding> Findings(AnonymityMeasure measure)
    {
        if (measure.RequiredK is not { } k || measure.Rows == 0) yield break;
        var combination = $"{measure.Table.FullName} ({string.Join(", ", measure.Columns.Select(column => column.Name))})";
        if (measure.K < k)
        {
            var share = 100.0 * measure.RowsBelow / measure.Rows;
            yield return new Finding(combination, measure.RowsBelow,
                $"k is {measure.K} and must be {k}: {measure.RowsBelow} of {measure.Rows} rows ({share:0.##} %) share their combination with fewer than {k - 1} others")
            { Position = measure.Position };
        }
        foreach (var sensitive in measure.Diversity.Where(sensitive => sensitive.L < sensitive.RequiredL))
        {
            yield return new Finding(combination, sensitive.GroupsBelow,
                $"l of {sensitive.Column.Name} is {sensitive.L} and must be {sensitive.RequiredL}: {sensitive.GroupsBelow} of {measure.Groups} combinations have fewer different values")
            { Position = measure.Position };
        }
    }

    private static List<AnonymityQuery> Likely(RunResult run, HashSet<uint> declared, out string? note)
    {
        var rows = Rows(run);
        var candidates = run.Plan.Tables
            .Where(plan => !plan.Table.IsPartition && plan.Table.Parents.Count == 0 && plan.Table.Kind != TableKind.Foreign && !declared.Contains(plan.Table.Oid))
            .Select(plan => (plan.Table, Columns: plan.Columns.Where(QuasiIdentifiers.IsLikely).Select(column => column.Column).ToList(), Rows: rows.GetValueOrDefault(plan.Table.Oid)))
            .Where(table => table.Columns.Count >= 2 && (table.Rows > 0 || IsCopied(run, table.Table)))
            .OrderByDescending(table => Tasks(run, table.Table).Sum(task => task.StoredBytes)).ToList();
        var chosen = candidates.Where(table => table.Rows <= MostRows).Take(MostTables).ToList();

        var notes = new List<string>();
        if (chosen.Count > 0) notes.Add($"measured and reported only, as the policy declares nothing for them: {string.Join(", ", chosen.Select(table => table.Table.FullName))}");
        var leftOut = candidates.Except(chosen).Select(table => table.Table.FullName).ToList();
        if (leftOut.Count > 0) notes.Add($"not measured (more than {MostRows} rows, or not among the {MostTables} largest): {string.Join(", ", leftOut)}");
        foreach (var (table, columns, _) in chosen.Where(table => table.Columns.Count > MostColumns))
            notes.Add($"not measured in {table.FullName}: {string.Join(", ", columns.Skip(MostColumns).Select(column => column.Name))}");
        if (declared.Count == 0 && candidates.Count == 0) notes.Add("the policy declares nothing, and no table has two columns that look like quasi-identifiers");
        note = notes.Count == 0 ? null : string.Join("; ", notes);
        return [.. chosen.Select(table => new AnonymityQuery(table.Table, [.. table.Columns.Take(MostColumns)], null, [], null))];
    }

    // A table's rows with those of its partitions and children: SQL sees them all through it.
    private static IEnumerable<TableTask> Tasks(RunResult run, Table table) =>
        run.Tables.Where(task => task.Table.Oid == table.Oid || run.Catalog.Ancestors(task.Table).Any(parent => parent.Oid == table.Oid));

    // How many rows there are is known when the artefact was read.
    private static bool IsCopied(RunResult run, Table table) => Tasks(run, table).Any(task => task is { IsLoaded: false, Way: BlockWay.Copied });

    private static Dictionary<uint, long> Rows(RunResult run) =>
        run.Tables.SelectMany(task => run.Catalog.Ancestors(task.Table).Prepend(task.Table).Select(table => (table.Oid, task.Facts.RowsStored)))
            .GroupBy(seen => seen.Oid, seen => seen.RowsStored).ToDictionary(group => group.Key, group => group.Sum());
}
