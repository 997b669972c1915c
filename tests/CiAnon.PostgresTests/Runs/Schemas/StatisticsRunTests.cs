using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary><c>pg_dump --statistics</c>: what quotes values of changed tables is no part of the artefact, the rest stays as it is.</summary>
[Trait("When", "nightly")]
public sealed class StatisticsRunTests : IDisposable
{
    private const string Script = """
        CREATE TABLE people (id int PRIMARY KEY, email text, age int);
        INSERT INTO people SELECT i, 'canary' || i % 20 || '@private.test', i % 30 FROM generate_series(1, 2000) i;
        CREATE INDEX ON people (lower(email));
        CREATE STATISTICS people_pairs ON email, age FROM people;
        CREATE MATERIALIZED VIEW peek AS SELECT email FROM people;
        CREATE TABLE logs (line text); INSERT INTO logs SELECT 'canary line ' || i % 9 FROM generate_series(1, 500) i;
        CREATE TABLE tree (who text, k int) PARTITION BY LIST (k);
        CREATE TABLE tree_1 PARTITION OF tree FOR VALUES IN (1); INSERT INTO tree SELECT 'canary' || i % 9, 1 FROM generate_series(1, 500) i;
        CREATE TABLE tree_2 PARTITION OF tree FOR VALUES IN (2); INSERT INTO tree SELECT 'shape' || i % 9, 2 FROM generate_series(1, 500) i;
        CREATE TABLE codes (code text, n int); INSERT INTO codes SELECT 'code' || i % 5, i % 7 FROM generate_series(1, 2000) i;
        CREATE INDEX codes_upper ON codes (upper(code));
        CREATE STATISTICS codes_pairs (mcv) ON code, n FROM codes;
        ANALYZE;
        """;

    private const string Rules = """
        tables:
          people: { columns: { email: email }, keep: { age: { reason: tests need it } } }
          logs: { rows: none }
          tree_1: { columns: { who: text } }
          tree_2: { keep: { who: { reason: a shape } } }
          tree: { keep: { who: { reason: has no rows of its own } } }
          codes: { keep: { code: { reason: a code } } }
        """;

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData(18, "-Fc")]
    [InlineData(18, "-Fd")]
    [InlineData(19, "-Fc")]
    public void Of_changed_tables_they_are_left_out_and_of_others_kept(int major, string format)
    {
        var tools = PostgresTools.Major(major);
        using var server = TestCluster.Start(tools);
        var database = server.CreateDatabase(Script);
        var options = _folder.Options(_folder.DumpOf(server, database, format, "--statistics"), _folder.Policy(Rules));
        var run = RunFolder.Anonymize(options with { PostgresBin = tools.BinDirectory });

        var (before, after) = (Names(server.List(run.Original)), Names(server.List(run.Artefact)));
        var kept = after.Where(name => name.Contains("STATISTICS DATA", StringComparison.Ordinal)).ToList();
        string[] expected = ["STATISTICS DATA public codes", "STATISTICS DATA public codes_upper", "STATISTICS DATA public tree_2"];
        Assert.Equal(major < 19 ? expected : [.. expected, "EXTENDED STATISTICS DATA public codes_pairs"], kept.OrderBy(name => name.StartsWith('E')).ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal(before.Where(name => !name.Contains("STATISTICS DATA", StringComparison.Ordinal) || kept.Contains(name)), after);
        Assert.Equal((kept.Count, before.Count - after.Count), (run.Report.Statistics!.Kept, run.Report.Statistics.LeftOut));
        Assert.Equal((kept.Count, before.Count - after.Count), (run.Plan.Statistics!.Kept, run.Plan.Statistics.LeftOut));

        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(server.Script(run.Artefact)), StringComparison.Ordinal);
        var restored = server.CreateDatabase();
        server.Restore(run.Artefact, restored, "--statistics");
        const string known = "SELECT tablename, attname, most_common_vals FROM pg_stats WHERE tablename ~ '^codes' ORDER BY 1, 2";
        Assert.Equal(server.Query(database, known), server.Query(restored, known));
        Assert.Equal("0", server.Query(restored, "SELECT count(*) FROM pg_stats WHERE tablename ~ '^(people|logs|peek|tree$|tree_1)'"));
    }

    [Fact]
    public void A_script_keeps_and_loses_the_same_ones()
    {
        var tools = PostgresTools.Major(18);
        using var server = TestCluster.Start(tools);
        var options = _folder.Options(_folder.DumpOf(server, server.CreateDatabase(Script), "-Fp", "--statistics"), _folder.Policy(Rules));
        var run = RunFolder.Anonymize(options with { PostgresBin = tools.BinDirectory });
        var script = File.ReadAllText(run.Artefact);
        Assert.Equal(["codes", "codes_upper", "tree_2"], script.Split('\n').Where(line => line.StartsWith("-- Statistics for Name: ", StringComparison.Ordinal)).Select(line => line.Split(' ', ';')[4]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("canary", script, StringComparison.Ordinal);
        var restored = server.CreateDatabase(script);
        Assert.Equal("0|2", server.Query(restored, "SELECT count(*) FILTER (WHERE tablename ~ '^(people|logs|peek|tree$|tree_1)'), count(*) FILTER (WHERE tablename = 'codes') FROM pg_stats WHERE schemaname = 'public'"));
    }

    [Fact]
    public void Kept_ones_are_searched()
    {
        var tools = PostgresTools.Major(18);
        using var server = TestCluster.Start(tools);
        // Stale: the rows are gone, and what was known of them isn't.
        var database = server.CreateDatabase("""
            CREATE TABLE people (email text); INSERT INTO people VALUES ('canary.person@private.test');
            CREATE TABLE codes (code text) WITH (autovacuum_enabled = off); INSERT INTO codes SELECT CASE WHEN i % 2 = 0 THEN 'canary.person@private.test' ELSE 'canary.other@acme-mail.de' END FROM generate_series(1, 500) i;
            ANALYZE; DELETE FROM codes; INSERT INTO codes VALUES ('x');
            """);
        var dump = _folder.DumpOf(server, database, "-Fc", "--statistics");
        var policy = _folder.Policy("tables:\n  people: { columns: { email: email } }\n  codes: { keep: { code: { reason: a code } } }\n");
        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(_folder.Options(dump, policy) with { PostgresBin = tools.BinDirectory }));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("check 'residual': STATISTICS DATA public.codes", StringComparison.Ordinal));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("check 'patterns': STATISTICS DATA public.codes", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
    }

    public void Dispose() => _folder.Dispose();

    // Without dump id, OIDs and owner.
    private static List<string> Names(string list) =>
        [.. list.Split('\n').Where(line => line.Length > 0 && line[0] != ';').Select(line => string.Join(' ', line.Split(' ')[3..^1]))];
}
