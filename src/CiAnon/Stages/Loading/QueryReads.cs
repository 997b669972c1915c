using CiAnon.Catalogs;
using CiAnon.Planning.Loading;
using Npgsql;

namespace CiAnon.Stages.Loading;

/// <summary>
/// Which tables a query reads, as PostgreSQL sees it: a view is made of it and rolled back, and what the view depends on is followed through
/// other views. Functions that aren't PostgreSQL's own can't be seen through.
/// </summary>
internal sealed class QueryReads(NpgsqlConnection connection, Catalog catalog)
{
    private const string View = "pg_temp.ci_anon_reads";

    private const string ReadsSql = """
        WITH RECURSIVE reads(oid) AS (
            SELECT to_regclass(@relation)::oid
            UNION
            SELECT d.refobjid FROM reads r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass
        )
        SELECT r.oid, EXISTS (SELECT FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid
                              WHERE w.ev_class = r.oid AND d.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass))
        FROM reads r WHERE r.oid IS NOT NULL
        """;

    // Functions of PostgreSQL's own that read tables or what is known of them: no dependency tells.
    private static readonly string[] Indirect = ["_to_xml", "pg_stat", "reltuples", "relpages", "_size", "lo_get", "loread", "pg_largeobject", "currval", "last_value"];

    /// <summary>A query in SQL; <see cref="Reader.Tables"/> is null where it isn't one SELECT that can be seen through.</summary>
    public Reader OfQuery(string name, string sql)
    {
        using var transaction = connection.BeginTransaction();
        return new Reader(name, LoadCause.SqlCheck, CreateView(sql) && !Array.Exists(Indirect, word => sql.Contains(word, StringComparison.OrdinalIgnoreCase)) ? TablesOf(View) : null);
    }

    /// <summary>A materialized view of the schema; null tables where it isn't there yet.</summary>
    public Reader OfView(string schema, string name) =>
        new($"{schema}.{name}", LoadCause.MaterializedView, TablesOf($"{Sql.Identifier(schema)}.{Sql.Identifier(name)}"));

    private bool CreateView(string sql)
    {
        try
        {
            using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL search_path = public, pg_catalog"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"CREATE VIEW {View} AS {sql.TrimEnd().TrimEnd(';')}\n"));
            batch.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException)
        {
            // Whatever it is, it runs over all tables, and says itself what is wrong with it.
            return false;
        }
    }

    private List<Table>? TablesOf(string relation)
    {
        using var command = new NpgsqlCommand(ReadsSql, connection);
        command.Parameters.AddWithValue("relation", relation);
        using var reader = command.ExecuteReader();
        var (oids, isOpaque) = (new HashSet<uint>(), false);
        while (reader.Read())
        {
            oids.Add(reader.GetFieldValue<uint>(0));
            isOpaque |= reader.GetBoolean(1);
        }
        return oids.Count > 0 && !isOpaque ? [.. catalog.Tables.Where(table => oids.Contains(table.Oid))] : null;
    }
}
