using System.IO.Compression;
using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Reporting;
using CiAnon.Reporting.Evidence;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Whole runs over scripts of pg_dumpall: judged by psql in a server that has nothing, and line by line against the original.</summary>
public sealed class ClusterRunTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IDisposable
{
    private const string Rules = """
        columns: { email: email }
        definitions: { secrets: redact }
        databases:
          shop: { tables: { customers: { keep: [city] } } }
          'Odd "Name': { tables: { calls: { columns: { phone: phone, line: hash } } } }
          scratch: drop

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void The_script_is_the_same_but_for_rows_passwords_and_what_was_left_out()
    {
        var run = Run("roles: keep\n" + Rules);
        var lines = File.ReadAllLines(_folder.Output).Where(line => !IsRow(line)).ToList();
        Assert.Equal(Expected(File.ReadAllLines(cluster.Dump)).Where(line => !IsRow(line)), lines);
        Assert.DoesNotContain("private.test", File.ReadAllText(_folder.Output), StringComparison.Ordinal);

        Assert.Equal("", cluster.Restore(_folder.Output));
        Assert.Equal("500|500|town", Query("shop", "SELECT count(*), count(DISTINCT email), min(city) FROM customers JOIN orders ON customer = customers.id"));
        Assert.Equal("50|0", Query("Odd \"Name", "SELECT count(*), count(*) FILTER (WHERE phone ~ '^.1 202-555-01') FROM calls"));
        Assert.Equal("shop_owner", Query("shop", "SELECT tableowner FROM pg_tables WHERE tablename = 'customers'"));
        Assert.Equal("Desk 1|f|-\nclerk|t|-\nshop_owner|t|-", Query("postgres", "SELECT rolname, rolcanlogin, coalesce(rolpassword, '-') FROM pg_authid WHERE oid >= 16384 ORDER BY rolname COLLATE \"C\""));
        Assert.Equal("f", Query("postgres", "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'scratch')"));
        // One key for all of them; where values must be unique, their pseudonyms have some digits more.
        Assert.Equal(Query("shop", "SELECT left(email, 17) FROM customers WHERE id <= 50 ORDER BY id"), Query("Odd \"Name", "SELECT left(email, 17) FROM calls ORDER BY id"));

        Assert.Equal(("kept", 0), (run.Cluster!.Roles, run.Cluster.Tablespaces));
        Assert.Equal("Odd \"Name anonymized,scratch dropped,shop anonymized", string.Join(',', run.Cluster.Databases.Select(one => $"{one.Name} {one.Status}")));
        Assert.Equal((1000, 1000), (run.Cluster.Databases[^1].RowsIn, run.Cluster.Databases[^1].RowsOut));
        Assert.All(run.Cluster.Databases.Where(one => one.Status == "anonymized").SelectMany(one => one.Checks), check => Assert.Equal("passed", check.Status));
        Assert.Equal(["ROLE clerk", "ROLE shop_owner"], run.Redacted.Select(entry => entry.Entry));
        Assert.Contains("shop.public.customers", run.Tables.Select(ReportWords.FullName));
        Assert.Equal(RunFolder.Sha256(_folder.Output), run.Output!.Sha256);
        Assert.Equal(RunFolder.Sha256(cluster.Dump), run.Input.Sha256);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    public void Without_a_word_on_them_roles_and_whatever_names_one_are_left_out_of_a_wrapped_script_too()
    {
        var wrapped = _folder.In("cluster.sql.gz");
        const string Setting = "ALTER DATABASE shop SET statement_timeout ";
        var text = File.ReadAllText(cluster.Dump);
        Assert.Contains(Setting, text, StringComparison.Ordinal);
        using (var gzip = new GZipStream(File.Create(wrapped), CompressionLevel.Fastest))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text.Replace(Setting, "ALTER DATABASE shop SET role TO 'clerk';\n" + Setting, StringComparison.Ordinal)));
        var report = Run(Rules, wrapped, _folder.In("out/team.sql.gz"));
        Assert.Equal("dropped", report.Cluster!.Roles);
        var script = ScriptFile.Read(_folder.In("out/team.sql.gz"))!;
        Assert.DoesNotMatch("shop_owner|clerk|Desk", System.Text.Encoding.UTF8.GetString(script));
        File.WriteAllBytes(_folder.In("team.sql"), script);
        Assert.Equal("", cluster.Restore(_folder.In("team.sql")));
        Assert.Equal("0", Query("postgres", "SELECT count(*) FROM pg_roles WHERE oid >= 16384"));
        Assert.Equal("postgres|500", Query("shop", "SELECT tableowner, (SELECT count(*) FROM customers) FROM pg_tables WHERE tablename = 'customers'"));
        Assert.Equal("{statement_timeout=5min}", Query("shop", "SELECT setconfig FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase WHERE datname = 'shop'"));
    }

    // Without the place: whose lines are counted anew.
    private List<string> Refusals(string script) => [.. cluster.Restore(script).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(" ERROR: ", StringComparison.Ordinal) + 1)..])];

    [Theory]
    [InlineData("drop", "postgres|0")]
    [InlineData("keep", "shop_owner|3", Traits = ["When", "nightly"])]
    public void A_script_whose_owners_are_sessions_restores_with_them_or_without(string roles, string expected)
    {
        Run($"roles: {roles}\n{Rules}", cluster.DumpOfSessions);
        if (roles == "drop") Assert.DoesNotMatch("shop_owner|clerk|Desk|SESSION AUTHORIZATION", File.ReadAllText(_folder.Output));
        // Sessions of owners may do less than the superuser did: the original's own script is refused as much.
        var refused = Refusals(cluster.DumpOfSessions);
        Assert.Equal(roles == "drop" ? [] : refused, Refusals(_folder.Output));
        Assert.Equal(expected, Query("shop", "SELECT tableowner, (SELECT count(*) FROM pg_roles WHERE oid >= 16384) FROM pg_tables WHERE tablename = 'customers'"));
        Assert.Equal("500", Query("shop", "SELECT count(*) FROM customers"));
    }

    [Theory]
    [InlineData("columns: { email: email, city: hash }", "columns: { phone: phone, line: hash, email: keep }", "Odd \"Name.public.calls.email")]
    [InlineData("columns: { email: keep, city: hash }", "columns: { phone: phone, line: hash, email: email }", "shop.public.customers.email")]
    public void What_is_masked_in_one_database_is_found_in_the_others_whichever_comes_first(string shop, string odd, string place)
    {
        var failure = Assert.Throws<CiAnonException>(() => Run(Kept(shop, odd)));
        Assert.Equal("CIANON5002", failure.Diagnostics.Single().Code.Id);
        Assert.Equal([place], Report().Checks.Single(check => check.Id == "residual").Findings.Select(finding => finding.Object));
        Assert.False(File.Exists(_folder.Output));
        Assert.DoesNotContain("canary", File.ReadAllText(_folder.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_condition_keeps_is_no_original_for_other_databases() => Assert.Equal(ReportStatus.Passed,
        Run(Kept("columns: { email: { strategy: email, unless: { column: city, equals: town } }, city: keep }", "columns: { phone: phone, line: hash, email: keep }")).Status);

    private static string Kept(string shop, string odd) => $$"""
        definitions: { secrets: redact }
        verify: { allow: [ { object: "*.email", check: patterns, reason: "invented for a test", owner: dpo } ] }
        databases:
          scratch: drop
          shop: { {{shop}} }
          'Odd "Name': { {{odd}} }

