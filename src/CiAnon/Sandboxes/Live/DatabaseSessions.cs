using CiAnon.Catalogs;

namespace CiAnon.Sandboxes.Live;

/// <summary>Who works on a database that is to be renamed or dropped: PostgreSQL does neither before they left.</summary>
internal static class DatabaseSessions
{
    // Workers without a role, such as autovacuum's, leave by themselves when somebody renames, and only a superuser may send them away.
    private const string MayEnd = """
        ((SELECT me.rolsuper FROM pg_catalog.pg_roles me WHERE me.rolname = current_user)
         OR NOT they.rolsuper AND (pg_catalog.pg_has_role(they.oid, 'USAGE') OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE')))
        """;

    /// <summary>Ends all sessions on databases that this role may end, and tells how many there were.</summary>
    public static string EndSql(params IEnumerable<string> databases) => $"SELECT pg_catalog.count(pg_catalog.pg_terminate_backend(a.pid)) FROM {On(databases)} AND {MayEnd}";

    /// <summary>The others, by database and role.</summary>
    public static string StayingSql(params IEnumerable<string> databases) =>
        $"SELECT pg_catalog.format('%s: a session of %s', a.datname, they.rolname) FROM {On(databases)} AND NOT {MayEnd}";

    private static string On(IEnumerable<string> databases) => $"""
        pg_catalog.pg_stat_activity a JOIN pg_catalog.pg_roles they ON they.oid = a.usesysid
        WHERE a.datname IN ({string.Join(", ", databases.Select(Sql.Literal))})
        """;
}
