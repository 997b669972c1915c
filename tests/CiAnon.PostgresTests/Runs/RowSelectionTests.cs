using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Which rows the artefact has, judged by restoring it: pg_restore creates every key over them, and SQL over the original says which they must be.</summary>
public sealed class RowSelectionTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE countries (code char(4) PRIMARY KEY);
        CREATE TABLE customers (id int PRIMARY KEY, email text NOT NULL UNIQUE, country varchar(4) REFERENCES countries, friend int REFERENCES customers, last_order bigint, last_line int);
        CREATE TABLE orders (id bigint, line int, customer int REFERENCES customers, total numeric NOT NULL, PRIMARY KEY (id, line));
        CREATE TABLE items (id int PRIMARY KEY, order_id bigint, order_line int, note text, FOREIGN KEY (order_id, order_line) REFERENCES orders MATCH FULL);
        CREATE TABLE visits (id int, at date, customer int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE TABLE visits_a PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
        CREATE TABLE visits_b PARTITION OF visits FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
        CREATE TABLE pings (visit int, at date, FOREIGN KEY (visit, at) REFERENCES visits);
        CREATE TABLE comments (id int PRIMARY KEY, kind text, target int);
        CREATE TABLE settings (name text PRIMARY KEY);
        INSERT INTO countries SELECT 'c' || i FROM generate_series(1, 20) i;
        INSERT INTO customers SELECT i, 'canary' || i || '@private.test', 'c' || 1 + i % 19, CASE WHEN i % 3 = 0 THEN i / 2 WHEN i % 3 = 1 AND i < 290 THEN i + 7 END, i, 1 FROM generate_series(1, 300) i;
        INSERT INTO orders SELECT i, l, 1 + i * 37 % 300, i * 1.50 FROM generate_series(1, 500) i, generate_series(1, 2) l;
        INSERT INTO items SELECT i, CASE WHEN i % 7 > 0 THEN 1 + i % 500 END, CASE WHEN i % 7 > 0 THEN 1 + i % 2 END, 'note' FROM generate_series(1, 1500) i;
        INSERT INTO visits SELECT i, date '2024-01-01' + i % 360, nullif(1 + i * 13 % 300, 9) FROM generate_series(1, 900) i;
        INSERT INTO pings SELECT id, at FROM visits WHERE id % 2 = 0;
        INSERT INTO comments SELECT i, CASE i % 3 WHEN 0 THEN 'Customer' WHEN 1 THEN 'Item' ELSE 'Page' END, 1 + i * 11 % 300 FROM generate_series(1, 400) i;
        INSERT INTO settings VALUES ('a'), ('b');
        ALTER TABLE customers ADD FOREIGN KEY (last_order, last_line) REFERENCES orders DEFERRABLE INITIALLY DEFERRED;
        ALTER TABLE visits ADD FOREIGN KEY (customer) REFERENCES customers;
        """;

    private const string Policy = """
        columns: { email: email }
        unlisted: keep

        """;

    private const string References = """
        references:
          - { table: comments, columns: target, to: customers, when: { kind: Customer } }
          - { table: comments, columns: target, to: items, when: { kind: Item } }

        """;

    // Rows of a table that refer to rows that are not there, for every reference, and NULL for none.
    private const string Whole = """
        SELECT count(*) FROM comments c WHERE (kind = 'Customer' AND NOT EXISTS (SELECT FROM customers p WHERE p.id = c.target)) OR (kind = 'Item' AND NOT EXISTS (SELECT FROM items p WHERE p.id = c.target))
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void A_condition_leaves_out_rows_and_whatever_refers_to_them()
    {
        var (original, run, restored) = Anonymize(References + """
            tables:
              customers: { rows: { where: "id % 10 <> 3 AND email LIKE 'canary%' -- by number" } }
              visits: { rows: { where: "visits.at < '2024-10-01'" } }

            """);
        // Customers refer to one another and to orders, which refer to customers: what goes, goes in circles.
        cluster.Execute(original, """
            CREATE TABLE gone AS SELECT id FROM customers WHERE id % 10 = 3;
            DO $$ DECLARE n int; BEGIN LOOP
                INSERT INTO gone SELECT id FROM customers c WHERE id NOT IN (SELECT id FROM gone)
                    AND (friend IN (SELECT id FROM gone) OR EXISTS (SELECT FROM orders o WHERE (o.id, o.line) = (c.last_order, c.last_line) AND o.customer IN (SELECT id FROM gone)));
                GET DIAGNOSTICS n = ROW_COUNT; EXIT WHEN n = 0; END LOOP; END $$;
            """);
        Same(original, restored, "SELECT id FROM customers WHERE id NOT IN (SELECT id FROM gone) ORDER BY 1", "SELECT id FROM customers ORDER BY 1");
        Same(original, restored, "SELECT id, line FROM orders WHERE customer NOT IN (SELECT id FROM gone) ORDER BY 1, 2", "SELECT id, line FROM orders ORDER BY 1, 2");
        Same(original, restored, "SELECT i.id FROM items i LEFT JOIN orders o ON (o.id, o.line) = (order_id, order_line) WHERE order_id IS NULL OR o.customer NOT IN (SELECT id FROM gone) ORDER BY 1", "SELECT id FROM items ORDER BY 1");
        Same(original, restored, "SELECT id, at FROM visits WHERE at < '2024-10-01' AND (customer IS NULL OR customer NOT IN (SELECT id FROM gone)) ORDER BY 1, 2", "SELECT id, at FROM visits ORDER BY 1, 2");
        Same(original, restored, "SELECT visit FROM pings p JOIN visits v ON (v.id, v.at) = (p.visit, p.at) WHERE p.at < '2024-10-01' AND (customer IS NULL OR customer NOT IN (SELECT id FROM gone)) ORDER BY 1", "SELECT visit FROM pings ORDER BY 1");
        Assert.Equal("0", cluster.Query(restored, Whole).Trim());
        Assert.Equal("133", cluster.Query(restored, "SELECT count(*) FROM comments WHERE kind = 'Page'").Trim());
        var customers = run.Report.Tables.Single(table => table.Name == "customers");
        Assert.Equal(("some", 300), (customers.Rows, customers.RowsIn));
        Assert.Equal(30, customers.LeftOut!.Single(cause => cause.Cause == "filter").Rows);
        Assert.Equal(customers.RowsIn - customers.RowsOut, customers.LeftOut!.Sum(cause => cause.Rows));
        Assert.Null(run.Report.Tables.Single(table => table.Name == "countries").LeftOut);
        Assert.Contains("left out", ReportWords.LeftOut(run.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subset_has_what_its_rows_need_and_nothing_else()
    {
        var (original, run, restored) = Anonymize(References + "subset: { from: customers, where: id % 5 = 0, limit: 4 }\ntables: { settings: { rows: all } }\n");
        cluster.Execute(original, """
            CREATE TABLE chosen AS SELECT id FROM customers WHERE id % 5 = 0 ORDER BY id LIMIT 4;
            CREATE TABLE o AS SELECT id, line FROM orders WHERE customer IN (SELECT id FROM chosen);
            CREATE TABLE i AS SELECT id FROM items WHERE (order_id, order_line) IN (SELECT id, line FROM o);
            CREATE TABLE k AS SELECT id FROM comments WHERE (kind = 'Customer' AND target IN (SELECT id FROM chosen)) OR (kind = 'Item' AND target IN (SELECT id FROM i));
            CREATE TABLE need AS SELECT id FROM chosen;
            DO $$ DECLARE n int; m int; BEGIN LOOP
                INSERT INTO o SELECT c.last_order, c.last_line FROM customers c WHERE c.id IN (SELECT id FROM need) AND (c.last_order, c.last_line) NOT IN (SELECT id, line FROM o);
                GET DIAGNOSTICS n = ROW_COUNT;
                INSERT INTO need SELECT DISTINCT id FROM (SELECT friend AS id FROM customers WHERE id IN (SELECT id FROM need)
                    UNION SELECT customer FROM orders WHERE (id, line) IN (SELECT id, line FROM o)) x WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM need);
                GET DIAGNOSTICS m = ROW_COUNT; EXIT WHEN n + m = 0; END LOOP; END $$;
            """);
        Same(original, restored, "SELECT id FROM need ORDER BY 1", "SELECT id FROM customers ORDER BY 1");
        Same(original, restored, "SELECT id, line FROM o ORDER BY 1, 2", "SELECT id, line FROM orders ORDER BY 1, 2");
        Same(original, restored, "SELECT id FROM i ORDER BY 1", "SELECT id FROM items ORDER BY 1");
        Same(original, restored, "SELECT id FROM k ORDER BY 1", "SELECT id FROM comments ORDER BY 1");
        Same(original, restored, "SELECT DISTINCT country::char(4) FROM customers WHERE id IN (SELECT id FROM need) ORDER BY 1", "SELECT code FROM countries ORDER BY 1");
        Same(original, restored, "SELECT id FROM visits WHERE customer IN (SELECT id FROM chosen) ORDER BY 1", "SELECT id FROM visits ORDER BY 1");
        Assert.Equal("2", cluster.Query(restored, "SELECT count(*) FROM settings").Trim());
        Assert.Equal("passed", run.Report.Checks.Single(check => check.Id == "residual").Status);
    }

    [Fact]
    public void A_sample_takes_subjects_wholly_and_the_same_ones_with_the_same_key()
    {
        const string Rows = "tables: { orders: { rows: { sample: 30%, by: customer } }, visits: { rows: { sample: 30%, by: customer, limit: 50 } }, settings: { rows: { sample: 50%, stratify: name } }, customers: { keep: [last_order] } }\n";
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema.Replace("ALTER TABLE customers ADD FOREIGN KEY (last_order, last_line) REFERENCES orders DEFERRABLE INITIALLY DEFERRED;", "", StringComparison.Ordinal)), "-Fc");
        var options = _folder.Options(dump, _folder.Policy(Policy + Rows)) with { Key = RunFolder.Key(7) };
        var first = Restored(RunFolder.Anonymize(options));
        var subjects = cluster.Query(first, "SELECT DISTINCT customer FROM orders ORDER BY 1");
        Assert.InRange(subjects.Split('\n').Length, 60, 120);
        var original = cluster.CreateDatabase();
        cluster.Restore(dump, original);
        Same(original, first, $"SELECT count(*) FROM orders WHERE customer IN ({string.Join(',', subjects.Split('\n', StringSplitOptions.RemoveEmptyEntries))})", "SELECT count(*) FROM orders");
        Assert.Equal("50 0", cluster.Query(first, "SELECT count(*), count(*) FILTER (WHERE customer NOT IN (SELECT customer FROM orders)) FROM visits WHERE customer IS NOT NULL OR true").Replace('|', ' ').Trim());
        Assert.Equal("2", cluster.Query(first, "SELECT count(*) FROM settings").Trim());
        Assert.Equal(subjects, cluster.Query(Restored(RunFolder.Anonymize(options)), "SELECT DISTINCT customer FROM orders ORDER BY 1"));
    }

    [Fact]
    public void Rows_that_are_dropped_wholly_take_their_children_along()
    {
        var (_, run, restored) = Anonymize("exclude: ['ord*']\n");
        Assert.Equal("0 0 0 300", cluster.Query(restored, "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM customers), (SELECT count(*) FROM items WHERE order_id IS NOT NULL), (SELECT count(*) FROM comments WHERE kind <> 'x') - 100").Replace('|', ' ').Trim());
        Assert.Equal("none", run.Report.Tables.Single(table => table.Name == "orders").Rows);
    }

    [Fact]
    public void Originals_of_rows_that_are_left_out_are_looked_for_too()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i;
            CREATE TABLE notes (code text); INSERT INTO notes VALUES ('written by canary40@private.test');
            """), "-Fc");
        var policy = _folder.Policy("columns: { email: email }\nunlisted: keep\ntables: { people: { rows: { limit: 10 } } }\nverify: { allow: [{ object: '*', check: patterns, reason: test }] }\n");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, policy));
        Assert.Contains("residual", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_counts_what_stays_and_refuses_what_cannot_be_judged()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        using (var run = new AnonymizationRun(_folder.Options(dump, _folder.Policy(Policy + "tables: { items: { rows: { limit: 100 } } }\n")), new RecordingObserver(), CancellationToken.None))
        {
            var selected = Assert.Single(run.Plan().Selected);
            Assert.Equal(("public.items", 1500, 100), (selected.Table.FullName, selected.Rows, selected.Kept));
        }
        foreach (var condition in new[] { "id in (select 1)", "nosuch = 1", "true); drop table items; select (true", "items is not null", "id / 0" })
        {
            var policy = _folder.Policy(Policy + $"tables: {{ items: {{ rows: {{ where: \"{condition}\" }} }} }}\n");
            using var run = new AnonymizationRun(_folder.Options(dump, policy), new RecordingObserver(), CancellationToken.None);
            var failure = Assert.Throws<CiAnonException>(() => run.Restore());
            var problem = Assert.Single(failure.Diagnostics);
            Assert.Equal((DiagnosticCodes.RowsCondition, 4), (problem.Code, problem.Position?.Line));
        }
    }

    public void Dispose() => _folder.Dispose();

    private (string Original, AnonymizedDump Run, string Restored) Anonymize(string rows)
    {
        var original = cluster.CreateDatabase(Schema);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, original, "-Fc"), _folder.Policy(Policy + rows));
        return (original, run, Restored(run));
    }

    private string Restored(AnonymizedDump run)
    {
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        return restored;
    }

    private void Same(string original, string restored, string expected, string actual) => Assert.Equal(cluster.Query(original, expected), cluster.Query(restored, actual));
}
