using CiAnon.Audits;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using CiAnon.Stages;

namespace CiAnon.PostgresTests.Runs.Extensions;

/// <summary>Whole runs over a dump with tables of an extension: they stay as it made them, and people's own rows in them are people's.</summary>
public sealed class ExtensionTablesTests(TestCluster installed, ExtensionTablesFixture units) : IClassFixture<ExtensionTablesFixture>, IDisposable
{
    private const string Policy = """
        columns: { email: email }
        tables:
          notes: { columns: { stamp: keep } }
          units: { columns: { owner: email }, keep: [name] }
          factors: { keep: [because] }

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Rows_that_the_extension_fills_in_itself_stay_there_and_are_no_part_of_the_artefact()
    {
        var run = Anonymize(Policy);
        Assert.Equal(["public.notes.email: email", "public.products.email: email", "public.units.owner: email"], run.Masked);
        Assert.Equal(2, run.Report.Tables.Single(table => table.Name == "units").RowsOut);
        var restored = units.Cluster.CreateDatabase();
        units.Cluster.Restore(run.Artefact, restored);
        Assert.Equal("1|metre|\n2|kilogram|office@units-of-measure.org\n1000|cubit|masked\n1001|span|", units.Cluster.Query(restored,
            "SELECT code, name, CASE WHEN code = 1000 AND owner LIKE '%@anon.example' THEN 'masked' ELSE owner END FROM units ORDER BY code"));
        Assert.Equal("2|40|10|2", units.Cluster.Query(restored,
            "SELECT (SELECT count(*) FROM factors), (SELECT count(*) FROM products), (SELECT count(*) FROM notes), (SELECT count(*) FROM \"Dimensions\")"));
        Assert.Equal("0", units.Cluster.Query(restored, "SELECT count(*) FROM products WHERE email LIKE '%canary%'"));
        Assert.Equal(units.Cluster.List(units.Dump), units.Cluster.List(run.Artefact));
    }

    [Fact]
    public void An_artefact_with_rows_of_extensions_is_judged_and_restored_into_a_second_database()
    {
        var run = Anonymize(Policy + "proof: restore\n");
        Assert.All(run.Report.Checks, check => Assert.Equal("passed", check.Status));
        using var verification = new VerificationRun(new VerifyOptions(run.Artefact, _folder.In("ci-anon.yml"))
        {
            OriginalPath = units.Dump,
            PostgresBin = units.Cluster.Tools.BinDirectory,
            WorkDirectory = _folder.WorkDirectory,
            Environment = Environment.GetEnvironmentVariable,
        }, new RecordingObserver(), CancellationToken.None);
        verification.Run();
        Assert.Empty(verification.Problems);
    }

    [Fact]
    public void What_is_personal_in_rows_that_somebody_added_is_found()
    {
        var failure = Assert.Throws<CiAnonException>(() => Anonymize(Policy.Replace("owner: email", "owner: keep", StringComparison.Ordinal)));
        Assert.Contains("public.units.owner", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_somebody_added_to_an_extension_that_nobody_knows_need_a_decision_and_what_it_ships_needs_none()
    {
        var failure = Assert.Throws<CiAnonException>(() => Anonymize("columns: { email: email }\ntables: { notes: { columns: { stamp: keep } } }\n"));
        Assert.Equal(
            ["table public.factors has columns without a decision: because (text)", "table public.units has columns without a decision: name (text), owner (text)"],
            failure.Diagnostics.Select(problem => problem.Message.Split(';')[0]));
        Assert.All(failure.Diagnostics, problem => Assert.Equal(DiagnosticCodes.Undecided, problem.Code));
        var live = LiveDatabase.Read(units.Cluster.ConnectionString(units.Database)).Catalog.Tables;
        Assert.Equal(["public.factors", "public.units"], live.Where(table => table.IsFilled).Select(table => table.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_that_refer_to_rows_of_an_extension_go_with_these_but_not_with_those_that_it_ships()
    {
        var run = Anonymize("columns: { email: email }\ntables: { notes: { columns: { stamp: keep } }, factors: { keep: [because] }, units: { rows: none } }\n");
        var restored = units.Cluster.CreateDatabase();
        units.Cluster.Restore(run.Artefact, restored);
        Assert.Equal("2|1|20", units.Cluster.Query(restored, "SELECT (SELECT count(*) FROM units), (SELECT count(*) FROM factors), (SELECT count(*) FROM products)"));
    }

    [Fact]
    public void Pg_dump_writes_the_same_rows_where_changes_of_the_schema_are_declared()
    {
        var run = RunFolder.Anonymize(Options(Policy) with { SandboxChanges = SandboxChanges.Schema });
        var restored = units.Cluster.CreateDatabase();
        units.Cluster.Restore(run.Artefact, restored);
        Assert.Equal("4|2|40", units.Cluster.Query(restored, "SELECT (SELECT count(*) FROM units), (SELECT count(*) FROM factors), (SELECT count(*) FROM products)"));
    }

    [Fact]
    public void A_sandbox_that_lacks_the_extension_says_which_and_what_to_do()
    {
        var options = _folder.Options(units.Dump, _folder.Policy(Policy)) with { PostgresBin = installed.Tools.BinDirectory };
        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options));
        Assert.Equal("CIANON4101", failure.Diagnostics.Single().Code.Id);
        Assert.Contains("EXTENSION units: the extension isn't installed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("install the package that has it for PostgreSQL", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--postgres-bin", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("--data-only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_audit_plan_and_the_database_itself_know_the_same_tables()
    {
        var expected = new[] { "public.Dimensions", "public.factors", "public.notes", "public.products", "public.stamped", "public.units" };
        Assert.Equal(expected, VerbTables.OfDump(units.Dump));
        Assert.Equal(expected, VerbTables.OfPlan(_folder, units.Dump, units.Cluster.Tools, VerbTables.Init(_folder, units.Dump)));
        Assert.Equal(expected, LiveDatabase.Read(units.Cluster.ConnectionString(units.Database)).Catalog.Tables.Select(table => table.FullName).Order(StringComparer.Ordinal));
        using var opened = CiAnon.Dumps.Dump.Open(units.Dump);
        Assert.Equal(["id", "email", "stamp", "at"], DumpCatalog.Read(opened).Find("public", "notes")!.Columns.Select(column => column.Name));
    }

    [Fact]
    public void A_dump_of_the_schema_alone_calls_no_rule_for_a_table_of_an_extension_stale()
    {
        var policy = _folder.Policy("columns: { email: email }\ntables: { units: { rows: none }, unseen: { rows: none } }\n");
        var audit = Audit.Run(new AuditOptions(policy, new DateOnly(2026, 7, 1)) { DumpPath = units.SchemaOnly }, CancellationToken.None);
        Assert.Equal(["extension-table unseen"], audit.Findings.Select(finding => $"{finding.Rule.Id} {finding.Object}").Except(["extension-table units"]));
        Assert.True(audit.Passed);
        Assert.NotEmpty(VerbTables.OfPlan(_folder, units.SchemaOnly, units.Cluster.Tools, policy));
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizeOptions Options(string policy) =>
        _folder.Options(units.Dump, _folder.Policy(policy)) with { PostgresBin = units.Cluster.Tools.BinDirectory };

    private AnonymizedDump Anonymize(string policy) => RunFolder.Anonymize(Options(policy));
}
