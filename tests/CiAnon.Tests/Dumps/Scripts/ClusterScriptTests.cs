using System.Text;
using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Streams;
using CiAnon.Policies;
using CiAnon.Stages;
using CiAnon.Strategies;

namespace CiAnon.Tests.Dumps.Scripts;

/// <summary>A script of pg_dumpall falls into what is before its databases and one script for each; what pg_dumpall doesn't write is refused by line.</summary>
public sealed class ClusterScriptTests : DumpFolder
{
    private const string Head = "--\n-- PostgreSQL database cluster dump\n--\n\n\\restrict K\n\nSET client_encoding = 'UTF8';\n\n--\n-- Roles\n--\n\nCREATE ROLE \"a b\";\nGRANT x TO \"a b\" GRANTED BY postgres;\n\n\\unrestrict K\n\n";
    private const string End = "--\n-- PostgreSQL database cluster dump complete\n--\n\n";

    private static string Databases => Part("one", "") + Part("two", "--\n-- Name: t; Type: TABLE; Schema: public; Owner: x\n--\n\nCREATE TABLE public.t (a text);\nCOPY public.t (a) FROM stdin;\n-- Database \"three\" dump\n\\.\n\n");

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    public void Its_parts_lie_back_to_back_and_rows_begin_none(string lineEnd, bool hasMark)
    {
        var text = (hasMark ? "\uFEFF" : "") + (Head + Databases + End).Replace("\n", lineEnd, StringComparison.Ordinal);
        var bytes = new MemoryBytes("cluster.sql", Encoding.UTF8.GetBytes(text));
        Assert.True(ClusterScript.Is(bytes));
        var script = ClusterScript.Read(bytes);
        Assert.Equal([("one", false), ("two", true)], script.Databases.Select(one => (one.Name, one.HasContent)));
        Assert.Equal(script.Databases[0].End, script.Databases[1].Start);
        Assert.Equal(["a b", "x"], script.Globals.Where(one => one.Kind == GlobalKind.Role).Select(one => one.Name));
        using var part = Dump.OpenFile(script.Part(script.Databases[1]));
        Assert.Equal("-- Database \"three\" dump\n\\.\n\n\n", Encoding.UTF8.GetString(Read(part, part.Toc.Single(entry => entry.HasData))));
    }

