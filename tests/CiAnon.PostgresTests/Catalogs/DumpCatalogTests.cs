using System.Text.RegularExpressions;
using CiAnon.Audits;
using CiAnon.Audits.Findings;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Runs.Extensions;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using Npgsql;

namespace CiAnon.PostgresTests.Catalogs;

/// <summary>What the table of contents tells is what the server says after pg_restore.</summary>
public sealed class DumpCatalogTests(TestCluster cluster) : IDisposable
{
    private static readonly Dictionary<string, string> Schemas = new()
    {
        ["shop"] = SchemaZoo.Shop,
        ["sheetmusic"] = SchemaZoo.SheetMusic,
        ["benchmark"] = SchemaZoo.Benchmark,
        ["sample"] = SchemaZoo.Sample,
        ["types"] = SchemaZoo.Types,
        ["tables"] = SchemaZoo.Tables,
        ["keys"] = SchemaZoo.Keys,
        ["checks"] = SchemaZoo.Checks,
        ["extensions"] = SchemaZoo.Extensions,
    };

    private readonly RunFolder _folder = new();

    public static TheoryData<string> Names => [.. Schemas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_the_servers(string schema) => Compare(cluster, 15, Schemas[schema]);

    [Fact]
    public void Equals_the_servers_with_words_of_15() => Compare(cluster, 15, SchemaZoo.Since15);

    [Trait("When", "nightly")]
    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    public void Equals_that_of_other_majors(int major)
    {
        using var other = TestCluster.Start(PostgresTools.Major(major));
        foreach (var (name, schema) in Schemas)
            if (name != "extensions") Compare(other, major, schema);
        if (major >= 15) Compare(other, major, SchemaZoo.Since15);
        if (major >= 18) Compare(other, major, SchemaZoo.Since18);
    }

    [Fact]
    public void Agrees_with_the_database_on_which_tables_of_extensions_there_are()
    {
        var database = cluster.CreateDatabase("""
            CREATE EXTENSION hstore; CREATE TABLE people (email text); CREATE TABLE settings (name text, value text); CREATE TABLE shipped (code int);
            ALTER EXTENSION hstore ADD TABLE settings; ALTER EXTENSION hstore ADD TABLE shipped;
            UPDATE pg_extension SET extconfig = ARRAY['settings'::regclass::oid], extcondition = ARRAY['WHERE true'] WHERE extname = 'hstore';
            INSERT INTO settings VALUES ('owner', 'anna@private.test');
            """);
        using var dump = Dump.Open(_folder.DumpOf(cluster, database, "-Fc"));
        string[] expected = ["public.people own (email)", "public.settings extension (name, value)"];
        Assert.Equal(expected, Shown(DumpCatalog.Read(dump)));
        Assert.Equal(expected, Shown(LiveDatabase.Read(cluster.ConnectionString(database)).Catalog));

        static IEnumerable<string> Shown(CiAnon.Catalogs.Catalog catalog) => catalog.Tables.Select(table =>
            $"{table.FullName} {(table.IsFromExtension ? "extension" : "own")} ({string.Join(", ", table.Columns.Select(column => column.Name))})");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_verb_knows_the_same_tables(string schema)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schemas[schema]), "-Fc");
        var known = VerbTables.OfDump(dump);
        var policy = VerbTables.Init(_folder, dump);
        // Without rows or a telling name, nothing says that a domain's columns are addresses; its CHECK refuses other texts.
        File.WriteAllText(policy, Regex.Replace(File.ReadAllText(policy), @"(?m)^(?<start> +[ew]): (text\b|\{ strategy: text\b[^}]*\})", "${start}: email"));
        var audit = Audit.Run(new AuditOptions(policy, new DateOnly(2026, 7, 1)) { DumpPath = dump }, CancellationToken.None);
        Assert.Equal(known, VerbTables.OfPlan(_folder, dump, cluster.Tools, policy));
        Assert.Equal(known.Length, audit.Tables);
        Assert.DoesNotContain(audit.Findings, finding => finding.Rule == AuditRules.StaleTable || finding.Rule == AuditRules.UnseenTable);
    }

    public void Dispose() => _folder.Dispose();

    private void Compare(TestCluster server, int major, string schema)
    {
        var dump = _folder.DumpOf(server, server.CreateDatabase(schema), "-Fc", "--schema-only");
        var restored = server.CreateDatabase();
        server.Restore(dump, restored, "--no-owner", "--no-acl");
        using var connection = new NpgsqlConnection(server.ConnectionString(restored));
        connection.Open();
        using (var command = new NpgsqlCommand("SET search_path = pg_catalog", connection)) command.ExecuteNonQuery();
        var expected = CatalogText.Of(new CatalogReader(connection).Read(), major >= 17);
        Assert.Contains(": ", expected, StringComparison.Ordinal);

        using var opened = Dump.Open(dump);
        Assert.Equal(expected, CatalogText.Of(DumpCatalog.Read(opened), major >= 17));
    }
}
