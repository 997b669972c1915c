using CiAnon.Diagnostics;
using CiAnon.Tests.Strategies;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Programs and plug-ins of the policy's, in whole runs.</summary>
public sealed class OutsideRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, motto text, town text, code text UNIQUE, postcode text, place jsonb);
        INSERT INTO people SELECT i, CASE WHEN i % 3 > 0 THEN 'Canary ' || i END, 'Town ' || i % 9, 'c' || i, 'AB' || i % 10 || ' 2CD', jsonb_build_object('postcode', 'AB' || i % 10 || ' 2CD') FROM generate_series(1, 30000) i;
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Programs_and_plugins_make_the_values()
    {
        var database = cluster.CreateDatabase(Schema);
        Script("mask", """exec sed 's/.*"town":"Town \([0-9]\).*/"somebody of \1"/'""");
        Script("number", """exec sed 's/^c\([0-9]*\)$/n\1/'""");
        var plugin = $"{{ strategy: plugin, assembly: '{SamplePlugin.Path}' }}";
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy($$"""
            tables:
              people:
                columns:
                  motto: { strategy: command, command: [./mask], columns: [town], unless: { column: id, equals: 1 } }
                  code: { strategy: command, command: ./number, format: csv, unique: true }
                  postcode: {{plugin}}
                  place: { strategy: json, paths: { $.postcode: {{plugin}} } }
                keep: { town: { reason: towns } }
            """));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("0", cluster.Query(restored, """
            SELECT count(*) FROM people WHERE motto IS DISTINCT FROM CASE WHEN id = 1 THEN 'Canary 1' WHEN id % 3 > 0 THEN 'somebody of ' || right(town, 1) END
                OR code <> 'n' || id OR postcode !~ '^ZZ[0-9] [0-9][A-Z]{2}$' OR place ->> 'postcode' <> postcode
            """).Trim());

        var columns = run.Report.Tables.Single().Columns.ToDictionary(column => column.Name, column => column.Reason);
        Assert.Equal("rule, made by a program of the policy's (./number)", columns["code"]);
        Assert.Equal("rule, made by plug-in 'uk_postcode', by its own word deterministic", columns["postcode"]);
    }

    [Fact]
    public void What_the_policy_declares_unique_is_counted()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE members (id int, login text, tag jsonb) PARTITION BY LIST (id);
            CREATE TABLE members_1 PARTITION OF members FOR VALUES IN (1);
            CREATE TABLE members_2 PARTITION OF members FOR VALUES IN (2);
            INSERT INTO members VALUES (1, 'canary', '{"a": 1}'), (2, 'canary', '{"a": 2}'), (2, NULL, '{"a": 3}'), (2, NULL, NULL);
            """), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("tables: { members: { columns: { login: { strategy: username, unique: true }, tag: empty }, keep: [id] } }")));
        Assert.Contains(failure.Diagnostics, diagnostic => diagnostic.Message.Contains("public.members.login: 1 value in two rows or more, and line 2 of the policy says unique: true", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);

        var passed = _folder.Anonymize(dump, _folder.Policy("tables: { members: { columns: { login: username, tag: { strategy: sql, expression: \"jsonb_build_object('n', (value ->> 'a')::int * 7)\", unique: true } }, keep: [id] } }")).Report;
        Assert.All(passed.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Contains(passed.Constraints, constraint => constraint is { Name: "tag (unique: true)", Kind: "UNIQUE", Proof: "created" });
    }

    [Fact]
    public void A_program_that_fails_stops_the_run_and_is_not_quoted()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int, a text); INSERT INTO t VALUES (1, 'Canary')");
        Script("mask", "cat >&2; exit 3");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("tables: { t: { columns: { a: { strategy: command, command: ./mask } } } }")));
        Assert.Equal("public.t.a: the program ended with 3 (rows 1 to 1); 19 bytes that it wrote to standard error aren't shown, as they may quote rows", Assert.Single(failure.Diagnostics).Message);
        Assert.Equal("CIANON5007", failure.Diagnostics[0].Code.Id);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_missing_stops_the_run_before_a_row_is_read()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int, a text); INSERT INTO t VALUES (1, 'x')");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("tables: { t: { columns: { a: { strategy: command, command: ./nowhere } } } }")));
        Assert.Equal("CIANON1221", Assert.Single(failure.Diagnostics).Code.Id);
    }

    public void Dispose() => _folder.Dispose();

    private void Script(string name, string text)
    {
        File.WriteAllText(_folder.In(name), "#!/bin/sh\n" + text + "\n");
        File.SetUnixFileMode(_folder.In(name), (UnixFileMode)Convert.ToInt32("755", 8));
    }
}