    [Theory]
    [InlineData("CREATE ROLE", "DO $$ BEGIN END $$;\nCREATE ROLE", "CIANON3021", "line 13")]
    [InlineData("CREATE ROLE", "\\! true\nCREATE ROLE", "CIANON3021", "line 13")]
    [InlineData("CREATE ROLE", "SELECT pg_read_file('x');\nCREATE ROLE", "CIANON3021", "line 13")]
    [InlineData("cluster dump complete\n--\n\n", "cluster dump complete\n--\n\nDROP TABLE t;\n", "CIANON3021", "behind the last line")]
    [InlineData("--\n-- PostgreSQL database cluster dump complete\n--\n\n", "", "CIANON3009", "the last line of pg_dumpall is missing")]
    [InlineData("\n-- PostgreSQL database dump complete", "\n-- x", "CIANON3009", "its last line is missing")]
    [InlineData("Database \"two\"", "Database \"one\"", "CIANON3010", "twice")]
    public void What_it_may_not_hold_is_named(string original, string changed, string code, string told)
    {
        var failure = Assert.Throws<CiAnonException>(() => ClusterScript.Read(new MemoryBytes("cluster.sql", Encoding.UTF8.GetBytes((Head + Databases + End).Replace(original, changed, StringComparison.Ordinal)))));
        Assert.Equal(code, failure.Diagnostics.Single().Code.Id);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_anywhere_it_is_refused()
    {
        var whole = Encoding.UTF8.GetBytes(Head + Databases + End);
        var end = whole.AsSpan().LastIndexOf("complete"u8) + "complete"u8.Length;
        for (var length = 0; length < end; length++)
        {
            var failure = Assert.Throws<CiAnonException>(() => ClusterScript.Read(new MemoryBytes("cluster.sql", whole[..length])));
            Assert.True(failure.Exit == ExitCode.Dump, $"cut at {length}: {failure.Message}");
        }
        Assert.Equal(2, ClusterScript.Read(new MemoryBytes("cluster.sql", whole[..end])).Databases.Count);
    }

    [Fact]
    public void Damaged_anywhere_it_is_refused_or_read()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = Encoding.UTF8.GetBytes(Head + Databases + End);
            for (var flips = random.Next(1, 4); flips > 0; flips--) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                var script = ClusterScript.Read(new MemoryBytes("cluster.sql", damaged));
                foreach (var database in script.Databases)
                {
                    using var part = Dump.OpenFile(script.Part(database));
                    foreach (var entry in part.Toc.Where(entry => entry.HasData)) Read(part, entry);
                }
            }
            catch (CiAnonException error)
            {
                Assert.True(error.Exit == ExitCode.Dump, $"seed {seed}, round {round}: {error.Message}");
            }
        }
    }

    [Fact]
    public void Without_a_database_it_is_refused()
    {
        var failure = Assert.Throws<CiAnonException>(() => ClusterScript.Read(new MemoryBytes("roles.sql", Encoding.UTF8.GetBytes(Head + End))));
        Assert.Equal("CIANON3022", failure.Diagnostics.Single().Code.Id);
    }

    [Fact]
    public void One_of_its_databases_opens_by_name_and_another_name_is_told_which_there_are()
    {
        var path = Write(Encoding.UTF8.GetBytes(Head + Databases + End));
        using (var dump = DumpSource.Open(path, input: null, workDirectory: null, CancellationToken.None, database: "two")) Assert.Contains("TABLE public.t", dump.Toc.Select(entry => entry.FullName));
        var failure = Assert.Throws<CiAnonException>(() => DumpSource.Open(path, input: null, workDirectory: null, CancellationToken.None, database: "tow"));
        Assert.Contains("it has one, two", failure.Message, StringComparison.Ordinal);
        Assert.Equal("CIANON3026", failure.Diagnostics.Single().Code.Id);
    }

    [Theory]
    [InlineData("ALTER DATABASE one SET work_mem TO '8MB';\nALTER DATABASE one SET role TO 'jane';", "ALTER DATABASE one SET work_mem TO '8MB';")]
    [InlineData("ALTER DATABASE \"o ne\" SET role TO 'jane';\nALTER ROLE jane IN DATABASE one SET work_mem TO '8MB';\nALTER DATABASE one SET work_mem TO '9MB';", "ALTER DATABASE one SET work_mem TO '9MB';")]
    [InlineData("ALTER DATABASE one SET role TO 'jane';", null)]
    public void A_database_that_sets_a_role_names_none_without_roles(string properties, string? left)
    {
        using var dump = Opened($"--\n-- Name: one; Type: DATABASE PROPERTIES; Schema: -; Owner: jane\n--\n\n{properties}\n\n\n", dropsRoles: true);
        Assert.Equal(left, dump.Toc.SingleOrDefault(entry => entry.Desc == "DATABASE PROPERTIES")?.Defn?.Trim());
    }

    [Theory]
    [InlineData("SET role TO 'jane'", true)]
    [InlineData("SET search_path TO 'pg_temp'", false)]
    public void A_function_that_sets_a_role_cant_be_without_it(string setting, bool isRefused)
    {
        var function = $"--\n-- Name: f(); Type: FUNCTION; Schema: public; Owner: jane\n--\n\nCREATE FUNCTION public.f() RETURNS text\n    LANGUAGE sql\n    {setting}\n    AS $$\n    SET role TO 'x'$$;\n\n\n";
        var failure = Record.Exception(() => Opened(function, dropsRoles: true).Dispose());
        Assert.Equal(isRefused ? "CIANON3028" : null, (failure as CiAnonException)?.Diagnostics.Single().Code.Id);
        Opened(function, dropsRoles: false).Dispose();
    }

    [Fact]
    public void Comments_behind_its_databases_are_searched_as_what_is_before_them()
    {
        var script = ClusterScript.Read(new MemoryBytes("cluster.sql", Encoding.UTF8.GetBytes(Head + Databases + "-- canary one\n" + End + "-- canary two\n")));
        var entries = ClusterGlobals.Make(script, new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", "version: 1\n"u8.ToArray(), static _ => null, new DateOnly(2026, 7, 1)).Policy!, new HashSet<string>()).Texts;
        Assert.Contains(entries, entry => entry.Text.Contains("canary one", StringComparison.Ordinal) && entry.Text.Contains("canary two", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SET SESSION AUTHORIZATION joe;", "RESET SESSION AUTHORIZATION;")]
    [InlineData("SET SESSION AUTHORIZATION \"Joe; x\";", "RESET SESSION AUTHORIZATION;")]
    public void A_grant_by_somebody_else_is_one_with_its_grantor(string before, string behind)
    {
        var acl = Header("TABLE t", "ACL") + $"{before}\nGRANT SELECT ON TABLE public.t TO ann;\n{behind}\n\n\n";
        var script = acl + Header("t", "COMMENT") + "COMMENT ON TABLE public.t IS 'x';\n\n\n";
        using (var kept = Opened(script, dropsRoles: false))
        {
            Assert.Equal($"{before}\nGRANT SELECT ON TABLE public.t TO ann;\n{behind}\n", kept.Toc.Single(entry => entry.Desc == "ACL").Defn);
            Assert.DoesNotContain(kept.Loose, text => text.Text.Contains("AUTHORIZATION", StringComparison.Ordinal));
        }
        using var dropped = Opened(script, dropsRoles: true);
        Assert.DoesNotContain("ACL", dropped.Toc.Select(entry => entry.Desc));
        Assert.DoesNotMatch("(?i)joe|ann|jane", Written(dropped));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whose_the_next_entries_are_goes_with_roles_and_stays_where_these_do(bool dropsRoles)
    {
        var script = "SET SESSION AUTHORIZATION 'jane';\n\n" + Header("TABLE t", "ACL") + "GRANT SELECT ON TABLE public.t TO jane;\n\n\nSET SESSION AUTHORIZATION DEFAULT;\n\n"
            + Header("t", "COMMENT") + "COMMENT ON TABLE public.t IS 'x';\n\n\n";
        using var dump = Opened(script, dropsRoles);
        Assert.Equal(!dropsRoles, dump.Loose.Any(text => text.Text.Contains("'jane'", StringComparison.Ordinal)));
        var written = Written(dump);
        Assert.Equal(dropsRoles ? 0 : 2, written.Split("SET SESSION AUTHORIZATION").Length - 1);
        Assert.Equal(!dropsRoles, written.Contains("jane", StringComparison.Ordinal));
        Assert.Contains("COMMENT ON TABLE public.t IS 'x';", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set session authorization jane;", "SET SESSION AUTHORIZATION")]
    [InlineData("SET LOCAL ROLE jane;", "SET LOCAL ROLE")]
    [InlineData("DROP  USER IF EXISTS jane;", "DROP USER")]
    [InlineData("DROP USER MAPPING IF EXISTS FOR jane SERVER far;", "DROP USER")]
    [InlineData("DROP USER MAPPING IF EXISTS FOR public SERVER far;", null)]
    public void Other_statements_on_roles_stop_it(string statement, string? told)
    {
        var failure = Record.Exception(() => Opened(statement + "\n\n", dropsRoles: true).Dispose());
        Assert.Equal(told is null ? null : "CIANON3028", (failure as CiAnonException)?.Diagnostics.Single().Code.Id);
        Assert.StartsWith(told ?? "", (failure as CiAnonException)?.Diagnostics.Single().Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    password 'pw',\n    \"user\" 'max.muster'\n", "    password 'pw',\n    \"user\" '***'\n")]
    [InlineData("    username E'max\\'s',\n    note 'the \"user\" ''x'' is another'\n", "    username '***',\n    note 'the \"user\" ''x'' is another'\n")]
    [InlineData("    dbname 'user ''a'' '\n", "    dbname 'user ''a'' '\n")]
    public void A_mapping_for_everyone_stays_without_the_name_that_it_has_elsewhere(string options, string left)
    {
        var script = Header("USER MAPPING public SERVER far", "USER MAPPING") + $"CREATE USER MAPPING FOR public SERVER far OPTIONS (\n{options});\n\n\n" + Header("t", "COMMENT") + "COMMENT ON TABLE public.t IS 'x';\n\n\n";
        using var dump = Opened(script, dropsRoles: true);
        Assert.Equal($"CREATE USER MAPPING FOR public SERVER far OPTIONS (\n{left});\n", dump.Toc.Single(entry => entry.Desc == "USER MAPPING").Defn);
        Assert.Contains($"OPTIONS (\n{left});\n\n\n--\n-- Name: t", Written(dump), StringComparison.Ordinal);
        using var kept = Opened(script, dropsRoles: false);
        Assert.Contains($"OPTIONS (\n{options});", Written(kept), StringComparison.Ordinal);
    }

    private static string Header(string name, string type) => $"--\n-- Name: {name}; Type: {type}; Schema: -; Owner: jane\n--\n\n";

    private string Written(Dump dump)
    {
        var path = In("written.sql");
        File.Delete(path);
        using (var writer = DumpWriter.Create(dump, path, DumpFormat.Plain, CompressionChoice.None)) writer.Complete();
        return File.ReadAllText(path);
    }

    private static Dump Opened(string content, bool dropsRoles)
    {
        var script = ClusterScript.Read(new MemoryBytes("cluster.sql", Encoding.UTF8.GetBytes(Head + Part("one", content) + End)));
        return Dump.OpenFile(script.Part(script.Databases[0]), dropsRoles);
    }

    private static string Part(string name, string content) =>
        $"--\n-- Database \"{name}\" dump\n--\n\n--\n-- PostgreSQL database dump\n--\n\n\\restrict L\n\nSET client_encoding = 'UTF8';\n\n{content}--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict L\n\n";
}
