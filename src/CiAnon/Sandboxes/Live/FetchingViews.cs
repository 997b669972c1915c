namespace CiAnon.Sandboxes.Live;

/// <summary>Materialized views whose rows may come from elsewhere than from this database's tables.</summary>
internal static class FetchingViews
{
    private const string Classes = "'pg_catalog.pg_class'::regclass";
    private const string Functions = "'pg_catalog.pg_proc'::regclass";

    // Whose functions go elsewhere, whatever they are called.
    private const string Fetching = "e.extname IN ('adminpack', 'dblink', 'http', 'pg_net')";

    // PostgreSQL's own that read files, or what the server keeps of statements and of values: it quotes what was written before, and what others are about to write.
    private const string OwnWords = "'[[:<:]](pg_read_|pg_ls_|pg_stat|pg_prepared|pg_cursor|pg_largeobject|pg_logical|lo_get[[:>:]]|loread[[:>:]])'";

    // What takes SQL as text.
    private const string DynamicWords = "'(query|cursor|table|schema|database)_to_xml|[[:<:]]ts_stat[[:>:]]'";

    // Views, functions and operators as far as PostgreSQL knows what they read, a table and those that inherit from it; and what a function's text names, of which PostgreSQL knows nothing. Bodies in SQL
    // fold names, unless they are quoted.
    private const string ReadsSql = $"""
        bodies(oid, language, isTrusted, body) AS MATERIALIZED (
            SELECT p.oid, l.lanname, l.lanpltrusted OR l.lanname IN ('c', 'internal'), CASE WHEN l.lanname IN ('c', 'internal') THEN '' ELSE pg_catalog.lower(p.prosrc) END
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang WHERE p.oid >= 16384),
        names(classid, objid, name, isWord) AS MATERIALIZED (
            SELECT n.*, n.name ~ '^[[:alnum:]_]+$' FROM (
                SELECT {Classes}::oid, c.oid, pg_catalog.lower(c.relname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE (c.relkind IN ('v', 'm', 'f', 'p') OR c.relhassubclass AND c.relkind = 'r') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL SELECT {Functions}::oid, p.oid, pg_catalog.lower(p.proname) FROM pg_catalog.pg_proc p WHERE p.oid >= 16384) n(classid, objid, name)),
        words(oid, word) AS MATERIALIZED (
            SELECT DISTINCT b.oid, w.word FROM bodies b CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.regexp_replace(b.body, '[^[:alnum:]_]+', ' ', 'g'), ' ')) w(word)),
        edges(classid, objid, refclassid, refobjid) AS MATERIALIZED (
            SELECT {Classes}::oid, w.ev_class, d.refclassid, d.refobjid FROM pg_catalog.pg_rewrite w
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid WHERE w.rulename = '_RETURN'
            UNION SELECT {Classes}::oid, i.inhparent, {Classes}::oid, i.inhrelid FROM pg_catalog.pg_inherits i
            UNION SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_catalog.pg_depend d WHERE d.classid IN ({Functions}, 'pg_catalog.pg_operator'::regclass)
            UNION SELECT {Functions}::oid, w.oid, n.classid, n.objid FROM words w JOIN names n ON n.name = w.word
            UNION SELECT {Functions}::oid, b.oid, n.classid, n.objid FROM bodies b JOIN names n ON NOT n.isWord AND pg_catalog.strpos(b.body, n.name) > 0),
        reads(view, classid, objid) AS (
            SELECT c.oid, {Classes}::oid, c.oid FROM pg_catalog.pg_class c WHERE c.relkind = 'm'
            UNION SELECT r.view, e.refclassid, e.refobjid FROM reads r JOIN edges e ON e.classid = r.classid AND e.objid = r.objid),
        texts(classid, objid, said, isDynamic) AS (
            SELECT {Functions}::oid, b.oid, b.body, b.language NOT IN ('c', 'internal', 'sql') AND (b.language <> 'plpgsql' OR b.body ~ '[[:<:]]execute[[:>:]]')
            FROM bodies b WHERE b.oid IN (SELECT objid FROM reads WHERE classid = {Functions})
            UNION ALL SELECT {Classes}::oid, c.oid, pg_catalog.lower(pg_catalog.pg_get_viewdef(c.oid)), false
            FROM pg_catalog.pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('v', 'm') AND c.oid IN (SELECT objid FROM reads WHERE classid = {Classes})),
        speaking(classid, objid, ofElsewhere, ofSql) AS MATERIALIZED (
            SELECT t.classid, t.objid, t.said LIKE '%dblink%' OR t.said ~ {OwnWords}, t.isDynamic OR t.said ~ {DynamicWords} FROM texts t),
        said(view, ofElsewhere, ofSql) AS (
            SELECT r.view, s.ofElsewhere, s.ofSql FROM reads r JOIN speaking s ON s.classid = r.classid AND s.objid = r.objid),
        fetching(oid) AS (
            SELECT b.oid FROM bodies b WHERE NOT b.isTrusted
            UNION SELECT p.oid FROM pg_catalog.pg_proc p WHERE p.oid >= 16384 AND p.proname LIKE 'dblink%'
            UNION SELECT d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid WHERE d.classid = {Functions} AND d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e' AND {Fetching})
        """;

    /// <summary>
    /// Common tables, for a query that is RECURSIVE: <c>elsewhere(view)</c> has those that fetch, by way of a foreign table, of a function that goes elsewhere, of a file, or of what the server keeps of
    /// statements; and those that may, as they run SQL that is made while they do, where there is anything to fetch from. <c>reads(view, …)</c> has more of a view than of those that it reads.
    /// </summary>
    public const string ElsewhereSql = $"""
        {ReadsSql},
        elsewhere(view) AS (
            SELECT r.view FROM reads r JOIN pg_catalog.pg_class c ON r.classid = {Classes} AND c.oid = r.objid AND c.relkind = 'f'
            UNION SELECT r.view FROM reads r JOIN fetching f ON r.classid = {Functions} AND f.oid = r.objid
            UNION SELECT s.view FROM said s WHERE s.ofElsewhere
            UNION SELECT s.view FROM said s WHERE s.ofSql AND (EXISTS (SELECT FROM pg_catalog.pg_foreign_server) OR EXISTS (SELECT FROM fetching)))
        """;

    /// <summary>
    /// Those that may do so, by way of a foreign table, of somebody's function, or of PostgreSQL's own that aren't about tables: their number, their name in SQL and for people, and whether the role may read
    /// them. What others fetch was looked at where it stands.
    /// </summary>
    public const string PossibleSql = $"""
        WITH RECURSIVE {ElsewhereSql}
        SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname || '.' || c.relname, pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'm' AND c.relispopulated AND (c.oid IN (SELECT view FROM elsewhere) OR c.oid IN (SELECT view FROM said WHERE ofSql)
            OR EXISTS (SELECT FROM reads r WHERE r.view = c.oid AND r.classid = {Functions} AND r.objid >= 16384))
        """;
}
