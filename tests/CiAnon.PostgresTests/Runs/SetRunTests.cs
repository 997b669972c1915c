using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Strategies that answer for many rows at once, in whole runs.</summary>
public sealed class SetRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE FUNCTION redacted(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT left($1, 1) || '.' $$;
        CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE, gender text, salary int NOT NULL, city text, zip varchar(5), badge text UNIQUE, dish text, note text, born date, profile jsonb);
        INSERT INTO people SELECT i, 'user' || i || '@quillmail.com', CASE WHEN i % 2 = 0 THEN 'f' ELSE 'm' END, i % 2 * 100000 + i, CASE WHEN i % 7 > 0 THEN 'Town' || i % 50 END, CASE WHEN i % 7 > 0 THEN lpad((i % 50)::text, 5, '0') END,
            'B' || i, CASE WHEN i % 3 = 0 THEN 'dish	' || i || '\' END, 'plain ' || i, date '1980-01-01' + i, jsonb_build_object('n', i) FROM generate_series(1, 2000) i;
        """;

    private const string Policy = """
        tables:
          people:
            columns:
              email: email
              salary: { strategy: shuffle, within: gender }
              city: { strategy: shuffle, with: place }
              zip: { strategy: shuffle, with: place }
              badge: shuffle
              dish: shuffle
              note: { strategy: sql, expression: "redacted(value) || gender || id" }
              born: { strategy: sql, expression: "date_trunc('year', born)" }
              profile: { strategy: sql, expression: "jsonb_set(profile, '{n}', to_jsonb(length(random()::text) * 0)) || CASE WHEN id <> 7 THEN '{}'::jsonb END", when: { column: id, less_than: 1000 } }
            keep: { gender: { reason: two words } }
        verify:
          allow: [{ object: people.city, reason: towns of the sample }]
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Values_move_to_other_rows_and_expressions_are_evaluated()
    {
        var database = cluster.CreateDatabase(Schema);
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Policy)) with { Key = RunFolder.Key(1) });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Ask(string sql) => cluster.Query(restored, sql).Trim();

        void AssertSame(string sql) => Assert.Equal(cluster.Query(database, sql), cluster.Query(restored, sql));

        AssertSame("SELECT gender, salary FROM people ORDER BY 1, 2");
        AssertSame("SELECT city, zip FROM people ORDER BY 1, 2");
        AssertSame("SELECT badge FROM people ORDER BY 1");
        AssertSame("SELECT dish FROM people ORDER BY 1");
        AssertSame("SELECT id, dish IS NULL FROM people ORDER BY 1");
        // Every salary and badge is distinct: none stayed.
        Assert.Equal("0", Ask("SELECT count(*) FROM people WHERE salary = id % 2 * 100000 + id OR badge = 'B' || id"));
        Assert.Equal("0", Ask("SELECT count(*) FROM people WHERE dish = 'dish	' || id || '\\'"));
        // What moved together moved apart from the others.
        Assert.True(int.Parse(Ask("SELECT count(*) FROM people WHERE city = 'Town' || id % 50")) < 200);
        Assert.Equal("2000", Ask("SELECT count(*) FROM people WHERE note = 'p.' || gender || id"));
        Assert.Equal("0", Ask("SELECT count(*) FROM people WHERE born <> date_trunc('year', born) OR born NOT BETWEEN '1980-01-01' AND '1985-12-31'"));
        Assert.Equal("998 1 1001", Ask("SELECT count(*) FILTER (WHERE profile = '{\"n\": 0}') || ' ' || count(*) FILTER (WHERE profile IS NULL AND id = 7) || ' ' || count(*) FILTER (WHERE profile ->> 'n' = id::text) FROM people"));

        var columns = run.Report.Tables.Single(table => table.Name == "people").Columns.ToDictionary(column => column.Name, column => column.Reason);
        Assert.Equal("rule, publishes every value, at another row of the same gender", columns["salary"]);
        Assert.Equal("rule, made by an expression of the policy's: not deterministic", columns["born"]);
        Assert.Equal("rule, made by an expression of the policy's: immutable", columns["note"]);

        // The same key and the same dump give the same rows.
        var again = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Policy)) with { Key = RunFolder.Key(1), OutputPath = _folder.In("out/again") });
        var restoredAgain = cluster.CreateDatabase();
        cluster.Restore(again.Artefact, restoredAgain);
        Assert.Equal(cluster.Query(restored, "SELECT * FROM people ORDER BY 1"), cluster.Query(restoredAgain, "SELECT * FROM people ORDER BY 1"));
    }

    [Fact]
    public void Addresses_in_a_shuffled_column_stop_the_run_whatever_the_column_is_called()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int, remark text); INSERT INTO t SELECT i, 'user' || i || '@quillmail.com' FROM generate_series(1, 100) i");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("tables: { t: { columns: { remark: shuffle } } }")));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("public.t.remark", StringComparison.Ordinal) && problem.Message.Contains("100 of 100 values look personal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_would_keep_its_value_stops_the_run()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int, area text, pay int); INSERT INTO t SELECT i, CASE WHEN i < 3 THEN 'x' || i ELSE 'y' END, i FROM generate_series(1, 100) i");
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("tables: { t: { columns: { pay: { strategy: shuffle, within: area } }, keep: [area] } }")));
        Assert.Equal("public.t.pay: 2 rows are alone with their area, and shuffling would leave the value where it is: name fewer or coarser columns under 'within', or write 'alone: null'", Assert.Single(failure.Diagnostics).Message);

        var run = _folder.Anonymize(dump, _folder.Policy("tables: { t: { columns: { pay: { strategy: shuffle, within: area, alone: 'null' } }, keep: { area: { reason: areas } } } }"));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("1,2", cluster.Query(restored, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t WHERE pay IS NULL").Trim());
    }

    [Fact]
    public void Expressions_that_can_not_work_are_refused_while_planning()
    {
        string[] expressions = ["valu", "(SELECT count(*) FROM t)::text", "max(value)", "unnest(ARRAY['a', 'b'])", "1) FROM t; DROP TABLE t; --", "no_such_function(value)"];
        var columns = Enumerable.Range(0, expressions.Length).Select(at => $"c{at}").ToList();
        var database = cluster.CreateDatabase($"CREATE TABLE t (id int, {string.Join(", ", columns.Select(column => $"{column} text"))}); INSERT INTO t VALUES (1)");
        var rules = columns.Zip(expressions).Select(rule => $"{rule.First}: {{ strategy: sql, expression: '{rule.Second.Replace("'", "''", StringComparison.Ordinal)}' }}");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy($"tables: {{ t: {{ columns: {{\n  {string.Join(",\n  ", rules)} }} }} }}")));
        Assert.All(failure.Diagnostics, diagnostic => Assert.Equal("CIANON1220", diagnostic.Code.Id));
        Assert.Equal(Enumerable.Range(3, expressions.Length), failure.Diagnostics.Select(diagnostic => diagnostic.Position!.Value.Line));
        Assert.Contains("column \"valu\" does not exist", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("reads a table", failure.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Contains("aggregate functions are not allowed", failure.Diagnostics[2].Message, StringComparison.Ordinal);
        Assert.Contains("set-returning functions are not allowed", failure.Diagnostics[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_an_expression_can_not_take_stops_the_run_and_is_not_quoted() => AssertFails("raised(value)", "raise_exception (P0001)");

    [Theory]
    [Trait("When", "nightly")]
    [InlineData("(value::int)::text", "invalid_text_representation (22P02)")]
    [InlineData("value || pg_sleep(5)::text", "took longer")]
    public void So_does_one_that_it_takes_no_number_or_too_long_for(string expression, string problem) => AssertFails(expression, problem);

    private void AssertFails(string expression, string problem)
    {
        var database = cluster.CreateDatabase("""
            CREATE FUNCTION raised(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused %', $1 USING TABLE = $1, COLUMN = $1; END $$;
            CREATE TABLE t (id int, a text); INSERT INTO t VALUES (1, 'Canaryname')
            """);
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy($"tables: {{ t: {{ columns: {{ a: {{ strategy: sql, expression: '{expression}', timeout: 1 }} }} }} }}")));
        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal("CIANON5006", diagnostic.Code.Id);
        Assert.Contains(problem, diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