        """;

    [Fact]
    public void An_original_of_the_last_database_is_found_in_what_is_said_of_a_role_and_told_once()
    {
        var script = _folder.In("named.sql");
        File.WriteAllText(script, File.ReadAllText(cluster.Dump).Replace("IS 'reads'", "IS 'canary499@private.test reads'", StringComparison.Ordinal));
        var failure = Assert.Throws<CiAnonException>(() => Run("roles: keep\n" + Rules, script));
        Assert.All(failure.Diagnostics, diagnostic => Assert.Contains("ROLE Desk 1", diagnostic.Message, StringComparison.Ordinal));
        Assert.Equal(["ROLE Desk 1"], Report().Checks.Single(check => check.Id == "residual").Findings.Select(finding => finding.Object));
    }

    [Theory]
    [InlineData("verify: { allow: [ { object: 'ROLE *', reason: invented, owner: dpo }, { object: public.calls.line, reason: invented, owner: dpo } ] }\n", "public.calls.line")]
    [InlineData("definitions: { secrets: redact }\nverify: { allow: [ { object: 'ROLE *', reason: invented, owner: dpo } ] }\n", "ROLE *", Traits = ["When", "nightly"])]
    public void What_is_allowed_in_all_databases_must_allow_something_in_one(string allowed, string unused)
    {
        var observer = new RecordingObserver();
        var options = Options($"roles: keep\n{allowed}{Rules.Replace("definitions: { secrets: redact }\n", "", StringComparison.Ordinal)}");
        using (var run = ClusterRun.Start(options, observer, CancellationToken.None)) run.Run();
        Assert.Contains($"'{unused}'", observer.Notices.Single(notice => notice.Code.Id == "CIANON5005").Message, StringComparison.Ordinal);
        using var strict = ClusterRun.Start(options with { OutputPath = _folder.In("out/strict"), FailsOnWarnings = true }, new RecordingObserver(), CancellationToken.None);
        Assert.Contains("1 warning, and warnings were to stop the run", Assert.Throws<CiAnonException>(strict.Run).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.In("out/strict")));
    }

    [Fact]
    public void One_database_is_taken_out_by_its_name()
    {
        var options = Options(Rules) with { Database = "shop" };
        using (var run = ClusterRun.Start(options, new RecordingObserver(), CancellationToken.None)) run.Run();
        Assert.DoesNotContain("calls", File.ReadAllText(_folder.Output), StringComparison.Ordinal);
        Assert.Null(Report().Cluster);
        Assert.Equal(RunFolder.Sha256(cluster.Dump), Report().Input.Sha256);
        using var judged = new VerificationRun(new VerifyOptions(_folder.Output, options.PolicyPath)
        { Database = "shop", OriginalPath = cluster.Dump, WorkDirectory = _folder.WorkDirectory, Environment = Environment.GetEnvironmentVariable }, new RecordingObserver(), CancellationToken.None);
        Assert.Equal(ReportStatus.Passed, judged.Run().Status);
    }

    [Fact]
    public void A_judged_database_is_searched_for_originals_of_the_others_and_so_is_what_stands_around_them()
    {
        Run("roles: keep\n" + Rules);
        Assert.Empty(Judge("roles: keep\n" + Rules, out _));
        var script = File.ReadAllText(_folder.Output);
        var line = System.Text.RegularExpressions.Regex.Match(script, "(?<=\n7\t[^\t\n]+\t[^\t\n]+\t)[^\t\n]+(?=\n8\t)");
        Assert.True(line.Success);
        File.WriteAllText(_folder.Output, script.Replace(line.Value, "canary499@private.test", StringComparison.Ordinal).Replace("IS 'reads'", "IS 'canary498@private.test reads'", StringComparison.Ordinal));
        Assert.NotEmpty(Judge(Rules, out var judged));
        Assert.Equal(["ROLE Desk 1", "public.calls.line"], Findings(judged, "residual"));
        // The policy leaves roles out where it says nothing of them.
        Assert.Equal(["ROLE Desk 1", "ROLE clerk", "ROLE postgres", "ROLE shop_owner"], Findings(judged, "coverage"));
    }

    [Fact]
    public void An_extension_is_left_out_of_the_databases_that_have_it()
    {
        var options = Options(Rules) with { WithoutExtensions = ["postgres_fdw"] };
        using (var run = ClusterRun.Start(options, new RecordingObserver(), CancellationToken.None)) run.Run();
        Assert.Contains("shop: EXTENSION postgres_fdw", string.Join('\n', Report().Skipped.Select(skipped => skipped.Entry)), StringComparison.Ordinal);
        using var unknown = ClusterRun.Start(options with { OutputPath = _folder.In("out/other"), WithoutExtensions = ["postgis"] }, new RecordingObserver(), CancellationToken.None);
        var failure = Assert.Throws<CiAnonException>(unknown.Run);
        Assert.Equal("CIANON1244", failure.Diagnostics.Single().Code.Id);
        Assert.Contains("it has postgres_fdw", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep", "OWNER shop_owner LOCATION '/nowhere/fast';\nGRANT CREATE ON TABLESPACE fast TO clerk;\n")]
    [InlineData("drop", "LOCATION '/nowhere/fast';\n\n", Traits = ["When", "nightly"])]
    public void Tablespaces_whose_folder_is_not_here_stay_and_are_told(string roles, string written)
    {
        var script = _folder.In("tablespaces.sql");
        const string Table = "--\n-- Name: orders; Type: TABLE; Schema: public; Owner: postgres";
        var text = File.ReadAllText(cluster.Dump);
        Assert.Contains("CREATE DATABASE shop WITH TEMPLATE = template0", text, StringComparison.Ordinal);
        Assert.Contains(Table, text, StringComparison.Ordinal);
        var at = text.IndexOf("--\n-- Databases", StringComparison.Ordinal);
        File.WriteAllText(script, text.Insert(at, "--\n-- Tablespaces\n--\n\nCREATE TABLESPACE fast OWNER shop_owner LOCATION '/nowhere/fast';\nGRANT CREATE ON TABLESPACE fast TO clerk;\n\n")
            .Replace("CREATE DATABASE shop WITH TEMPLATE = template0", "CREATE DATABASE shop WITH TEMPLATE = template0 TABLESPACE = fast", StringComparison.Ordinal)
            .Replace(Table, $"SET default_tablespace = fast;\n\n{Table}; Tablespace: fast", StringComparison.Ordinal));
        var observer = new RecordingObserver();
        using (var run = ClusterRun.Start(Options($"roles: {roles}\n{Rules}", script), observer, CancellationToken.None)) run.Run();
        Assert.Contains("fast", observer.Notices.Single(notice => notice.Code.Id == "CIANON3029").Message, StringComparison.Ordinal);
        Assert.Equal(1, Report().Cluster!.Tablespaces);
        var published = File.ReadAllText(_folder.Output);
        Assert.Contains("CREATE TABLESPACE fast " + written, published, StringComparison.Ordinal);
        Assert.Contains("TEMPLATE = template0 TABLESPACE = fast", published, StringComparison.Ordinal);
        Assert.Contains("SET default_tablespace = fast;\n\n--\n-- Name: orders; ", published, StringComparison.Ordinal);
        Assert.Contains("; Tablespace: fast\n--", published, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roles: keep\ncolumns: { email: email }\ndatabases: { shop: { columns: { city: hash } }, scratch: drop, 'Odd \"Name': { columns: { phone: phone, line: hash } } }\n",
        "CIANON5002", "Odd \"Name: check 'patterns': ROLE clerk", true)]
    [InlineData("columns: { email: email }\ndatabases: { shop: { columns: { city: hash } }, 'Odd \"Name': { columns: { line: hash } }, scratch: drop }\n", "CIANON1203", "Odd \"Name: table public.calls has columns without a decision: phone", false)]
    public void Nothing_is_published_when_one_thing_is_amiss(string rules, string code, string told, bool hasReport)
    {
        var failure = Assert.Throws<CiAnonException>(() => Run(rules));
        Assert.Contains(failure.Diagnostics, diagnostic => diagnostic.Code.Id == code && diagnostic.Message.Contains(told, StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.Output));
        Assert.Equal(hasReport, File.Exists(_folder.Report));
        if (hasReport) Assert.Equal("failed,dropped,not-reached", string.Join(',', Report().Cluster!.Databases.Select(one => one.Status)));
        Assert.DoesNotContain(Directory.GetFiles(_folder.In("out")), file => file.Contains("partial", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("columns: { email: email }\ndatabases: { shop: {}, scratch: drop }\n", "CIANON3027", "database 'Odd \"Name' has tables")]
    [InlineData("columns: { email: email }\ndatabases: { shop: {}, scratch: drop, 'Odd \"Name': drop, shoq: {} }\n", "CIANON3026", "no database 'shoq'")]
    public void Every_database_of_both_sides_must_be_known(string rules, string code, string told)
    {
        var failure = Assert.Throws<CiAnonException>(() => Run(rules));
        Assert.Equal(code, failure.Diagnostics.Single().Code.Id);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("out")));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [Trait("When", "nightly")]
    public void The_whole_script_of_another_major_comes_back_in_its_own_server(int major)
    {
        var tools = PostgresTools.Major(major);
        using var other = ClusterFixture.Of(tools);
        var options = Options("roles: keep\n" + Rules, other.Dump) with { PostgresBin = tools.BinDirectory };
        using (var run = ClusterRun.Start(options, new RecordingObserver(), CancellationToken.None)) run.Run();
        Assert.Equal("", other.Restore(_folder.Output));
        Assert.Equal("500|0", other.Server.Query("shop", "SELECT count(*), count(*) FILTER (WHERE email ~ 'private.test') FROM customers"));
        Assert.Equal(5, Report().Cluster!.Databases.Count);
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizeOptions Options(string rules, string? dump = null, string? output = null) =>
        _folder.Options(dump ?? cluster.Dump, _folder.Policy(rules)) with { OutputPath = output ?? _folder.Output, Key = RunFolder.Key(1) };

    private ComplianceReport Run(string rules, string? dump = null, string? output = null)
    {
        var options = Options(rules, dump, output);
        using var run = ClusterRun.Start(options, new RecordingObserver(), CancellationToken.None);
        run.Run();
        var artefact = options.OutputPath!;
        var written = ReportJson.Read(File.ReadAllBytes(artefact + ".report.json"))!;
        Assert.All(EvidenceVerifier.Verify(written, artefact, null, CancellationToken.None), item => Assert.Null(item.Problem));
        return written;
    }

    private IReadOnlyList<Diagnostic> Judge(string rules, out ComplianceReport report)
    {
        using var run = new VerificationRun(new VerifyOptions(_folder.Output, _folder.Policy(rules))
        { Database = "Odd \"Name", OriginalPath = cluster.Dump, WorkDirectory = _folder.WorkDirectory, Environment = Environment.GetEnvironmentVariable }, new RecordingObserver(), CancellationToken.None);
        report = run.Run();
        return run.Problems;
    }

    private static IEnumerable<string> Findings(ComplianceReport report, string check) => report.Checks.Single(one => one.Id == check).Findings.Select(finding => finding.Object).Order(StringComparer.Ordinal);

    private ComplianceReport Report() => ReportJson.Read(File.ReadAllBytes(_folder.Report))!;

    private string Query(string database, string sql) => cluster.Server.Query(database, sql);

    private static bool IsRow(string line) => line.Contains('\t', StringComparison.Ordinal);

    // Without passwords and the part of the database that is left out.
    private static IEnumerable<string> Expected(IEnumerable<string> lines)
    {
        var isLeftOut = false;
        var pending = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("-- Database \"", StringComparison.Ordinal))
            {
                isLeftOut = line == "-- Database \"scratch\" dump";
            }
            if (line == "--" && pending.Count == 0)
            {
                pending.Add(line);
                continue;
            }
            foreach (var held in isLeftOut ? [] : pending) yield return held;
            pending.Clear();
            if (!isLeftOut) yield return System.Text.RegularExpressions.Regex.Replace(line, "PASSWORD '[^']*'", "PASSWORD NULL");
        }
        foreach (var held in isLeftOut ? [] : pending) yield return held;
    }
}
