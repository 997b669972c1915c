namespace CiAnon.Diagnostics;

/// <summary>The environment: PostgreSQL, disk, permissions.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode PostgresMissing = new("CIANON4001", Severity.Error, ExitCode.Environment,
        "PostgreSQL was not found", "Install PostgreSQL 13 or later (`apt-get install postgresql`), or name the folder of initdb and postgres with --postgres-bin.");

    public static readonly DiagnosticCode PostgresBroken = new("CIANON4002", Severity.Error, ExitCode.Environment,
        "PostgreSQL doesn't run", "`postgres --version` must print a version. Reinstall PostgreSQL, or name another folder with --postgres-bin.");

    public static readonly DiagnosticCode PostgresTooOld = new("CIANON4003", Severity.Error, ExitCode.Environment,
        "PostgreSQL is too old", "Install PostgreSQL 13 or later, or name its folder with --postgres-bin.");

    public static readonly DiagnosticCode StartFailed = new("CIANON4004", Severity.Error, ExitCode.Environment,
        "The sandbox's PostgreSQL didn't start", "The message quotes the server's own words; no row had been read then.");

    public static readonly DiagnosticCode WorkDirectoryMissing = new("CIANON4005", Severity.Error, ExitCode.Environment,
        "The working directory is missing", "Create it, or name another with --work-dir.");

    public static readonly DiagnosticCode WorkDirectoryDenied = new("CIANON4006", Severity.Error, ExitCode.Environment,
        "No permission on the working directory",
        "The sandbox needs a folder that ci-anon may write to and that PostgreSQL's user may reach (as root: the user postgres or nobody).");

    public static readonly DiagnosticCode DiskFull = new("CIANON4007", Severity.Error, ExitCode.Environment,
        "No space left", "Free some space, or name a folder on a larger disk with --work-dir.");

    public static readonly DiagnosticCode DiskMayBeSmall = new("CIANON4054", Severity.Warning, ExitCode.Done,
        "The disk may be too small", "An estimate from the dump's size, before a row is read. Name a folder on a larger disk: --work-dir for the sandbox, --output for the artefact.");

    public static readonly DiagnosticCode OutOfMemory = new("CIANON4053", Severity.Error, ExitCode.Environment,
        "Not enough memory", "Besides some 250 MB a run takes up to three times its longest value for each table that it works on at a time. Give it more (a container's limit counts), or work on one table at a time with --jobs 1.");

    public static readonly DiagnosticCode NoServerAccount = new("CIANON4008", Severity.Error, ExitCode.Environment,
        "No user to run PostgreSQL as", "PostgreSQL refuses root. Add a user 'postgres', or start ci-anon as another user.");

    public static readonly DiagnosticCode ServerGone = new("CIANON4009", Severity.Error, ExitCode.Environment,
        "The sandbox's PostgreSQL ended during the run", "Often the machine ran out of memory. Use fewer jobs, or a machine with more memory.");

    public static readonly DiagnosticCode SandboxStatementFailed = new("CIANON4010", Severity.Error, ExitCode.Environment,
        "The sandbox's PostgreSQL refused a statement", "The message names the error's condition and place, never its text, which may quote rows.");

    public static readonly DiagnosticCode EncodingUnknown = new("CIANON4011", Severity.Error, ExitCode.Environment,
        "The sandbox can't have a database of this encoding", "Dump with `pg_dump --encoding=UTF8`, or name a PostgreSQL of the dump's own major version with --postgres-bin: encodings come, and MULE_INTERNAL went with 19.");

    public static readonly DiagnosticCode LeftoverStays = new("CIANON4012", Severity.Warning, ExitCode.Environment,
        "A sandbox could not be removed", "Remove the folder by hand: it may hold rows.");

    public static readonly DiagnosticCode DatabaseUnreachable = new("CIANON4013", Severity.Error, ExitCode.Environment,
        "The database to audit can't be read", "Check the variable that --database-env names: a connection string of a user who may read the catalog; no table is read.");

    public static readonly DiagnosticCode DumpProgramMissing = new("CIANON4014", Severity.Error, ExitCode.Environment,
        "The sandbox's PostgreSQL has no pg_dump", "Install the client programs of the same version (`apt-get install postgresql-client`), or don't declare changes of the schema.");

    public static readonly DiagnosticCode DumpProgramFailed = new("CIANON4015", Severity.Error, ExitCode.Environment,
        "The backup by pg_dump failed", "Often the disk is full, or a hook left the schema broken. What pg_dump said isn't repeated, as it may quote rows.");

    public static readonly DiagnosticCode ServerOutOfReach = new("CIANON4020", Severity.Error, ExitCode.Environment,
        "The server can't be signalled", "Give the container the capability KILL (`--cap-add KILL`), or start it as another user than root (`--user`).");

    public static readonly DiagnosticCode TableRefersToAbsent = new("CIANON4110", Severity.Error, ExitCode.Dump,
        "A table with rows refers to what isn't in the dump",
        "Dump along what it refers to (pg_dump --schema or --table, --extension for an extension), or give the whole schema beside the dump: pg_dump --schema-only, named with --schema-dump.");

    public static readonly DiagnosticCode LentServerRefused = new("CIANON4112", Severity.Error, ExitCode.Environment,
        "The lent server can't be a sandbox", "Lend one that lives for the job alone, such as a service container of the official image, with its superuser.");

    public static readonly DiagnosticCode LentDatabaseStays = new("CIANON4113", Severity.Warning, ExitCode.Environment,
        "A database could not be dropped on the lent server", "Drop it by hand: it may hold rows. The next run on this server does it, too.");
}
