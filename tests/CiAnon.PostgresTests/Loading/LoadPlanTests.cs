using CiAnon.PostgresTests.Runs;

namespace CiAnon.PostgresTests.Loading;

/// <summary>PostgreSQL sees a table when it alone can judge what a mask makes of it, and not otherwise.</summary>
public sealed class LoadPlanTests(TestCluster cluster) : IDisposable
{
    // One table per reason; each has a note that is masked.
    private const string Schema = """
        CREATE FUNCTION fits(text) RETURNS boolean LANGUAGE sql AS 'SELECT length($1) >= 0';
        CREATE DOMAIN label AS text CHECK (VALUE <> '');
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        CREATE TABLE free (id int PRIMARY KEY, note text, CHECK (id > 0));
        CREATE TABLE untouched (id int PRIMARY KEY, code text UNIQUE);
        CREATE TABLE typed (note date);
        CREATE TABLE fixed (note inet, other jsonb);
        CREATE TABLE inside (id int, profile jsonb, raw json);
        CREATE TABLE inside_of_any (profile jsonb);
        CREATE TABLE nulled (note numeric);
        CREATE TABLE keyed (note text UNIQUE);
        CREATE TABLE indexed (id int, note text); CREATE UNIQUE INDEX ON indexed (lower(note));
        CREATE TABLE partly (id int, note text); CREATE UNIQUE INDEX ON partly (id) WHERE note IS NOT NULL;
        CREATE TABLE excluded (note text, EXCLUDE USING btree (note WITH =));
        CREATE TABLE checked (note text CHECK (note <> 'x'));
        CREATE TABLE opaque (id int CHECK (fits(id::text)), note text);
        CREATE TABLE later (note text); ALTER TABLE later ADD CONSTRAINT later_check CHECK (note <> 'x') NOT VALID;
        CREATE TABLE labelled (note label);
        CREATE TABLE computed (note text, size int GENERATED ALWAYS AS (length(note)) STORED);
        CREATE TABLE parents (note text PRIMARY KEY, id int UNIQUE);
        CREATE TABLE children (note text REFERENCES parents, id int REFERENCES parents (id));
        CREATE TABLE orphans (parent int, note text);
        CREATE TABLE seen (id int, note text);
        CREATE VIEW through AS SELECT note FROM seen;
        CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM through;
        CREATE TABLE quiet (id int); CREATE MATERIALIZED VIEW still AS SELECT count(*) FROM quiet;
        CREATE TABLE parts (id int, note text) PARTITION BY RANGE (id);
        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
        CREATE TABLE checked_by_team (id int, note text);
        """;

