using System.Buffers;
using System.Text;
using CiAnon.Planning;
using CiAnon.PostgresTests.Runs.Formats;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>
/// Restores the original and the artefact with pg_restore or psql into two databases and compares them row by row, with the report in
/// the other hand. Knows the plan, but believes only what psql, pg_dump, pg_restore and sha256sum say.
/// </summary>
internal sealed class ArtefactJudge(TestCluster cluster)
{
    private const int FewestCharactersToSearchFor = 6;

    /// <param name="run">What the engine left.</param>
    /// <param name="databaseOptions">Of both databases, such as their encoding.</param>
    /// <param name="canaries">Values that the artefact must not hold anywhere, besides the original e-mail addresses.</param>
    public void Judge(AnonymizedDump run, string databaseOptions = "", params string[] canaries)
    {
        AssertReport(run);
        var before = cluster.CreateDatabase(options: databaseOptions);
        var after = cluster.CreateDatabase(options: databaseOptions);
        try
        {
            // In one transaction COPY appends; otherwise it fills gaps in earlier pages, and rows would come back in another order.
            Restore(run.Original, before);
            Restore(run.Artefact, after);
            Assert.Equal(Schema(before), Schema(after));
            Assert.Equal(Sequences(before), Sequences(after));
            Assert.Equal(Populated(before), Populated(after));
            var masked = CompareRows(run, before, after);
            AssertConsistent(masked);
            AssertGone(run, masked, canaries);
        }
        finally
        {
            cluster.Execute("postgres", $"DROP DATABASE {before}; DROP DATABASE {after};");
        }
    }

    private static void AssertReport(AnonymizedDump run)
    {
        Assert.Equal(ReportStatus.Passed, run.Report.Status);
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed", 0L), (check.Id, check.Status, check.Violations)));
        Assert.Equal(RunFolder.Sha256(run.Original), run.Report.Input.Sha256);
        Assert.Equal(RunFolder.Sha256(run.Artefact), run.Report.Output!.Sha256);
    }

    private string Schema(string database) => string.Join('\n', Encoding.Latin1.GetString(cluster.DumpToPipe(database, "--schema-only")).Split('\n')
        .Where(line => !line.StartsWith("\\restrict", StringComparison.Ordinal) && !line.StartsWith("\\unrestrict", StringComparison.Ordinal)));

    private string Sequences(string database) =>
        cluster.Query(database, "SELECT schemaname, sequencename, last_value FROM pg_sequences ORDER BY 1, 2");

    private string Populated(string database) =>
        cluster.Query(database, "SELECT schemaname, matviewname, ispopulated FROM pg_matviews ORDER BY 1, 2");

    private List<MaskedColumn> CompareRows(AnonymizedDump run, string before, string after)
    {
        var tables = TableShape.Read(cluster, before);
        var originals = TableRows.Read(cluster, before, tables);
        var results = TableRows.Read(cluster, after, tables);
        // Rows of foreign tables are no dump's.
        var foreign = run.Plan.Tables.Where(plan => plan.Table.Kind == CiAnon.Catalogs.TableKind.Foreign).Select(plan => plan.Table.FullName).ToHashSet();
        Assert.Equal(tables.Select(table => table.FullName).Order(), run.Report.Tables.Select(table => $"{table.Schema}.{table.Name}").Except(foreign).Order());
        var masked = new List<MaskedColumn>();
        foreach (var table in tables)
        {
            var report = run.Report.Tables.Single(section => section.Schema == table.Schema && section.Name == table.Name);
            var plan = run.Plan.Tables.Single(candidate => candidate.Table.Schema == table.Schema && candidate.Table.Name == table.Name);
            Assert.Equal(table.Columns.Select(column => column.Name), report.Columns.Select(column => column.Name));
            var (original, result) = (originals[table.FullName], results[table.FullName]);
            Assert.Equal((table.FullName, original.Count, result.Count), (table.FullName, report.RowsIn, report.RowsOut));
            if (report.Rows == "none")
            {
                Assert.Equal((table.FullName, 0), (table.FullName, result.Count));
                continue;
            }
            Assert.Equal((table.FullName, original.Count), (table.FullName, result.Count));
            masked.AddRange(CompareRows(table, report, plan, original, result));
        }
        return masked;
    }

