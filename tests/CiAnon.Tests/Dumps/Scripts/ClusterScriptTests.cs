using System.Text;
using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
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
        var entries = ClusterGlobals.Make(script, new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", "version: 1\n"u8.ToArray(), static _ => null, new DateOnly(2026, 7, 1)).Policy!, new HashSet<string>()).Entries;
        Assert.Contains(entries, entry => entry.Defn!.Contains("canary one", StringComparison.Ordinal) && entry.Defn.Contains("canary two", StringComparison.Ordinal));
    }

    private static Dump Opened(string content, bool dropsRoles)
    {
        var script = ClusterScript.Read(new MemoryBytes("cluster.sql", Encoding.UTF8.GetBytes(Head + Part("one", content) + End)));
        return Dump.OpenFile(script.Part(script.Databases[0]), dropsRoles);
    }

    private static string Part(string name, string content) =>
        $"--\n-- Database \"{name}\" dump\n--\n\n--\n-- PostgreSQL database dump\n--\n\n\\restrict L\n\nSET client_encoding = 'UTF8';\n\n{content}--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict L\n\n";
}