    private const string Policy = """
        columns: { note: text }
        tables:
          untouched: { keep: all }
          typed: { columns: { note: { strategy: noise, range: 9 days } } }
          fixed: { columns: { note: { strategy: constant, value: 192.0.2.1 }, other: empty } }
          inside: { columns: { profile: { strategy: json, paths: { $..name: name, $.n: { set: 1 } }, unlisted: keep }, raw: { strategy: json, paths: { $: hash } } } }
          inside_of_any: { columns: { profile: { strategy: json, paths: { $.n: { set: 1.0e999999 } }, unlisted: keep } } }
          nulled: { columns: { note: "null" } }
          keyed: { columns: { note: hash } }
          indexed: { columns: { note: hash } }
          excluded: { columns: { note: hash } }
          parents: { columns: { note: hash } }
          children: { columns: { note: hash } }

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Every_reason_and_no_other_loads_a_table()
    {
        var reasons = Reasons(Schema, Policy, ["-Fc"]);
        Assert.Equal(
        [
            "checked: Check", "computed: Generated", "excluded: Exclusion", "indexed: Unique", "inside_of_any: Type", "keyed: Unique", "labelled: Domain", "opaque: Check",
            "parents: Unique", "partly: Unique", "seen: MaterializedView", "typed: Type",
        ], reasons);
    }

    [Fact]
    public void What_a_check_of_the_team_reads_is_loaded()
    {
        File.WriteAllText(_folder.In("plain.sql"), "SELECT 'a', count(*) FROM checked_by_team WHERE id < 0 -- through no view\n");
        Assert.Contains("checked_by_team: SqlCheck", Reasons(Schema, Policy + "verify: { sql: [plain.sql] }\n", ["-Fc"]));
    }

    [Theory]
    [InlineData("SELECT 'a', count(*) FROM quiet WHERE fits(id::text)")]
    [InlineData("SELECT 'a', 0; SELECT 'b', 0")]
    [InlineData("SELECT 'a', count(*) FROM quiet WHERE 0 < (SELECT reltuples FROM pg_class WHERE relname = 'seen')")]
    public void A_check_that_cannot_be_seen_through_loads_everything(string sql)
    {
        File.WriteAllText(_folder.In("opaque.sql"), sql);
        var reasons = Reasons(Schema, Policy + "verify: { sql: [opaque.sql] }\n", ["-Fc"]);
        Assert.Contains("free: SqlCheck", reasons);
        Assert.Contains("parts_1: SqlCheck", reasons);
    }

    [Theory]
    [InlineData("proof: restore\n", "-Fc")]
    [InlineData("verify: {}\n", "-Fc", "--encoding=LATIN1")]
    [InlineData("tables: { parts: { columns: { note: text } } }\n", "-Fc", "--load-via-partition-root")]
    public void Where_bytes_or_places_are_not_evident_the_table_is_loaded(string policy, params string[] options) =>
        Assert.Contains(Reasons("CREATE TABLE parts (id int, note text) PARTITION BY RANGE (id); CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10); INSERT INTO parts VALUES (1, 'a');",
            "columns: { note: text }\n" + policy, options), reason => reason.StartsWith("parts_1: ", StringComparison.Ordinal));

    [Fact]
    public void Rows_that_move_load_what_only_one_partition_refers_to_or_is_referred_to_by()
    {
        var reasons = Reasons("""
            CREATE TABLE parents (id int PRIMARY KEY);
            CREATE TABLE parts (id int, who text) PARTITION BY HASH (who);
            CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            ALTER TABLE parts_1 ADD FOREIGN KEY (id) REFERENCES parents; ALTER TABLE parts_0 ADD UNIQUE (id); CREATE TABLE children (id int REFERENCES parts_0 (id));
            CREATE TABLE others (id int PRIMARY KEY); ALTER TABLE parts ADD COLUMN other int REFERENCES others;
            """, "tables: { parts: { columns: { who: hash } } }\n", ["-Fc"]);
        Assert.Equal(["children: ForeignKey", "parents: ForeignKey", "parts: ForeignKey", "parts: PartitionKey", "parts_0: ForeignKey", "parts_0: PartitionKey", "parts_1: ForeignKey", "parts_1: PartitionKey"], reasons);
    }

    [Fact]
    public void Rows_that_are_left_out_load_what_refers_to_them()
    {
        var reasons = Reasons("CREATE TABLE parents (id int PRIMARY KEY, note text); CREATE TABLE children (id int REFERENCES parents, note text); CREATE TABLE others (note text); INSERT INTO parents VALUES (1, 'a'), (2, 'b'); INSERT INTO children VALUES (1, 'c'), (2, 'd');",
            "columns: { note: text }\ntables: { parents: { rows: { where: 'id = 1' } }, others: { rows: { limit: 1 } } }\n", ["-Fc"]);
        Assert.Equal(["children: ForeignKey", "parents: ForeignKey"], reasons);
    }

    [Fact]
    public void Keys_over_what_is_computed_or_compares_loosely_load_both_sides()
    {
        var reasons = Reasons("""
            CREATE EXTENSION citext; CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            CREATE TABLE parents (note text, size int GENERATED ALWAYS AS (length(note)) STORED UNIQUE); CREATE TABLE sizes (size int REFERENCES parents (size));
            CREATE TABLE people (mail citext PRIMARY KEY); CREATE TABLE mails (mail citext REFERENCES people);
            CREATE TABLE words (word text COLLATE loose PRIMARY KEY); CREATE TABLE uses (word text COLLATE loose REFERENCES words);
            CREATE TABLE codes (code text PRIMARY KEY); CREATE TABLE copies (code text REFERENCES codes);
            """, "columns: { note: text, mail: hash, word: hash, code: hash }\n", ["-Fc"]);
        Assert.Equal(
        [
            "codes: Unique", "mails: ForeignKey", "parents: ForeignKey", "parents: Generated", "people: ForeignKey", "people: Unique", "sizes: ForeignKey", "uses: ForeignKey",
            "words: ForeignKey", "words: Unique",
        ], reasons);
    }

    [Theory]
    [InlineData("bit(5)", "'10101'", false)]
    [InlineData("bit(5)", "'101'", true)]
    [InlineData("inet", "192.0.2.1", false)]
    public void A_constant_loads_a_table_where_its_column_would_not_take_it(string type, string value, bool isLoaded) =>
        Assert.Equal(isLoaded ? ["fixed: Type"] : Array.Empty<string>(), Reasons($"CREATE TABLE fixed (id int, flag {type});", $"tables: {{ fixed: {{ columns: {{ flag: {{ strategy: constant, value: {value} }} }} }} }}\n", ["-Fc"]));

    public void Dispose() => _folder.Dispose();

    private List<string> Reasons(string schema, string policy, string[] options)
    {
        using var run = new AnonymizationRun(_folder.Options(_folder.DumpOf(cluster, cluster.CreateDatabase(schema), options), _folder.Policy(policy)) with { OutputPath = null }, new RecordingObserver(), CancellationToken.None);
        var plan = run.Plan();
        return [.. plan.Tables.SelectMany(table => plan.Loading!.Reasons(table.Table).Select(reason => $"{table.Table.Name}: {reason.Cause}")).Distinct().Order(StringComparer.Ordinal)];
    }
}
