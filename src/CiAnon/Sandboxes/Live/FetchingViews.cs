namespace CiAnon.Sandboxes.Live;

/// <summary>Materialized views whose rows may come from elsewhere than from this database's tables.</summary>
internal static class FetchingViews
{
    // By views, functions and operators as far as PostgreSQL knows what they read, and from a table to those that inherit from it.
    private const string ReadsSql = """
        edges(classid, objid, refclassid, refobjid) AS (
            SELECT 'pg_catalog.pg_class'::regclass::oid, r.ev_class, d.refclassid, d.refobjid FROM pg_catalog.pg_rewrite r
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid WHERE r.rulename = '_RETURN'
            UNION SELECT 'pg_catalog.pg_class'::regclass::oid, i.inhparent, 'pg_catalog.pg_class'::regclass::oid, i.inhrelid FROM pg_catalog.pg_inherits i
            UNION SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_catalog.pg_depend d WHERE d.classid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)),
        fetches(view, classid, objid) AS (
            SELECT e.objid, e.refclassid, e.refobjid FROM edges e JOIN pg_catalog.pg_class c ON c.oid = e.objid AND c.relkind = 'm' WHERE e.classid = 'pg_catalog.pg_class'::regclass
            UNION SELECT f.view, e.refclassid, e.refobjid FROM fetches f JOIN edges e ON e.classid = f.classid AND e.objid = f.objid)
        """;

    /// <summary>Common tables, for a query that is RECURSIVE: <c>elsewhere(view)</c> has those that certainly fetch, by way of a foreign table, of dblink, or of a function that names one of these.</summary>
    public const string ElsewhereSql = $"""
        {ReadsSql},
        elsewhere(view) AS (
            SELECT f.view FROM fetches f JOIN pg_catalog.pg_class c ON f.classid = 'pg_catalog.pg_class'::regclass AND c.oid = f.objid AND c.relkind = 'f'
            UNION SELECT f.view FROM fetches f JOIN pg_catalog.pg_proc p ON f.classid = 'pg_catalog.pg_proc'::regclass AND p.oid = f.objid AND p.oid >= 16384
            WHERE p.proname LIKE 'dblink%' OR p.prosrc LIKE '%dblink%' OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relkind = 'f' AND pg_catalog.strpos(p.prosrc, c.relname) > 0))
        """;

    /// <summary>
    /// Those that may do so, by way of a foreign table or of somebody's function: their number, their name in SQL and for people, and whether the role may read them. What
    /// others fetch was looked at where it stands.
    /// </summary>
    public const string PossibleSql = $"""
        WITH RECURSIVE {ReadsSql}
        SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname || '.' || c.relname, pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'm' AND c.relispopulated AND EXISTS (SELECT FROM fetches s WHERE s.view = c.oid
          AND ((s.classid = 'pg_catalog.pg_proc'::regclass AND s.objid >= 16384) OR EXISTS (SELECT FROM pg_catalog.pg_class f WHERE s.classid = 'pg_catalog.pg_class'::regclass AND f.oid = s.objid AND f.relkind = 'f')))
        """;
}
