using System.Globalization;

namespace CiAnon.Sandboxes;

/// <summary>Where extensions come from that a server doesn't have by itself: packages of Debian and of apt.postgresql.org, which names them alike.</summary>
public static class ExtensionPackages
{
    // {0} is the server's major version.
    private static readonly Dictionary<string, string> Packages = Table(
        ("postgresql-{0}-postgis-3", "postgis postgis_raster postgis_topology postgis_sfcgal postgis_tiger_geocoder address_standardizer address_standardizer_data_us"),
        ("postgresql-{0}-pgvector", "vector"),
        ("postgresql-{0}-partman", "pg_partman"),
        ("postgresql-{0}-cron", "pg_cron"),
        ("postgresql-{0}-hypopg", "hypopg"),
        ("postgresql-{0}-citus", "citus citus_columnar"),
        ("timescaledb-2-postgresql-{0}", "timescaledb"),
        ("postgresql-{0}-pgaudit", "pgaudit"),
        ("postgresql-{0}-repack", "pg_repack"),
        ("postgresql-{0}-pgrouting", "pgrouting"),
        ("postgresql-{0}-pgtap", "pgtap"),
        ("postgresql-{0}-pglogical", "pglogical"),
        ("postgresql-{0}-rum", "rum"),
        ("postgresql-{0}-hll", "hll"),
        ("postgresql-{0}-ip4r", "ip4r"),
        ("postgresql-{0}-semver", "semver"),
        ("postgresql-{0}-unit", "unit"),
        ("postgresql-{0}-rational", "pg_rational"),
        ("postgresql-{0}-periods", "periods"),
        ("postgresql-{0}-pgmp", "pgmp"),
        ("postgresql-{0}-pg-qualstats", "pg_qualstats"),
        ("postgresql-{0}-pg-stat-kcache", "pg_stat_kcache"),
        ("postgresql-{0}-orafce", "orafce"),
        ("postgresql-{0}-http", "http"),
        ("postgresql-{0}-mysql-fdw", "mysql_fdw"),
        ("postgresql-{0}-ogr-fdw", "ogr_fdw"),
        ("postgresql-{0}-tds-fdw", "tds_fdw"),
        ("postgresql-{0}-plv8", "plv8"),
        ("postgresql-{0}-h3", "h3 h3_postgis"),
        ("postgresql-plpython3-{0}", "plpython3u jsonb_plpython3u hstore_plpython3u ltree_plpython3u"),
        ("postgresql-plperl-{0}", "plperl plperlu jsonb_plperl jsonb_plperlu hstore_plperl hstore_plperlu bool_plperl bool_plperlu"),
        ("postgresql-pltcl-{0}", "pltcl pltclu"),
        ("postgresql-contrib", """
            adminpack amcheck autoinc bloom btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance file_fdw fuzzystrmatch hstore insert_username
            intagg intarray isn lo ltree moddatetime pageinspect pg_buffercache pg_freespacemap pg_prewarm pg_stat_statements pg_surgery pg_trgm pg_visibility pg_walinspect
            pgcrypto pgrowlocks pgstattuple postgres_fdw refint seg sslinfo tablefunc tcn tsm_system_rows tsm_system_time unaccent uuid-ossp xml2
            """));

    /// <summary>The package that has an extension for a server; null where it isn't known.</summary>
    public static string? Find(string extension, int major) =>
        Packages.TryGetValue(extension, out var package) ? string.Format(CultureInfo.InvariantCulture, package, major) : null;

    private static Dictionary<string, string> Table(params (string Package, string Extensions)[] rows) =>
        rows.SelectMany(row => row.Extensions.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(extension => (extension, row.Package)))
            .ToDictionary(pair => pair.extension, pair => pair.Package);
}
