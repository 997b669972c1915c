using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.PostgresTests.Verification;

/// <summary>Dumps that exist are judged: ours, others', and those that somebody forgot to anonymize.</summary>
public sealed class VerifyRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL UNIQUE, phone text, born date, note text, kind text);
        INSERT INTO people SELECT i, 'canary' || i || '@private.test', '+49 30 ' || 1234000 + i, date '1970-01-01' + i, 'canary note ' || i, 'k' || i % 3 FROM generate_series(1, 60) i;
        CREATE TABLE mails (address text, body text); INSERT INTO mails SELECT 'canary' || i || '@private.test', 'canary body ' || i FROM generate_series(1, 40) i;
        CREATE TABLE sessions (person int, token text); INSERT INTO sessions SELECT i, 'canary token ' || i FROM generate_series(1, 20) i;
        CREATE TABLE empty (email text);
        """;

    private const string Policy = """
        columns: { email: email, address: email }
        tables:
          people: { columns: { phone: phone, born: { strategy: noise, range: 90 days }, note: { strategy: constant, value: x } }, keep: [kind] }
          mails: { columns: { body: hash } }
          sessions: { rows: none }

        """;

    // What another tool might do: UPDATEs, after which rows stand in another order.
    private const string OtherTool = """
        UPDATE people SET email = 'x' || id || '@anon.test', phone = '+49 30 9' || 200000 + id, born = born + 7, note = 'x' WHERE id % 2 = 0;
        UPDATE people SET email = 'x' || id || '@anon.test', phone = '+49 30 9' || 200000 + id, born = born + 7, note = 'x' WHERE id % 2 = 1;
        UPDATE mails SET address = md5('a secret' || address) || '@anon.test', body = md5(body);
        TRUNCATE sessions;
        """;

    private readonly RunFolder _folder = new();

    public static TheoryData<string, string, string, string> Leaks => new()
    {
        { "a row", "changed", "public.people.email", "UPDATE people SET email = 'canary7@private.test' WHERE id = 7" },
        new TheoryDataRow<string, string, string, string>("a phone", "changed", "public.people.phone", "UPDATE people SET phone = '+49 30 ' || 1234007 WHERE id = 7").WithTrait("When", "nightly"),
        new TheoryDataRow<string, string, string, string>("a constant", "changed", "public.people.note", "UPDATE people SET note = 'canary note 7' WHERE id = 7").WithTrait("When", "nightly"),
        new TheoryDataRow<string, string, string, string>("a date", "changed", "public.people.born", "UPDATE people SET born = date '1970-01-01' + 7 WHERE id = 7").WithTrait("When", "nightly"),
        { "a swap without keys", "changed", "public.mails", "UPDATE mails SET address = 'canary8@private.test' WHERE ctid = (SELECT min(ctid) FROM mails)" },
        { "a lost row", "rows", "public.people", "DELETE FROM people WHERE id = 7" },
        new TheoryDataRow<string, string, string, string>("dropped rows", "rows", "public.sessions", "INSERT INTO sessions VALUES (1, 'canary token')").WithTrait("When", "nightly"),
        new TheoryDataRow<string, string, string, string>("other keys", "changed", "public.people", "UPDATE people SET id = 1000 WHERE id = 7").WithTrait("When", "nightly"),
        new TheoryDataRow<string, string, string, string>("a type", "schema", "public.people.kind", "ALTER TABLE people ALTER kind TYPE varchar(40)").WithTrait("When", "nightly"),
        { "a column", "schema", "public.people.kind", "ALTER TABLE people RENAME kind TO sort" },
        new TheoryDataRow<string, string, string, string>("a table", "schema", "public.more", "CREATE TABLE more (id int)").WithTrait("When", "nightly"),
    };

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd")]
    public void An_artefact_of_ours_passes(string format)
    {
        var dump = Dump(cluster.CreateDatabase(Schema), format);
        var run = _folder.Anonymize(dump, _folder.Policy(Policy));
        var report = Verify(run.Artefact, dump, out var problems);
        Assert.Empty(problems);
        Assert.All(report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Equal((ReportMode.Verified, ReportStatus.Passed, "unknown"), (report.Mode, report.Status, report.Key.Mode));
        Assert.Equal((RunFolder.Sha256(run.Artefact), RunFolder.Sha256(dump), null), (report.Input.Sha256, report.Original!.Sha256, report.Output));
        var people = report.Tables.Single(table => table.Name == "people");
        Assert.Equal((60, 60), (people.RowsIn, people.RowsOut));
        var sessions = report.Tables.Single(table => table.Name == "sessions");
        Assert.Equal((20, 0), (sessions.RowsIn, sessions.RowsOut));
    }

    [Fact]
    public void A_dump_that_nobody_anonymized_fails()
    {
        var dump = Dump(cluster.CreateDatabase(Schema), "-Fc");
        var report = Verify(dump, dump, out var problems);
        Assert.Equal(["changed", "residual", "rows"], Failed(report));
        Assert.Equal(
        [
            "public.mails.address 40", "public.mails.body 40", "public.people.born 60", "public.people.email 60", "public.people.note 60", "public.people.phone 60",
        ], Findings(report, "changed").Select(finding => $"{finding.Object} {finding.Violations}").Order(StringComparer.Ordinal));
        Assert.Equal("public.sessions", Assert.Single(Findings(report, "rows")).Object);
        Assert.All(problems, problem => Assert.Equal(DiagnosticCodes.CheckFailed, problem.Code));
    }

    [Fact]
    public void A_dump_of_another_tool_is_judged_though_its_rows_stand_in_another_order()
    {
        var database = cluster.CreateDatabase(Schema);
        var dump = Dump(database, "-Fc");
        cluster.Execute(database, OtherTool);
        var report = Verify(Dump(Copy(database), "-Fc"), dump, out var problems);
        Assert.Empty(problems);
        var note = report.Checks.Single(check => check.Id == "changed").Note!;
        Assert.Contains("by key, as their rows stand in another order: public.people", note, StringComparison.Ordinal);
        Assert.Contains("no unmasked column tells rows apart: public.mails", note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public void One_leak_is_named(string leak, string check, string where, string sql)
    {
        var database = cluster.CreateDatabase(Schema);
        var dump = Dump(database, "-Fc");
        cluster.Execute(database, OtherTool + sql);
        var policy = leak is "a column" ? Policy.Replace("[kind]", "['*']", StringComparison.Ordinal) : Policy;
        var report = Verify(Dump(Copy(database), "-Fc"), dump, out var problems, policy);
        Assert.Equal((leak, ReportStatus.Failed), (leak, report.Status));
        Assert.Contains(Findings(report, check), finding => finding.Object == where && finding.Violations == 1);
        Assert.NotEmpty(problems);
        Assert.DoesNotContain("canary", string.Join('\n', problems) + File.ReadAllText(_folder.In("verdict.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_row_that_stayed_is_found_where_the_order_of_rows_is_the_same()
    {
        var dump = Dump(cluster.CreateDatabase(Schema), "-Fc");
        var artefact = _folder.Anonymize(dump, _folder.Policy(Policy)).Artefact;
        var restored = cluster.CreateDatabase();
        cluster.Restore(artefact, restored, "--single-transaction");
        cluster.Execute(restored, "UPDATE people SET email = 'canary60@private.test' WHERE id = 60");
        var report = Verify(Dump(restored, "-Fc"), dump, out _);
        Assert.Equal(["changed", "residual"], Failed(report));
        Assert.Equal("public.people.email", Assert.Single(Findings(report, "residual")).Object);
        var finding = Assert.Single(Findings(report, "changed"));
        Assert.Equal(("public.people.email", 1, "email"), (finding.Object, finding.Violations, finding.Kind));
        Assert.DoesNotContain("another order", report.Checks.Single(check => check.Id == "changed").Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_name_that_stayed_in_a_text_is_found_by_the_same_rows_text_of_the_original(bool isInOrder)
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE customers (id int PRIMARY KEY, full_name text, note text);
            INSERT INTO customers SELECT i, 'Zolbrax' || chr(96 + i) || 'u Quimdel' || chr(96 + i) || 'o', 'Zolbrax' || chr(96 + i) || 'u Quimdel' || chr(96 + i) || 'o called twice' FROM generate_series(1, 20) i;
            """);
        var dump = Dump(database, "-Fc");
        const string Texts = "tables: { customers: { columns: { full_name: name, note: free_text } } }";
        var artefact = _folder.Anonymize(dump, _folder.Policy(Texts)).Artefact;
        Assert.Empty(Failed(Verify(artefact, dump, out _, Texts)));

        var restored = cluster.CreateDatabase();
        cluster.Restore(artefact, restored, "--single-transaction");
        // Somebody else's name may stand there: it may be a pseudonym.
        cluster.Execute(restored, "UPDATE customers SET note = 'Zolbraxbu Quimdelbo called twice' WHERE id = 20");
        if (!isInOrder) cluster.Execute(restored, "UPDATE customers SET id = id WHERE id < 5");
        Assert.Empty(Failed(Verify(Dump(restored, "-Fc"), dump, out _, Texts)));
        cluster.Execute(restored, "UPDATE customers SET note = 'again: ZOLBRAXTU QUIMDELTO' WHERE id = 20");
        var report = Verify(Dump(restored, "-Fc"), dump, out _, Texts);
        var finding = Assert.Single(Findings(report, "changed"));
        Assert.Equal(("public.customers.note", 1L), (finding.Object, finding.Violations));
        Assert.DoesNotContain("ZOLBRAX", finding.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_the_original_what_needs_it_is_skipped_and_the_rest_is_judged()
    {
        var dump = Dump(cluster.CreateDatabase(Schema + "DROP TABLE sessions;"), "-Fc");
        var policy = Policy.Replace("  sessions: { rows: none }\n", "", StringComparison.Ordinal)
            + "verify: { sql: [found.sql] }\nanonymity: [{ table: people, columns: [kind], k: 30 }]\n";
        File.WriteAllText(_folder.In("found.sql"), "SELECT 'private addresses', count(*) FROM people WHERE email LIKE '%private.test'");
        var report = Verify(dump, null, out var problems, policy);
        Assert.Equal(["anonymity", "sql"], Failed(report));
        Assert.Equal(["changed", "residual", "schema"], report.Checks.Where(check => check.Status == "skipped").Select(check => check.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Checks.Where(check => check.Status == "skipped"), check => Assert.Contains("--against", check.Note, StringComparison.Ordinal));
        Assert.Null(report.Original);
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Rows_that_nothing_identifies_fail_rather_than_pass()
    {
        var database = cluster.CreateDatabase("CREATE TABLE figures (salary int); INSERT INTO figures SELECT i FROM generate_series(1, 50) i;");
        var dump = Dump(database, "-Fc");
        cluster.Execute(database, "UPDATE figures SET salary = salary % 50 + 1");
        var report = Verify(Dump(Copy(database), "-Fc"), dump, out _, "columns: { salary: { strategy: noise, range: 10% } }\n");
        Assert.Contains("can't be judged", Assert.Single(Findings(report, "changed")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_does_not_cover_the_dump_is_told_and_leaves_no_report()
    {
        var dump = Dump(cluster.CreateDatabase(Schema), "-Fc");
        File.WriteAllText(_folder.In("verdict.json"), "of an earlier run");
        var failure = Assert.Throws<CiAnonException>(() => Verify(dump, null, out _, "columns: { email: email }\n"));
        Assert.Equal((DiagnosticCodes.Undecided, ExitCode.Usage), (failure.Diagnostics[0].Code, failure.Exit));
        Assert.False(File.Exists(_folder.In("verdict.json")));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Failed(ComplianceReport report) => report.Checks.Where(check => check.Status == "failed").Select(check => check.Id).Order(StringComparer.Ordinal);

    private static IReadOnlyList<FindingSection> Findings(ComplianceReport report, string check) => report.Checks.Single(section => section.Id == check).Findings;

    private string Dump(string database, string format) => _folder.DumpOf(cluster, database, format);

    // Another name, as dumps are named by their database.
    private string Copy(string database)
    {
        cluster.Execute("postgres", $"ALTER DATABASE {database} RENAME TO {database}_later");
        return database + "_later";
    }

    private ComplianceReport Verify(string dump, string? original, out IReadOnlyList<Diagnostic> problems, string policy = Policy)
    {
        var options = new VerifyOptions(dump, _folder.Policy(policy))
        {
            OriginalPath = original,
            ReportPath = _folder.In("verdict.json"),
            WorkDirectory = _folder.WorkDirectory,
            Jobs = 2,
            Environment = Environment.GetEnvironmentVariable,
        };
        using var run = new VerificationRun(options, new RecordingObserver(), TestContext.Current.CancellationToken);
        var report = run.Run();
        problems = run.Problems;
        Assert.Equal(report.Status, ReportJson.Read(File.ReadAllBytes(_folder.In("verdict.json")))!.Status);
        return report;
    }
}
