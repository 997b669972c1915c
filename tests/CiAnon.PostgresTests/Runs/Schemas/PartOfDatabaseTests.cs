using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>Dumps of a part of a database: what refers to the other parts stays in the artefact as it stands, and is named.</summary>
public sealed class PartOfDatabaseTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE SCHEMA crm; CREATE SCHEMA shop;
        CREATE TYPE crm.tier AS ENUM ('a', 'b');
        CREATE TABLE crm.customers (id int PRIMARY KEY, email text UNIQUE, tier crm.tier);
        CREATE FUNCTION crm.label(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)';
        CREATE FUNCTION crm.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE shop.orders (id serial PRIMARY KEY, customer_id int REFERENCES crm.customers, email text UNIQUE);
        CREATE TABLE shop.lines (id int PRIMARY KEY, "order" int REFERENCES shop.orders);
        CREATE TABLE crm.parted (id int, email text) PARTITION BY RANGE (id);
        CREATE TABLE shop.parted_1 PARTITION OF crm.parted FOR VALUES FROM (0) TO (1000);
        CREATE INDEX ON shop.orders (crm.label(email));
        CREATE VIEW shop.mixed AS SELECT o.id, c.email FROM shop.orders o JOIN crm.customers c ON c.id = o.customer_id;
        CREATE VIEW shop.onmixed AS SELECT * FROM shop.mixed;
        CREATE MATERIALIZED VIEW shop.counted AS SELECT id FROM shop.mixed;
        CREATE UNIQUE INDEX ON shop.counted (id);
        CREATE FUNCTION shop.mail(crm.customers) RETURNS text LANGUAGE sql AS 'SELECT $1.email';
        CREATE TRIGGER touched BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION crm.touch();
        INSERT INTO crm.customers SELECT i, 'user' || i || '@quillmail.com', 'a' FROM generate_series(1, 100) i;
        INSERT INTO shop.orders (customer_id, email) SELECT i, 'user' || i || '@quillmail.com' FROM generate_series(1, 100) i;
        INSERT INTO shop.lines SELECT i, i FROM generate_series(1, 100) i;
        INSERT INTO crm.parted SELECT i, 'user' || i || '@quillmail.com' FROM generate_series(1, 100) i;
        REFRESH MATERIALIZED VIEW shop.counted;
        """;

    private const string Policy = "columns: { email: email }\n";

    private readonly RunFolder _folder = new();

    [Fact]
    public void What_refers_to_the_other_parts_is_left_as_it_stands_and_named()
    {
        var run = _folder.Anonymize(Dump("-Fc", "-n", "shop"), _folder.Policy(Policy + "proof: restore\n"));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Equal(
        [
            "FK CONSTRAINT shop.orders orders_customer_id_fkey: schema crm",
            "FUNCTION shop.mail(crm.customers): schema crm",
            "INDEX shop.counted_id_idx: relation shop.counted",
            "MATERIALIZED VIEW shop.counted: relation shop.mixed",
            "TABLE ATTACH shop.parted_1: schema crm",
            "TRIGGER shop.orders touched: schema crm",
            "VIEW shop.mixed: relation crm.customers",
            "VIEW shop.onmixed: relation shop.mixed",
        ], run.Report.Skipped.Select(skipped => $"{skipped.Entry}: {skipped.Object}").Order(StringComparer.Ordinal));
        Assert.Equal(run.Report.Skipped.Count, run.Plan.Unproven.Count);
        Assert.Contains("VIEW shop.mixed", Assert.Single(run.Observer.Notices, notice => notice.Code == DiagnosticCodes.PartOfDatabase).Message, StringComparison.Ordinal);
        Assert.Contains("FK CONSTRAINT shop.orders orders_customer_id_fkey", run.Report.Checks.Single(check => check.Id == "keys").Note, StringComparison.Ordinal);
        Assert.Equal(cluster.List(run.Original), cluster.List(run.Artefact));
        Assert.Equal(["shop.orders.email: email", "shop.parted_1.email: email"], run.Masked);
        // The keys that are in the dump are proven as ever.
        var restored = cluster.CreateDatabase("CREATE SCHEMA crm; CREATE TABLE crm.customers (id int PRIMARY KEY, email text); INSERT INTO crm.customers SELECT generate_series(1, 100);"
            + "CREATE FUNCTION crm.label(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)';"
            + "CREATE FUNCTION crm.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE crm.parted (id int, email text) PARTITION BY RANGE (id)");
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("100|100|100", cluster.Query(restored, "SELECT (SELECT count(*) FROM shop.mixed), (SELECT count(*) FROM crm.parted), (SELECT count(*) FROM shop.orders WHERE email NOT LIKE '%quill%')"));
    }

    [Fact]
    public void A_table_alone_needs_no_schema_of_its_own()
    {
        var run = _folder.Anonymize(Dump("-Fp", "--clean", "--if-exists", "--no-owner", "-t", "shop.orders"), _folder.Policy(Policy));
        Assert.Equal(["FK CONSTRAINT shop.orders orders_customer_id_fkey: schema crm", "TRIGGER shop.orders touched: schema crm"],
            run.Report.Skipped.Select(skipped => $"{skipped.Entry}: {skipped.Object}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("quillmail", File.ReadAllText(run.Artefact), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_rows_that_nobody_can_create_stops_the_run_and_says_what_it_lacks()
    {
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(Dump("-Fc", "-t", "crm.customers"), _folder.Policy(Policy)));
        Assert.Equal(DiagnosticCodes.TableRefersToAbsent, failure.Diagnostics.Single().Code);
        Assert.Contains("type crm.tier", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
    }

    [Fact]
    public void Rows_that_the_dump_leaves_out_leave_the_keys_to_them_unproven()
    {
        var run = _folder.Anonymize(Dump("-Fc", "--exclude-table-data", "crm.customers"), _folder.Policy(Policy));
        Assert.Equal(["FK CONSTRAINT shop.orders orders_customer_id_fkey: relation crm.customers"], run.Report.Skipped.Select(skipped => $"{skipped.Entry}: {skipped.Object}"));
    }

    [Theory]
    [InlineData("--data-only")]
    [InlineData("--section=data", Traits = ["When", "nightly"])]
    [InlineData("--table=crm.customers")]
    public void A_schema_beside_the_dump_gives_what_it_lacks(string part)
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Dump(database, _folder.In("rows.dump"), "-Fc", part);
        cluster.Dump(database, _folder.In("schema.sql"), "-Fp", "--schema-only");
        var run = RunFolder.Anonymize(_folder.Options(_folder.In("rows.dump"), _folder.Policy(Policy + "proof: restore\n")) with { SchemaDumpPath = _folder.In("schema.sql") });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Empty(run.Report.Skipped);
        Assert.Contains("crm.customers.email: email", run.Masked);
        Assert.Equal(cluster.List(run.Original), cluster.List(run.Artefact));
        var restored = cluster.CreateDatabase();
        if (part.StartsWith("--table", StringComparison.Ordinal)) cluster.Execute(restored, "CREATE SCHEMA crm; CREATE TYPE crm.tier AS ENUM ('a', 'b');");
        else cluster.Execute(restored, File.ReadAllText(_folder.In("schema.sql")));
        cluster.Restore(run.Artefact, restored, part.StartsWith("--table", StringComparison.Ordinal) ? [] : ["--disable-triggers"]);
        Assert.Equal("100", cluster.Query(restored, "SELECT count(*) FROM crm.customers WHERE email LIKE '%@%' AND email NOT LIKE '%quill%'"));
    }

    [Fact]
    public void Rows_without_a_schema_say_how_to_give_one()
    {
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(Dump("-Fc", "--data-only"), _folder.Policy(Policy)));
        Assert.Equal(DiagnosticCodes.DumpHasNoSchema, failure.Diagnostics.Single().Code);
        Assert.Contains("--schema-dump", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_says_other_things_than_the_dump_is_refused()
    {
        var dump = Dump("-Fc", "-t", "crm.customers");
        var other = cluster.CreateDatabase(Schema + "ALTER TABLE crm.customers ADD COLUMN more text;");
        cluster.Dump(other, _folder.In("schema.dump"), "-Fc", "--schema-only");
        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Policy)) with { SchemaDumpPath = _folder.In("schema.dump") }));
        Assert.Equal(DiagnosticCodes.SchemaDumpDiffers, failure.Diagnostics.Single().Code);
        Assert.Contains("TABLE crm.customers", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_script_that_cleans_and_creates_runs_as_any()
    {
        var run = _folder.Anonymize(Dump("-Fp", "--clean", "--create", "--if-exists", "--no-owner"), _folder.Policy(Policy));
        Assert.Empty(run.Report.Skipped);
        Assert.DoesNotContain("quillmail", File.ReadAllText(run.Artefact), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Dump(params string[] options) => _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), options);
}
