namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode DumpNotFound = new("CIANON3001", Severity.Error, ExitCode.Dump,
        "The dump does not exist", "Check the path of the dump; in CI, check that the step that downloads it came first.");

    public static readonly DiagnosticCode DumpEmpty = new("CIANON3002", Severity.Error, ExitCode.Dump,
        "The dump is empty", "The file has 0 bytes: pg_dump or the download failed. Make the dump again.");

    public static readonly DiagnosticCode DumpNotRecognized = new("CIANON3003", Severity.Error, ExitCode.Dump,
        "The file is not a dump", "Pass what pg_dump wrote: a file made with pg_dump --format=custom, --format=tar or --format=plain, or a directory made with --format=directory.");

    public static readonly DiagnosticCode DumpIsTar = new("CIANON3005", Severity.Error, ExitCode.Dump,
        "The tar archive isn't pg_dump's",
        "Pass what pg_dump --format=tar wrote, whose first file is toc.dat; unpack a tarred directory dump first and pass the folder.");

    public static readonly DiagnosticCode DumpTooOld = new("CIANON3006", Severity.Error, ExitCode.Dump,
        "The dump's archive version is too old", "Make the dump with the pg_dump of PostgreSQL 9.6 or later (archive version 1.12).");

    public static readonly DiagnosticCode DumpTooNew = new("CIANON3007", Severity.Error, ExitCode.Dump,
        "The dump's archive version is too new",
        "Update ci-anon, or make the dump with the pg_dump of PostgreSQL 19 or earlier (archive version 1.16).");

    public static readonly DiagnosticCode DumpCompressionUnsupported = new("CIANON3008", Severity.Error, ExitCode.Dump,
        "The compression is not supported", "Blocks may be compressed with gzip, lz4 or zstd, a whole file once with gzip, zstd, xz or lz4. --compress names another compression of the output.");

    public static readonly DiagnosticCode DumpTruncated = new("CIANON3009", Severity.Error, ExitCode.Dump,
        "The dump ends too early", "The dump is incomplete: pg_dump or the transfer was interrupted. Make or fetch the dump again.");

    public static readonly DiagnosticCode DumpCorrupt = new("CIANON3010", Severity.Error, ExitCode.Dump,
        "The dump is damaged", "Fetch the dump again and compare its checksum; if pg_restore can read it, please report it.");

    public static readonly DiagnosticCode DumpBlockMissing = new("CIANON3011", Severity.Error, ExitCode.Dump,
        "The dump lacks data that its table of contents lists",
        "The dump is incomplete: a file of the directory or the end of the archive is gone. Make or fetch the dump again.");

    public static readonly DiagnosticCode DumpHasInserts = new("CIANON3012", Severity.Error, ExitCode.Dump,
        "The dump holds INSERT statements whose columns aren't known",
        "Make the dump with --column-inserts, or without --inserts: COPY names its columns, too.");

    public static readonly DiagnosticCode DumpUnreadable = new("CIANON3013", Severity.Error, ExitCode.Environment,
        "The dump can't be opened or read", "Check the permissions of the dump and the health of its disk.");

    public static readonly DiagnosticCode DumpNotWritable = new("CIANON3014", Severity.Error, ExitCode.Environment,
        "The anonymized dump can't be written", "Check free space and permissions of the target folder; the target must not exist yet.");

    public static readonly DiagnosticCode InputIsTerminal = new("CIANON3015", Severity.Error, ExitCode.Usage,
        "Nothing is piped into standard input", "Pipe a dump into the command, as in pg_dump --format=custom DATABASE | ci-anon anonymize -, or name a file.");

    public static readonly DiagnosticCode SourceFailed = new("CIANON3016", Severity.Error, ExitCode.Dump,
        "The command that writes the dump failed", "See its own messages above, and run it again. Even a dump that looks whole isn't trusted then.");

    public static readonly DiagnosticCode SourceUnknown = new("CIANON3017", Severity.Error, ExitCode.Dump,
        "How the command that writes the dump ended isn't known",
        "Write its exit code into the file before its output ends: ( rm -f FILE; COMMAND && echo 0 > FILE ) | ci-anon anonymize - --source-status FILE.");

    public static readonly DiagnosticCode DumpHasNoSchema = new("CIANON3019", Severity.Error, ExitCode.Dump,
        "The dump has rows and not their tables",
        "Dump schema and rows together: without --data-only, --no-schema and --section=data, and with the extensions that tables belong to. Or give the schema beside the rows: pg_dump --schema-only of the same database, named with --schema-dump.");

    public static readonly DiagnosticCode SpoolDamaged = new("CIANON3018", Severity.Error, ExitCode.Environment,
        "What was kept of the dump is damaged", "Its disk is failing, or somebody wrote to it: run again with another --work-dir.");

    public static readonly DiagnosticCode ScriptRefused = new("CIANON3021", Severity.Error, ExitCode.Dump,
        "The script does what no dump needs", "A script is read as pg_dump writes it: definitions, COPY … FROM stdin, settings, \\restrict and \\connect. Nothing that runs programs, reads or writes files, or changes rows. Take that out, or dump again.");

    public static readonly DiagnosticCode ScriptOfCluster = new("CIANON3022", Severity.Error, ExitCode.Dump,
        "The script holds more than one database, or roles",
        "A script of pg_dumpall is anonymized as a whole with a policy that has databases:, one entry for each; every other command takes one database out of it with --database NAME. Roles alone, and several scripts in one file, aren't read.");

    public static readonly DiagnosticCode DatabaseNotInScript = new("CIANON3026", Severity.Error, ExitCode.Usage,
        "There is no such database in the dump", "Name one that the dump has, in --database and under the policy's databases; take out what isn't there any more.");

    public static readonly DiagnosticCode DatabaseUndecided = new("CIANON3027", Severity.Error, ExitCode.Usage,
        "The policy doesn't say what happens to a database", "Write it under databases: with its own rules, with {} where the common ones are enough, or as drop, which leaves it out.");

    public static readonly DiagnosticCode RoleNeeded = new("CIANON3028", Severity.Error, ExitCode.Usage,
        "What the script holds can't be without its role",
        "Say roles: keep, where the names of roles may be published, or drop the policy, the mapping or the function's SET role before dumping: without its role it can't be restored, and for everyone it would mean something else.");

    public static readonly DiagnosticCode TablespaceStays = new("CIANON3029", Severity.Warning, ExitCode.Done,
        "A tablespace's folder is part of the output", "Whoever restores the script needs that folder, empty and the server's own; or dump with pg_dumpall --no-tablespaces.");

    public static readonly DiagnosticCode OwnersAreSessions = new("CIANON3030", Severity.Error, ExitCode.Usage,
        "Only a script says by sessions whose its objects are",
        "pg_restore would give everything to whoever restores. Leave the output a script, or dump without --use-set-session-authorization.");

    public static readonly DiagnosticCode DumpExpands = new("CIANON3020", Severity.Error, ExitCode.Dump,
        "A compressed dump holds far more than its size",
        "If it is a dump of yours, raise the limit with --max-expansion; else it was made to fill a disk.");

    public static readonly DiagnosticCode SchemaDumpDiffers = new("CIANON3023", Severity.Error, ExitCode.Dump,
        "The schema dump doesn't go with the dump", "Make both of the same database, with the same pg_dump, one right after the other: pg_dump --schema-only, whole.");
}