    private static List<MaskedColumn> CompareRows(TableShape table, TableSection report, TablePlan plan, TableRows original, TableRows result)
    {
        bool IsMasked(string column) => report.Columns.Single(section => section.Name == column).Decision == "masked";
        var columns = table.Columns.Select(shape => IsMasked(shape.Name)
            ? new MaskedColumn($"{table.FullName}.{shape.Name}", plan.Find(shape.Name)!, shape.IsPadded) : null).ToArray();
        var isComputedAnew = table.Columns.Select(shape => shape.Sources?.Any(IsMasked) == true).ToArray();

        Span<Range> before = new Range[table.Columns.Count + 1];
        Span<Range> after = new Range[table.Columns.Count + 1];
        for (var row = 0; row < original.Count; row++)
        {
            Assert.Equal(table.Columns.Count, Math.Min(table.Columns.Count, Split(original[row], before)));
            Assert.Equal(table.Columns.Count, Math.Min(table.Columns.Count, Split(result[row], after)));
            for (var field = 0; field < columns.Length; field++)
            {
                var old = original[row][before[field]];
                var now = result[row][after[field]];
                if (columns[field] is { } masked) masked.Add(row, Encoding.Latin1.GetString(old), Encoding.Latin1.GetString(now));
                else if (!isComputedAnew[field] && !old.SequenceEqual(now)) Assert.Fail($"{table.FullName}.{table.Columns[field].Name}, row {row}: not masked, and changed");
            }
        }

        var all = columns.OfType<MaskedColumn>().ToList();
        foreach (var column in all)
        {
            column.AssertCounts(report.Columns.Single(section => $"{table.FullName}.{section.Name}" == column.Name).Counts);
            column.AssertAsASet();
        }
        return all;
    }

    private static int Split(ReadOnlySpan<byte> row, Span<Range> fields)
    {
        var count = 0;
        foreach (var field in row.Split((byte)'\t')) fields[count++] = field;
        return count;
    }

    // The same value has the same pseudonym in all columns of a domain, so that copies that no key speaks of keep matching.
    private static void AssertConsistent(List<MaskedColumn> masked)
    {
        foreach (var domain in masked.Where(column => column.Plan.Strategy!.Guarantees is { Deterministic: true, Hides: not null } && column.Plan.Mask!.Columns.Count == 0)
            .GroupBy(column => (column.Plan.Strategy!.Name, column.Plan.Options.ToString(), column.Plan.Column.Type.Kind)))
        {
            var pseudonyms = new Dictionary<string, (string Result, string Column)>(StringComparer.Ordinal);
            foreach (var (name, before, after) in domain.SelectMany(column => column.Pseudonyms.Select(pair => (column.Name, pair.Key, pair.Value))))
            {
                if (pseudonyms.TryAdd(before, (after, name))) continue;
                Assert.True(pseudonyms[before].Result == after, $"a value has one pseudonym in {name} and another in {pseudonyms[before].Column}");
            }
            if (domain.Key.Name == "email" && !domain.First().Plan.Options.Given.ContainsKey("fold_case"))
                Assert.True(pseudonyms.Values.Select(value => value.Result).Distinct().Count() == pseudonyms.Count, "two addresses share a pseudonym");
        }
    }

    private void AssertGone(AnonymizedDump run, List<MaskedColumn> masked, string[] canaries)
    {
        var addresses = masked.Where(column => column.Plan.Strategy!.Name == "email").SelectMany(column => column.Pseudonyms.Keys)
            .Concat(canaries).Where(value => value.Length >= FewestCharactersToSearchFor).Distinct().ToArray();
        if (addresses.Length == 0) return;
        var originals = SearchValues.Create(addresses, StringComparison.Ordinal);
        // The search must be able to find something before its silence means anything.
        Assert.True(Holds(run.Original, originals), "the original's SQL should hold the values that are searched for");
        Assert.False(Holds(run.Artefact, originals), "the artefact's SQL holds an original");
    }

    private bool Holds(string dump, SearchValues<string> values) =>
        Encoding.Latin1.GetString(ScriptFile.Read(dump) ?? cluster.Script(dump)).AsSpan().ContainsAny(values);

    private void Restore(string dump, string database)
    {
        if (ScriptFile.Read(dump) is { } script)
        {
            // In its own encoding.
            File.WriteAllBytes(dump + ".judged", script);
            cluster.Execute(database, $"\\i '{dump}.judged'");
            File.Delete(dump + ".judged");
        }
        else cluster.Restore(dump, database, "--single-transaction");
    }
}
