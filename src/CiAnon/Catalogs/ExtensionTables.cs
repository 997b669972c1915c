namespace CiAnon.Catalogs;

/// <summary>
/// Columns of extensions' tables in which stands what a team wrote: statements that name people and hold secrets, connection strings,
/// descriptions, in what type. Everything else of an extension's tables needs no decision.
/// </summary>
internal static class ExtensionTables
{
    private const string AnySchema = "*";

    // pg_cron 1.6, pgAgent 4.2, TimescaleDB 2 (its jobs moved within it), Supabase's vault, pgsodium 3, PgQ 3.5, pgq_node 3.5, Londiste 3.8, PoWA 4.1,
    // pg_track_settings 2.1, mimeo 1.5, orafce 4, PostGIS 3. A ! is NOT NULL.
    private static readonly Dictionary<(string Schema, string Table), Dictionary<string, WrittenColumn>> Written = Read("""
        cron.job: jobname text, command text!, nodename text!, database text!, username text!
        cron.job_run_details: database text, username text, command text, return_message text
        pgagent.pga_job: jobname text!, jobdesc text!, jobhostagent text!
        pgagent.pga_jobagent: jagstation text!
        pgagent.pga_jobclass: jclname text!
        pgagent.pga_jobstep: jstname text!, jstdesc text!, jstcode text!, jstconnstr text!, jstdbname name!
        pgagent.pga_jobsteplog: jsloutput text
        pgagent.pga_schedule: jscname text!, jscdesc text!
        _timescaledb_catalog.bgw_job: application_name name!, config jsonb
        _timescaledb_config.bgw_job: application_name name!, config jsonb
        _timescaledb_internal.job_errors: error_data jsonb
        _timescaledb_internal.bgw_job_stat_history: data jsonb
        vault.secrets: name text, description text!, secret text!
        pgsodium.key: name text, associated_data text, raw_key bytea, comment text, user_data text
        pgq.event_template: ev_type text, ev_data text, ev_extra1 text, ev_extra2 text, ev_extra3 text, ev_extra4 text
        pgq.retry_queue: ev_type text, ev_data text, ev_extra1 text, ev_extra2 text, ev_extra3 text, ev_extra4 text
        pgq_node.node_location: node_location text!
        pgq_node.node_info: node_attrs text
        londiste.applied_execute: execute_file text!, execute_sql text!, execute_attrs text
        *.powa_servers: hostname text!, alias text, username text!, password text, dbname text!
        *.powa_statements: query text!
        *.powa_functions: query_source text, query_cleanup text
        *.powa_snapshot_metas: errors text[]
        *.powa_qualstats_constvalues_history: most_used qual_values[], most_filtering qual_values[], least_filtering qual_values[], most_executed qual_values[], most_errestim_ratio qual_values[], most_errestim_num qual_values[]
        *.powa_qualstats_constvalues_history_current: constvalues text[]
        *.pg_track_settings_history: setting text, setting_pretty text
        *.pg_track_db_role_settings_history: setting text
        *.dblink_mapping_mimeo: data_source text!, username text!, pwd text
        *.refresh_config_snap: condition text
        *.refresh_config_dml: condition text
        *.refresh_config_logdel: condition text
        *.refresh_config_inserter_time: condition text
        *.refresh_config_inserter_serial: condition text
        *.refresh_config_updater_time: condition text
        *.refresh_config_updater_serial: condition text
        utl_file.utl_file_dir: dir text, dirname text
        tiger.loader_platform: declare_sect text
        """);

    public static bool IsWritten(Table table, Column column) => Find(table.Schema, table.Name, column.Name) is not null;

    /// <summary>What the extension's script says of a column that a team writes; null for any other.</summary>
    public static WrittenColumn? Find(string schema, string table, string column) =>
        (Written.GetValueOrDefault((schema, table)) ?? Written.GetValueOrDefault((AnySchema, table)))?.GetValueOrDefault(column);

    private static Dictionary<(string, string), Dictionary<string, WrittenColumn>> Read(string text) =>
        text.Split('\n').Select(line => line.Split([':', '.'])).ToDictionary(line => (line[0], line[1]), line => Columns(line[2]));

    private static Dictionary<string, WrittenColumn> Columns(string written) => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(column => column.Split(' ')).ToDictionary(column => column[0], column => new WrittenColumn(column[1].TrimEnd('!'), column[1].EndsWith('!')));
}
