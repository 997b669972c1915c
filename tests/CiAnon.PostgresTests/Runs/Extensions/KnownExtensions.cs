namespace CiAnon.PostgresTests.Runs.Extensions;

/// <summary>
/// Extensions that no test machine has, as far as a dump tells of them: their tables, what they ship, which rows pg_dump writes. Names and
/// columns as in the scripts of pg_cron 1.6, pg_partman 5 and TimescaleDB 2; and two that a server must load when it starts.
/// </summary>
internal static class KnownExtensions
{
    public static (string Name, string Script)[] All =>
    [
        ("pg_cron", """
            CREATE SCHEMA cron; CREATE SEQUENCE cron.jobid_seq;
            CREATE TABLE cron.job (jobid bigint PRIMARY KEY DEFAULT nextval('cron.jobid_seq'), schedule text NOT NULL, command text NOT NULL, nodename text NOT NULL DEFAULT 'localhost',
                nodeport int NOT NULL DEFAULT 5432, database text NOT NULL DEFAULT 'app', username text NOT NULL DEFAULT 'postgres', active boolean NOT NULL DEFAULT true, jobname text);
            SELECT pg_catalog.pg_extension_config_dump('cron.job', ''); SELECT pg_catalog.pg_extension_config_dump('cron.jobid_seq', '');
            """),
        ("pg_partman", """
            CREATE TABLE @extschema@.part_config (parent_table text PRIMARY KEY, control text NOT NULL, partition_interval text NOT NULL, template_table text, retention text);
            CREATE TABLE @extschema@.part_config_sub (sub_parent text PRIMARY KEY REFERENCES @extschema@.part_config ON DELETE CASCADE, sub_control text NOT NULL);
            SELECT pg_catalog.pg_extension_config_dump('part_config', ''); SELECT pg_catalog.pg_extension_config_dump('part_config_sub', '');
            """),
        ("timescaledb", """
            CREATE SCHEMA _timescaledb_catalog; CREATE SCHEMA _timescaledb_config; CREATE SCHEMA _timescaledb_internal;
            CREATE TABLE _timescaledb_catalog.hypertable (id serial PRIMARY KEY, schema_name name NOT NULL, table_name name NOT NULL, compressed_hypertable_id int);
            CREATE TABLE _timescaledb_catalog.chunk (id serial PRIMARY KEY, hypertable_id int NOT NULL REFERENCES _timescaledb_catalog.hypertable, schema_name name NOT NULL, table_name name NOT NULL);
            CREATE TABLE _timescaledb_catalog.metadata (key name PRIMARY KEY, value text NOT NULL, include_in_telemetry boolean NOT NULL);
            INSERT INTO _timescaledb_catalog.metadata VALUES ('install_timestamp', '2026-01-01', true);
            CREATE TABLE _timescaledb_config.bgw_job (id serial PRIMARY KEY, application_name name NOT NULL, owner regrole NOT NULL DEFAULT current_role::regrole, config jsonb);
            INSERT INTO _timescaledb_config.bgw_job VALUES (1, 'Telemetry Reporter [1]');
            CREATE TYPE _timescaledb_internal.compressed_data;
            CREATE FUNCTION _timescaledb_internal.compressed_data_in(cstring) RETURNS _timescaledb_internal.compressed_data LANGUAGE internal IMMUTABLE STRICT AS 'byteain';
            CREATE FUNCTION _timescaledb_internal.compressed_data_out(_timescaledb_internal.compressed_data) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'byteaout';
            CREATE TYPE _timescaledb_internal.compressed_data (INPUT = _timescaledb_internal.compressed_data_in, OUTPUT = _timescaledb_internal.compressed_data_out, STORAGE = external, ALIGNMENT = double);
            SELECT pg_catalog.pg_extension_config_dump('_timescaledb_catalog.hypertable', ''); SELECT pg_catalog.pg_extension_config_dump('_timescaledb_catalog.chunk', '');
            SELECT pg_catalog.pg_extension_config_dump('_timescaledb_catalog.metadata', $$ WHERE KEY = 'exported_uuid' $$);
            SELECT pg_catalog.pg_extension_config_dump('_timescaledb_config.bgw_job', 'WHERE id >= 1000');
            """),
        ("preloaded", Preloaded("PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid()); PERFORM pg_catalog.pg_sleep(9);")),
        ("refusing", Preloaded("RAISE EXCEPTION 'refusing can only be loaded via shared_preload_libraries' USING ERRCODE = 'internal_error';")),
    ];

    /// <summary>A database that uses the first three; one of its hypertable's two chunks is compressed.</summary>
    public const string Database = """
        CREATE SCHEMA partman; CREATE EXTENSION pg_cron; CREATE EXTENSION pg_partman SCHEMA partman; CREATE EXTENSION timescaledb;
        CREATE TABLE visits (at timestamptz NOT NULL, device text, email text);
        CREATE TABLE _timescaledb_internal._hyper_1_1_chunk (CONSTRAINT constraint_1 CHECK (at >= '2026-01-01' AND at < '2026-01-08')) INHERITS (visits);
        INSERT INTO _timescaledb_internal._hyper_1_1_chunk SELECT timestamptz '2026-01-02' + i * interval '1 min', 'd' || i % 3, 'canary' || i || '@canary-ark.org' FROM generate_series(1, 40) i;
        CREATE TABLE _timescaledb_internal.compress_hyper_2_2_chunk (_ts_meta_count int, device text, email _timescaledb_internal.compressed_data);
        INSERT INTO _timescaledb_internal.compress_hyper_2_2_chunk VALUES (40, 'd1', '\x0102');
        INSERT INTO _timescaledb_catalog.hypertable (schema_name, table_name, compressed_hypertable_id) VALUES ('public', 'visits', 2), ('_timescaledb_internal', '_compressed_hypertable_2', NULL);
        INSERT INTO _timescaledb_catalog.chunk (hypertable_id, schema_name, table_name) VALUES (1, '_timescaledb_internal', '_hyper_1_1_chunk'), (2, '_timescaledb_internal', 'compress_hyper_2_2_chunk');
        INSERT INTO _timescaledb_config.bgw_job (id, application_name) VALUES (1000, 'Retention Policy [1000]');
        INSERT INTO partman.part_config VALUES ('public.visits', 'at', '1 week', NULL, '1 year'); INSERT INTO partman.part_config_sub VALUES ('public.visits', 'device');
        INSERT INTO cron.job (schedule, command, jobname) VALUES ('0 3 * * *', 'CALL remind(''canary7@canary-ark.org'')', 'nightly');
        """;

    // TimescaleDB ends the session, pg_cron is refused.
    private static string Preloaded(string otherwise) => $"DO $$ BEGIN IF current_setting('preloaded.here', true) IS DISTINCT FROM 'yes' THEN {otherwise} END IF; END $$;";
}
