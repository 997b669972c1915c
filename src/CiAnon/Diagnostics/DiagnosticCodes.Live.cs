namespace CiAnon.Diagnostics;

/// <summary>Databases that somebody else runs: a live source, and a target.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode LiveUnreachable = new("CIANON4030", Severity.Error, ExitCode.Environment,
        "The database can't be connected to", "Check the variable: a connection string of .NET (Host=…;Username=…) or a postgresql:// address. What is in it is never repeated.");

    public static readonly DiagnosticCode LiveDenied = new("CIANON4031", Severity.Error, ExitCode.Environment,
        "The database's role lacks a privilege", "A source's role needs CONNECT, USAGE on every schema and SELECT on every table and sequence (pg_read_all_data, 14 and later), and must not be subject to row security; a target's must own its tables.");

    public static readonly DiagnosticCode LiveLocked = new("CIANON4032", Severity.Error, ExitCode.Environment,
        "A lock wasn't to be had in time", "Somebody else holds it: try again when it is quiet, or wait longer with --lock-timeout.");

    public static readonly DiagnosticCode LiveInterrupted = new("CIANON4033", Severity.Error, ExitCode.Environment,
        "The database broke off", "Nothing was published and nothing changed there. Try again; on a standby raise max_standby_streaming_delay or turn hot_standby_feedback on, and mind --statement-timeout and servers that end long transactions.");

    public static readonly DiagnosticCode LiveDiskFull = new("CIANON4034", Severity.Error, ExitCode.Environment,
        "No space left on the database's server", "A rewrite needs as much room again as the tables take, until it is committed. Nothing changed there.");

    public static readonly DiagnosticCode ClientProgramMissing = new("CIANON4035", Severity.Error, ExitCode.Environment,
        "The client program of the server's major version is missing", "Install it (`apt-get install postgresql-client-NN`), or name its folder with --postgres-bin.");

    public static readonly DiagnosticCode SchemaDumpFailed = new("CIANON4036", Severity.Error, ExitCode.Environment,
        "The schema could not be read by pg_dump", "Its own words aren't repeated, as they may quote hosts and definitions. Run `pg_dump --schema-only` with the same role to see them: mostly a privilege is missing.");

    public static readonly DiagnosticCode TargetRefused = new("CIANON4040", Severity.Error, ExitCode.Usage,
        "The database must not be rewritten: it looks like production", "No option lifts this. Check the variable; name staging's host under target_hosts in the policy, rename the database, or drop the marker table, if it really isn't production.");

    public static readonly DiagnosticCode TargetUnsuitable = new("CIANON4041", Severity.Error, ExitCode.Environment,
        "The database has what can't be anonymized where it stands", "Nothing changed there. Large objects, masked rows of foreign tables and of extensions' tables can't be replaced in place: remove them, or keep the table in the policy.");

    public static readonly DiagnosticCode TargetRefusesRows = new("CIANON4042", Severity.Error, ExitCode.Environment,
        "The database refused verified rows", "Nothing changed there. A constraint that is NOT VALID holds for rows that are written anew: validate or drop it; a function there may differ from its definition, and an event trigger may forbid what a rewrite takes.");

    public static readonly DiagnosticCode StatisticsStay = new("CIANON4043", Severity.Warning, ExitCode.Environment,
        "Former statistics of the planner could not be cleared", "New ones stand in their place, and the database is clean; until autovacuum comes by, a superuser could dig former values of columns out of dead rows: run VACUUM pg_catalog.pg_statistic as one.");

    public static readonly DiagnosticCode TargetNotBuilt = new("CIANON4044", Severity.Error, ExitCode.Environment,
        "The new database could not be built", "The target is as it was. Words of pg_restore and pg_dump aren't repeated, as they may quote rows: mostly an extension is missing on the target's server, its disk is full, or the connection broke. When that is mended, `--resume` builds it of what was read already.");

    public static readonly DiagnosticCode PrivilegesLeftOut = new("CIANON4045", Severity.Warning, ExitCode.Environment,
        "Owners and privileges were left out in the target", "Everything belongs to the role that the target is connected to as. Create the roles that are named on its server, and connect as one that may grant them, to have them there.");

    public static readonly DiagnosticCode FormerTargetStays = new("CIANON4046", Severity.Warning, ExitCode.Environment,
        "The former target could not be dropped", "The new database is in place. Drop the former one by hand; the next sync does it, too.");

    public static readonly DiagnosticCode TargetTooOld = new("CIANON4047", Severity.Error, ExitCode.Environment,
        "The target's server is older than the source's", "What pg_dump and pg_restore write is for servers of the source's major version and later ones: sync into one of these, or bring the target's server to it.");

    public static readonly DiagnosticCode UnprovenStays = new("CIANON4048", Severity.Warning, ExitCode.Environment,
        "A killed sync left a database that nobody verified", "Its rows were masked, and nothing is proven of them; only its owner may connect. The next `ci-anon sync` or `ci-anon sanitize` on that server drops it, as a role that owns it, or drop it by hand: DROP DATABASE … WITH (FORCE).");

    public static readonly DiagnosticCode TargetChanged = new("CIANON4049", Severity.Error, ExitCode.Environment,
        "The database got something new while it was anonymized", "Nobody looked at it, and it may hold what others read before: the database is as it was. Keep others from creating tables, views and functions meanwhile, and try again.");

    public static readonly DiagnosticCode CheckpointUnusable = new("CIANON4050", Severity.Error, ExitCode.Usage,
        "The sync can't go on where the last one stopped", "What it left was made by another policy, key or version, is damaged, too old, or not this user's. `--force` begins anew.");

    public static readonly DiagnosticCode OtherSync = new("CIANON4051", Severity.Error, ExitCode.Environment,
        "Another sync is building the same target", "Wait for it to end. Of a run that was killed the server ends the session by itself, within its tcp_keepalives at the latest.");

    public static readonly DiagnosticCode CheckpointLeft = new("CIANON4052", Severity.Note, ExitCode.Environment,
        "The sync can be gone on with", "The source was read, and its artefact is proven: `--resume` goes on from it without another look at the source. It holds nothing of production; the next sync of the same databases removes it.");

    public static readonly DiagnosticCode TargetHeld = new("CIANON4056", Severity.Error, ExitCode.Environment,
        "Something holds the target's database", "PostgreSQL neither renames nor drops a database with a prepared transaction or a subscription, and with a database it drops its logical replication slots, so that whoever reads from one would be cut off without a word: end it (COMMIT PREPARED or ROLLBACK PREPARED, DROP SUBSCRIPTION, pg_drop_replication_slot), and sync again. Sessions of its own role are ended, those of others only where it is a member of their role or of pg_signal_backend, and a superuser's by none but superusers: GRANT one of them, or disconnect them before. The target is as it was.");

    public static readonly DiagnosticCode FormerStatistics = new("CIANON4057", Severity.Error, ExitCode.Environment,
        "The planner's statistics of emptied tables quote former values", "Nothing changed there. ANALYZE gathers none of an empty table, and leaves the former ones, and the table took no row that was made up to overwrite them: connect as a superuser, who may delete them, or drop the table or view and create it again.");

    public static readonly DiagnosticCode ViewsLeftEmpty = new("CIANON4058", Severity.Warning, ExitCode.Environment,
        "A materialized view is left without rows", "It fetches from elsewhere, or may do so: by way of a foreign table, of a function that goes elsewhere or runs SQL of its own making, of a file, or of what the server keeps of statements. Nothing is known of what comes from there. Whoever may see that refreshes it.");

    public static readonly DiagnosticCode StandbyLacksRows = new("CIANON4059", Severity.Error, ExitCode.Environment,
        "A standby has no rows of unlogged tables", "What isn't logged isn't replicated: read the primary, or there say ALTER TABLE … SET LOGGED, or drop them.");

    public static readonly DiagnosticCode NewDatabaseStays = new("CIANON4060", Severity.Warning, ExitCode.Environment,
        "What was built beside the target could not be dropped", "It takes room on the target's server, where nobody but its owner may connect to it. The next sync of the same target drops it, with `--resume` or without, or drop it by hand: DROP DATABASE … WITH (FORCE).");

    public static readonly DiagnosticCode EntriesLeftOut = new("CIANON4061", Severity.Warning, ExitCode.Environment,
        "Something of the source isn't made in the target", "A subscription never is: it would fetch what nobody looked at, and keep the next sync from replacing the database. Event triggers and publications take a superuser, and labels a provider that the target's server has loaded (shared_preload_libraries). Where the server lacks a tablespace, or its role may not create there, everything lies in the default one.");

    public static readonly DiagnosticCode StandbyWentOn = new("CIANON4062", Severity.Error, ExitCode.Environment,
        "A standby ended what stood in the way of its replay", "What its primary removes meanwhile, a long read on a standby still needs. Nothing was published and nothing changed there: turn hot_standby_feedback on there, or raise max_standby_streaming_delay (max_standby_archive_delay, where it replays an archive), and try again.");

    public static readonly DiagnosticCode TargetLacks = new("CIANON4063", Severity.Error, ExitCode.Environment,
        "The target's server lacks what the source's definitions need", "The target is as it was. Install the extension for that server, or connect as a role that may create it (a superuser; of a trusted one, whoever may create in the database); create the role there (CREATE ROLE … NOLOGIN is enough), and sync again.");

    public static readonly DiagnosticCode ResultStands = new("CIANON4064", Severity.Note, ExitCode.Environment,
        "The proven result stands in the database", "What failed came after that, such as a report for which there was no room: `ci-anon check` tells that the database is clean, and the next run writes the report anew.");

    public static readonly DiagnosticCode NeverSanitized = new("CIANON5501", Severity.Error, ExitCode.CheckFailed,
        "The database was never anonymized where it stands", "Run `ci-anon sanitize --target-env NAME --policy FILE`.");

    public static readonly DiagnosticCode ChangedSinceSanitized = new("CIANON5502", Severity.Error, ExitCode.CheckFailed,
        "The database changed since it was anonymized", "Nobody looked at what came since: run `ci-anon sanitize` again.");

    public static readonly DiagnosticCode SanitizedByOtherPolicy = new("CIANON5503", Severity.Error, ExitCode.CheckFailed,
        "The database was anonymized by another policy", "Run `ci-anon sanitize` with this one, or leave --policy out.");
}
