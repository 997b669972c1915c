using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Sandboxes;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using Npgsql;

namespace CiAnon.PostgresTests.Catalogs;

/// <summary>The catalog of a run, for which plain keys aren't created, is the server's with all keys.</summary>
public sealed class PlainEntriesTests(TestCluster cluster, SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Chained = """
        CREATE TABLE groups (id int PRIMARY KEY, name text UNIQUE, note text);
        CREATE VIEW grouped AS SELECT id, name, note, count(*) FROM groups GROUP BY id;
        CREATE TABLE members (id int, tenant int, group_id int REFERENCES groups (id), note text, UNIQUE (tenant, id));
        CREATE UNIQUE INDEX members_note ON members (note);
        CREATE UNIQUE INDEX members_lower ON members (lower(note)) WHERE tenant > 0;
        ALTER TABLE members ADD CONSTRAINT self FOREIGN KEY (tenant, group_id) REFERENCES members (tenant, id) NOT VALID;
        ALTER TABLE members REPLICA IDENTITY FULL;
        CREATE TABLE measures (day date, id int, group_id int REFERENCES groups, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
        CREATE TABLE measures_1 PARTITION OF measures FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE readings (day date, id int, FOREIGN KEY (day, id) REFERENCES measures);
        """;

    private readonly RunFolder _folder = new();

    public static TheoryData<string, string> Schemas => new()
    {
        { "chained", Chained }, { "shop", SchemaZoo.Shop }, { "sample", SchemaZoo.Sample }, { "tables", SchemaZoo.Tables }, { "keys", SchemaZoo.Keys }, { "checks", SchemaZoo.Checks },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    [Trait("When", "nightly")]
    public void The_catalog_is_what_the_server_says_when_all_keys_are_there(string name, string schema)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(schema), "-Fc", "--schema-only");
        var restored = cluster.CreateDatabase();
        cluster.Restore(dump, restored, "--no-owner", "--no-acl");
        using var connection = new NpgsqlConnection(cluster.ConnectionString(restored));
        connection.Open();
        SandboxFixture.Do(connection, "SET search_path = pg_catalog");

        using var opened = Dump.Open(dump);
        var sandboxed = new SandboxSchema(opened, fixture.Sandbox, $"plain_{name}");
        sandboxed.RestorePreData(CancellationToken.None);

        Assert.Equal(name == "checks", PlainEntries.Of(opened, sandboxed.PostDataEntries()).Count == 0);
        Assert.Equal(Shown(new CatalogReader(connection).Read()), Shown(sandboxed.ReadCatalog(CancellationToken.None)));
    }

    [Fact]
    public void Of_keys_that_are_created_together_those_that_rows_break_are_named_and_the_others_are_there()
    {
        var keys = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE a (id int CONSTRAINT a_id PRIMARY KEY, code int CONSTRAINT a_code UNIQUE);
            CREATE TABLE b (id int CONSTRAINT b_id PRIMARY KEY, code int CONSTRAINT b_code UNIQUE);
            CREATE TABLE c (id int CONSTRAINT c_id PRIMARY KEY, a_id int CONSTRAINT c_a REFERENCES a (id), b_id int CONSTRAINT c_b REFERENCES b (id));
            """), "-Fc", "--schema-only");
        using var schema = Dump.Open(keys);
        var sandboxed = new SandboxSchema(schema, fixture.Sandbox, "broken_keys");
        sandboxed.RestorePreData(CancellationToken.None);
        using (var connection = fixture.Sandbox.Connect("broken_keys"))
        {
            SandboxFixture.Do(connection, "ALTER TABLE a ALTER id DROP NOT NULL; INSERT INTO a VALUES (1, 1), (1, 2); INSERT INTO b VALUES (1, 1), (2, 2); INSERT INTO c VALUES (1, 1, 1), (2, 1, 7)");
        }

        var postData = new PostData(sandboxed, fixture.Sandbox, sandboxed.PostDataEntries(), []);
        postData.Run(2, static _ => { }, CancellationToken.None);

        Assert.Equal(["CONSTRAINT public.a a_id", "FK CONSTRAINT public.c c_b"], postData.Violations.Select(violation => violation.Entry).Order(StringComparer.Ordinal));
        using var created = fixture.Sandbox.Connect("broken_keys");
        Assert.Equal("a_code, b_code, b_id, c_id", SandboxFixture.Ask(created, "SELECT string_agg(conname, ', ' ORDER BY conname) FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace"));
    }

    [Fact]
    public void A_refused_entry_of_many_is_named()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("CREATE TABLE first (id int PRIMARY KEY); CREATE TABLE second (id int REFERENCES first)"), "-Fc", "--schema-only");
        using var opened = Dump.Open(dump);
        var schema = new SandboxSchema(opened, fixture.Sandbox, "refused");
        schema.RestorePreData(CancellationToken.None);
        using (var connection = fixture.Sandbox.Connect("refused")) SandboxFixture.Do(connection, "DROP TABLE second");

        var failure = Assert.Throws<CiAnonException>(() => schema.ReadCatalog(CancellationToken.None));

        Assert.Contains("FK CONSTRAINT public.second second_id_fkey", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Shown(Catalog catalog) => CatalogText.Of(catalog, partitionsInheritIdentity: true) + string.Concat(catalog.ForeignKeys
        .Select(key => $"\n{key.Name} of {key.Table.FullName}{(key.IsOfPartition ? " of a partition" : "")}{(key.IsUnproven ? " unproven" : "")}").Order(StringComparer.Ordinal));
}
