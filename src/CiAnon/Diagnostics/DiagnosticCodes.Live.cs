namespace CiAnon.Diagnostics;

/// <summary>Databases that somebody else runs: a live source, and a target.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode LiveUnreachable = new("CIANON4030", Severity.Error, ExitCode.Environment,
        "The database can't be connected to", "Check the variable: an Npgsql connection string or a postgresql:// address. What is in it is never repeated.");

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
        "pg_dump could not read the schema", "What it said isn't repeated. Run `pg_dump --schema-only` with the same role to see it: mostly a privilege is missing.");

    public static readonly DiagnosticCode LiveLargeObjects = new("CIANON4037", Severity.Error, ExitCode.Usage,
        "Large objects of a live database can't be kept", "Say large_objects: drop in the policy, or anonymize what pg_dump writes.");
}
