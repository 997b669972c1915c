using CiAnon.Catalogs;

namespace CiAnon.Planning;

/// <summary>
/// Columns of extensions' tables in which stands what a team wrote: statements that name people and hold secrets, connection strings,
/// descriptions. Everything else of an extension's tables needs no decision.
/// </summary>
internal static class ExtensionColumns
{
    // As their scripts create them, in schemas that they can't leave: pg_cron 1.6, pgAgent 4.2, TimescaleDB 2 (its jobs moved within it), Supabase's vault, pgsodium 3.
    private static readonly Dictionary<string, HashSet<string>> Written = new()
    {
        ["cron.job"] = ["command", "jobname", "nodename", "database", "username"],
        ["cron.job_run_details"] = ["command", "return_message", "database", "username"],
        ["pgagent.pga_job"] = ["jobname", "jobdesc", "jobhostagent"],
        ["pgagent.pga_jobagent"] = ["jagstation"],
        ["pgagent.pga_jobclass"] = ["jclname"],
        ["pgagent.pga_jobstep"] = ["jstname", "jstdesc", "jstcode", "jstconnstr", "jstdbname"],
        ["pgagent.pga_jobsteplog"] = ["jsloutput"],
        ["pgagent.pga_schedule"] = ["jscname", "jscdesc"],
        ["_timescaledb_catalog.bgw_job"] = ["application_name", "config"],
        ["_timescaledb_config.bgw_job"] = ["application_name", "config"],
        ["vault.secrets"] = ["name", "description", "secret"],
        ["pgsodium.key"] = ["name", "associated_data", "raw_key", "comment", "user_data"],
    };

    public static bool IsWritten(Table table, Column column) => Written.TryGetValue($"{table.Schema}.{table.Name}", out var columns) && columns.Contains(column.Name);
}
