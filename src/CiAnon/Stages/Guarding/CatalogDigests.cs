using Npgsql;

namespace CiAnon.Stages.Guarding;

/// <summary>A digest per system catalog of what belongs to the database's own objects. Sizes, statistics and temporary objects are no part of it.</summary>
internal static class CatalogDigests
{
    private const int FirstOwnOid = 16384;

    // Catalog and the column that tells whose object a row is of.
    private static readonly (string Catalog, string Object)[] Catalogs =
    [
        ("pg_class", "oid"), ("pg_attribute", "attrelid"), ("pg_attrdef", "adrelid"), ("pg_constraint", "oid"), ("pg_index", "indrelid"),
        ("pg_inherits", "inhrelid"), ("pg_partitioned_table", "partrelid"), ("pg_sequence", "seqrelid"), ("pg_statistic_ext", "oid"),
        ("pg_trigger", "oid"), ("pg_rewrite", "oid"), ("pg_policy", "oid"), ("pg_type", "oid"), ("pg_enum", "oid"), ("pg_range", "rngtypid"),
        ("pg_proc", "oid"), ("pg_aggregate", "aggfnoid"), ("pg_operator", "oid"), ("pg_opclass", "oid"), ("pg_opfamily", "oid"),
        ("pg_amop", "oid"), ("pg_amproc", "oid"), ("pg_cast", "oid"), ("pg_collation", "oid"), ("pg_conversion", "oid"), ("pg_language", "oid"),
        ("pg_extension", "oid"), ("pg_event_trigger", "oid"), ("pg_foreign_data_wrapper", "oid"), ("pg_foreign_server", "oid"),
        ("pg_foreign_table", "ftrelid"), ("pg_ts_config", "oid"), ("pg_ts_dict", "oid"), ("pg_ts_parser", "oid"), ("pg_ts_template", "oid"),
        ("pg_publication", "oid"), ("pg_publication_rel", "oid"), ("pg_default_acl", "oid"), ("pg_description", "objoid"),
        ("pg_seclabel", "objoid"), ("pg_largeobject_metadata", "oid"),
    ];

    // What VACUUM, ANALYZE, rewriting and dropped indexes leave behind, and no schema has.
    private const string Volatile = "'{relpages,reltuples,relallvisible,relallfrozen,relfilenode,relfrozenxid,relminmxid,relhasindex,relhasrules,relhastriggers}'";

    private static readonly string Sql = string.Join(" UNION ALL ", Catalogs
        .Select(pair => Digest(pair.Catalog, $"{pair.Object}::oid >= {FirstOwnOid}"))
        // Sessions leave the schemas of their temporary tables behind, empty.
        .Append(Digest("pg_namespace", "nspname !~ '^pg_(toast_)?temp_'")));

    public static Dictionary<string, string> Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        var digests = new Dictionary<string, string>();
        while (reader.Read()) digests.Add(reader.GetString(0), reader.GetString(1));
        return digests;
    }

    private static string Digest(string catalog, string condition) =>
        $"SELECT '{catalog}', coalesce(md5(string_agg(md5(o), '' ORDER BY md5(o))), '') FROM "
        + $"(SELECT (to_jsonb(c) - {Volatile}::text[])::text AS o FROM pg_catalog.{catalog} c WHERE {condition}) {catalog}";
}
