using CiAnon.PostgresTests.BadInput;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>Which materialized views may hold what doesn't come from the database's own tables, and in which order they are filled.</summary>
public sealed class FetchingViewsTests(TestCluster cluster) : IDisposable
{
    private readonly Scene _scene = new();

    // Most of them fetch what PostgreSQL has no idea of: a name that is put together, one in a body's capital letters, one behind another function or view.
    private const string Functions = """
        CREATE FUNCTION made() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY EXECUTE ''SELECT email FROM public.'' || quote_ident(''f'' || ''ar''); END';
        CREATE FUNCTION near() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT email FROM public.far; END';
        CREATE FUNCTION outer_one() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT * FROM public.near(); END';
        CREATE FUNCTION loud() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT email FROM PUBLIC.FAR; END';
        CREATE VIEW soft AS SELECT email FROM far;
        CREATE FUNCTION through() RETURNS SETOF text LANGUAGE sql AS 'SELECT email FROM public.soft';
        CREATE FUNCTION own() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT email FROM public.people WHERE email <> ''farther''; END';
        """;

    private static readonly (string Name, string Query, bool IsFetched)[] Views =
    [
        ("by_made", "SELECT * FROM made() email", true),
        ("by_two", "SELECT * FROM outer_one() email", true),
        ("by_loud", "SELECT * FROM loud() email", true),
        ("by_view", "SELECT * FROM through() email", true),
        ("by_xml", "SELECT query_to_xml('SELECT email FROM public.f' || 'ar', true, false, '')::text", true),
        ("by_file", "SELECT pg_read_file('postmaster.pid')", true),
        ("by_sessions", "SELECT query FROM pg_stat_activity", true),
        ("by_own", "SELECT * FROM own() email", false),
        ("by_table", "SELECT email FROM people", false),
    ];

    [Fact]
    public void Those_that_may_fetch_are_told_from_those_that_only_read_tables()
    {
        var database = cluster.CreateDatabase("CREATE TABLE people (id int, email text);" + SanitizeRemainsTests.FarViews(_scene.Write("far.csv", "1,canary7@private.test\n")).Split("CREATE FUNCTION")[0] + Functions);
        foreach (var (name, query, _) in Views) cluster.Execute(database, $"CREATE MATERIALIZED VIEW {name} AS {query}");
        using var connection = LiveConnection.Open(new LiveAddress("X", cluster.ConnectionString(database)), readOnly: true);
        Assert.Equal(Views.OrderBy(view => view.Name).Select(view => (view.Name, view.IsFetched)),
            LiveRelations.Read(connection).Where(relation => relation.Kind == 'm').Select(view => (view.Name, view.IsFetched)).OrderBy(view => view.Name));
    }

    [Fact]
    public void Sql_that_a_function_makes_is_no_matter_where_there_is_nothing_to_fetch_from()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE people (id int, email text);
            CREATE FUNCTION made() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY EXECUTE ''SELECT email FROM public.people''; END';
            CREATE MATERIALIZED VIEW by_made AS SELECT * FROM made() email;
            """);
        using var connection = LiveConnection.Open(new LiveAddress("X", cluster.ConnectionString(database)), readOnly: true);
        Assert.False(LiveRelations.Read(connection).Single(relation => relation.Kind == 'm').IsFetched);
    }

    [Fact]
    public void One_that_is_read_by_anothers_function_is_filled_before_it()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE people (id int, email text);
            CREATE MATERIALIZED VIEW z_mails AS SELECT email FROM people;
            CREATE FUNCTION mails() RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT email FROM public.z_mails; END';
            CREATE MATERIALIZED VIEW a_mails AS SELECT * FROM mails() email;
            """);
        using var connection = LiveConnection.Open(new LiveAddress("X", cluster.ConnectionString(database)), readOnly: true);
        Assert.Equal(["z_mails", "a_mails"], LiveRelations.Read(connection).Where(relation => relation.Kind == 'm').Select(view => view.Name));
    }

    public void Dispose() => _scene.Dispose();
}
