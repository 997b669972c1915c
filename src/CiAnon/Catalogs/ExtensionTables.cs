namespace CiAnon.Catalogs;

/// <summary>
/// The tables of extensions whose scripts were read: which columns hold what a team wrote (statements that name people and hold secrets,
/// connection strings, descriptions), in what type. Their other columns need no decision; those of a table that isn't named here all do:
/// an extension may keep a team's messages in it.
/// </summary>
internal static class ExtensionTables
{
    private const string AnySchema = "*";

    // pg_cron 1.6, pgAgent 4.2, TimescaleDB 2 (its jobs moved within it), Supabase's vault, pgsodium 3, PgQ 3.5, pgq_node 3.5, Londiste 3.8, PoWA 4.1,
    // pg_track_settings 2.1, mimeo 1.5, orafce 4, PostGIS 3, pg_partman 5, repmgr 5.3, periods 1.2, unit 7, pgPointcloud 1.2, Citus. A ! is NOT NULL, a = unique.
    private static readonly Dictionary<(string Schema, string Table), Dictionary<string, WrittenColumn>> Written = Read("""
        cron.job: jobname text, command text!, nodename text!, database text!, username text!
        cron.job_run_details: database text, username text, command text, return_message text
        pgagent.pga_job: jobname text!, jobdesc text!, jobhostagent text!
        pgagent.pga_jobagent: jagstation text!
        pgagent.pga_jobclass: jclname text!=
        pgagent.pga_jobstep: jstname text!, jstdesc text!, jstcode text!, jstconnstr text!, jstdbname name!
        pgagent.pga_jobsteplog: jsloutput text
        pgagent.pga_schedule: jscname text!, jscdesc text!
        _timescaledb_catalog.bgw_job: application_name name!, config jsonb
        _timescaledb_config.bgw_job: application_name name!, config jsonb
        _timescaledb_internal.job_errors: error_data jsonb
        _timescaledb_internal.bgw_job_stat_history: data jsonb
        vault.secrets: name text=, description text!, secret text!
        pgsodium.key: name text, associated_data text, raw_key bytea, comment text, user_data text
        pgq.event_template: ev_type text, ev_data text, ev_extra1 text, ev_extra2 text, ev_extra3 text, ev_extra4 text
        pgq.retry_queue: ev_type text, ev_data text, ev_extra1 text, ev_extra2 text, ev_extra3 text, ev_extra4 text
        pgq_node.node_location: node_location text!
        pgq_node.node_info: node_attrs text
        londiste.applied_execute: execute_file text!, execute_sql text!, execute_attrs text
        *.powa_servers: hostname text!, alias text=, username text!, password text, dbname text!
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
        utl_file.utl_file_dir: dir text, dirname text=
        tiger.loader_platform: declare_sect text
        repmgr.nodes: node_name text!, location text!, conninfo text!, repluser varchar!, slot_name text, config_file text!
        repmgr.events: details text
        """);

    // Of the same versions. A name that ends with a * begins so.
    private static readonly (string Schema, string Table)[] OwnAffair = [.. """
        *.spatial_ref_sys topology.topology topology.layer tiger.* *.us_gaz *.us_lex *.us_rules *.pointcloud_formats
        *.part_config *.part_config_sub *.custom_time_partitions
        _timescaledb_catalog.* _timescaledb_config.* _timescaledb_internal.bgw_* _timescaledb_cache.*
        pgagent.pga_* pgq.queue pgq.consumer pgq.subscription pgq.tick pgq_node.* londiste.* repmgr.*
        *.powa_* *.pg_track_settings_list *.pg_track_db_role_settings_list *.pg_reboot *.refresh_config*
        periods.* *.unit_prefixes *.unit_units pg_catalog.pg_dist_*
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split('.')).Select(name => (name[0], name[1]))];

    /// <summary>A column of an extension's table that holds what a team wrote, or may: nobody read the script that makes the table.</summary>
    public static bool IsWritten(Table table, Column column) =>
        Columns(table.Schema, table.Name) is { } written ? written.ContainsKey(column.Name)
            : table.IsFilled && !OwnAffair.Any(known => Is(known.Schema, table.Schema) && Is(known.Table, table.Name));

    /// <summary>What the extension's script says of a column that a team writes; null for any other.</summary>
    public static WrittenColumn? Find(string schema, string table, string column) =>
        Columns(schema, table)?.GetValueOrDefault(column);

    private static Dictionary<string, WrittenColumn>? Columns(string schema, string table) =>
        Written.GetValueOrDefault((schema, table)) ?? Written.GetValueOrDefault((AnySchema, table));

    private static bool Is(string known, string name) => known.EndsWith('*') ? name.StartsWith(known[..^1], StringComparison.Ordinal) : known == name;

    private static Dictionary<(string, string), Dictionary<string, WrittenColumn>> Read(string text) =>
        text.Split('\n').Select(line => line.Split([':', '.'])).ToDictionary(line => (line[0], line[1]), line => Columns(line[2]));

    private static Dictionary<string, WrittenColumn> Columns(string written) => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(column => column.Split(' ')).ToDictionary(column => column[0], column => new WrittenColumn(column[1].TrimEnd('!', '='), column[1].Contains('!', StringComparison.Ordinal), column[1].EndsWith('=')));
}
