namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode OutputFolderMissing = new("CIANON2001", Severity.Error, ExitCode.Environment,
        "The output's folder doesn't exist or can't be written to", "Create the folder, or give another --output or --report.");

    public static readonly DiagnosticCode OutputIsInput = new("CIANON2002", Severity.Error, ExitCode.Usage,
        "The output would replace the input", "Give another --output, or say --in-place when that is what you want.");

    public static readonly DiagnosticCode OutputInGit = new("CIANON2003", Severity.Error, ExitCode.Usage,
        "The output lies where git would commit it", "Data dumps must never enter a repository: write it elsewhere, or add it to .gitignore.");

    public static readonly DiagnosticCode FileTrouble = new("CIANON2005", Severity.Error, ExitCode.Environment,
        "A file can't be read or written", "Check that it exists and that this user may use it.");

    public static readonly DiagnosticCode BadKey = new("CIANON2006", Severity.Error, ExitCode.Usage,
        "The key can't be used", "A key is base64 of 32 bytes, as `ci-anon key new` prints it.");

    public static readonly DiagnosticCode OutputNotAFile = new("CIANON2007", Severity.Error, ExitCode.Usage,
        "The output path is taken by something that ci-anon didn't write", "Give another --output, or remove what is there.");

    public static readonly DiagnosticCode OutputClosed = new("CIANON2034", Severity.Error, ExitCode.Environment,
        "Standard output was closed before the whole dump was written",
        "Whoever read it has an incomplete dump, which holds nothing but anonymized rows; no report says that it passed. See why the command behind the pipe ended.");

    public static readonly DiagnosticCode OutputInUse = new("CIANON2008", Severity.Error, ExitCode.Usage,
        "Another run is writing to the same output", "Wait for it, or give each run an --output of its own.");

    public static readonly DiagnosticCode AuditLogNotWritten = new("CIANON2009", Severity.Error, ExitCode.Environment,
        "The audit log can't be written", "Check the path after --audit-log, its permissions and free space: a run that isn't recorded publishes nothing.");

    public static readonly DiagnosticCode ArtifactChanged = new("CIANON2010", Severity.Error, ExitCode.CheckFailed,
        "The artefact isn't what was proven", "Something changed it after the backup: let nothing write to it, and run again.");

    public static readonly DiagnosticCode BadRecipient = new("CIANON2020", Severity.Error, ExitCode.Usage,
        "A recipient can't be used", "Give an age recipient (age1...; age1pq1... and age1tag1... need age 1.3), an ssh public key, or the path of a file of such lines or of one OpenPGP public key. Plugins' recipients aren't supported.");

    public static readonly DiagnosticCode RecipientIsSecret = new("CIANON2021", Severity.Error, ExitCode.Usage,
        "A recipient is a secret key", "Give the public key. Replace the secret one if a log or a process list may have seen it.");

    public static readonly DiagnosticCode RecipientsMixed = new("CIANON2022", Severity.Error, ExitCode.Usage,
        "Recipients of age and of OpenPGP are mixed", "One file has one format: name recipients of one kind.");

    public static readonly DiagnosticCode EncrypterMissing = new("CIANON2023", Severity.Error, ExitCode.Environment,
        "The program that encrypts is missing", "Install `age` or `gpg`, whichever the recipients' keys are for, and let the search path lead to it.");

    public static readonly DiagnosticCode EncryptionFailed = new("CIANON2024", Severity.Error, ExitCode.Environment,
        "The dump could not be encrypted", "Check free space and memory, and that `age` or `gpg` works. Nothing was published.");

    public static readonly DiagnosticCode EncryptedOther = new("CIANON2025", Severity.Error, ExitCode.CheckFailed,
        "What was encrypted isn't what was proven", "Something wrote to the dump after its proof: let nothing write to the work directory, and run again.");

    public static readonly DiagnosticCode EncryptionUnsuitable = new("CIANON2026", Severity.Error, ExitCode.Usage,
        "This output can't be encrypted", "Encryption makes one new file: write a custom archive (--format custom) to an --output, not --in-place.");

    public static readonly DiagnosticCode NothingEncrypted = new("CIANON2030", Severity.Error, ExitCode.Usage,
        "No rule encrypts the column", "Name a column, as table.column, that the policy gives the strategy encrypt. With the anonymized dump, references, partitions and the column's type are found too.");

    public static readonly DiagnosticCode NotDecrypted = new("CIANON2031", Severity.Error, ExitCode.CheckFailed,
        "A value can't be decrypted", "Give the key of the run that made the dump, and the policy as it was then: strategy, alphabet and seed must be the same.");

    public static readonly DiagnosticCode EncryptedWithoutKey = new("CIANON2032", Severity.Warning, ExitCode.Done,
        "Values are encrypted under a key that is forgotten", "Nobody will be able to decrypt them. Give a key (CIANON_KEY, or --key-env) that `ci-anon key new` made, and keep it.");

    public static readonly DiagnosticCode OtherKey = new("CIANON2033", Severity.Error, ExitCode.Usage,
        "The key isn't the run's", "The report names the fingerprint of the key that the run had: give that key.");

    public static readonly DiagnosticCode PseudonymsForgotten = new("CIANON2040", Severity.Warning, ExitCode.Done,
        "Texts name some people by their kind only",
        "`free_text` keeps the pseudonyms of about two million people in memory. Whoever has no room there is found in texts all the same, and stands there as `[name]`, `[email]` and the like: nothing leaks, but such a text no longer tells whose it is.");

    public static readonly DiagnosticCode TooManyOriginals = new("CIANON2041", Severity.Error, ExitCode.CheckFailed,
        "There are too many originals to know them all in texts",
        "`free_text` must know every original that a text may hold, and the search keeps 32 million. Mask the texts by `text`, or leave out rows with `rows` or `subset`.");

    public static readonly DiagnosticCode HoldsSecret = new("CIANON3102", Severity.Warning, ExitCode.Done,
        "A definition in the dump holds a secret", "The check patterns fails unless `verify: allow` lets it through, and then it stays in the artefact word for word. `definitions: { secrets: redact }` replaces just the secret by `***`. Best is to dump from a database without it, and to change what was dumped.");

    public static readonly DiagnosticCode SchemaNotUnderstood = new("CIANON3103", Severity.Error, ExitCode.Dump,
        "The dump's schema can't be understood", "Commands without a server read the SQL that pg_dump writes. `ci-anon plan` asks a real server; please report the entry named.");

    public static readonly DiagnosticCode RowsConditionFailed = new("CIANON4108", Severity.Error, ExitCode.Usage,
        "A condition on rows failed for a row", "Write it so that it is true or false of every value: the error's name says what PostgreSQL couldn't do.");

    public static readonly DiagnosticCode RowsCannotBeTold = new("CIANON4109", Severity.Error, ExitCode.Dump,
        "Which rows belong together can't be told", "Name columns whose values are unique as the key of a reference, and check that the dump has all rows that others refer to.");

    public static readonly DiagnosticCode SchemaEntryFailed = new("CIANON4101", Severity.Error, ExitCode.Environment,
        "An entry of the dump can't be restored in the sandbox",
        "The sandbox needs the extensions that the dump uses, and a PostgreSQL that is not older than the one that made the dump.");

    public static readonly DiagnosticCode EntrySkipped = new("CIANON4102", Severity.Warning, ExitCode.Done,
        "An entry of the dump was left out in the sandbox", "It stays in the artefact as it is.");

    public static readonly DiagnosticCode DataDoesNotFit = new("CIANON4103", Severity.Error, ExitCode.CheckFailed,
        "PostgreSQL refused rows of a table",
        "For a masked column, take a strategy whose results meet the type and the CHECK constraints; for others, the dump itself is at odds with its schema.");

    public static readonly DiagnosticCode NoPartition = new("CIANON4111", Severity.Error, ExitCode.CheckFailed,
        "No partition takes a masked row",
        "Masked values of a partition key decide where a row goes. Keep the key, make only values that a partition takes (`choice` with values of the bounds), or give the table a DEFAULT partition in the source database.");

    public static readonly DiagnosticCode EntryWouldBeLost = new("CIANON4104", Severity.Error, ExitCode.Environment,
        "An entry of the dump would be missing in the artefact",
        "With changes of the schema declared, pg_dump writes the artefact from the sandbox, which must have everything that the dump has.");

    public static readonly DiagnosticCode SandboxChanged = new("CIANON4106", Severity.Error, ExitCode.CheckFailed,
        "Something changed the sandbox that nobody declared",
        "Declare what hooks do between CiAnonAnonymize and CiAnonBackup with CiAnonSandboxChanges (rows or schema), or let them only look.");

    public static readonly DiagnosticCode RowsOfNewerServer = new("CIANON4107", Severity.Error, ExitCode.Environment,
        "The sandbox's PostgreSQL is too old for rows of the dump", "Install the dump's own major version, or name its folder with --postgres-bin.");

    public static readonly DiagnosticCode UnsupportedEncoding = new("CIANON4105", Severity.Error, ExitCode.Dump,
        "The dump's encoding can't be anonymized safely", "Its characters can hold bytes that look like COPY's own. Dump with `pg_dump --encoding=UTF8`.");

    public static readonly DiagnosticCode RowCannotBeMasked = new("CIANON5001", Severity.Error, ExitCode.CheckFailed,
        "A strategy can't mask a value", "Take a strategy that fits all values of the column, such as redact, hash or text.");

    public static readonly DiagnosticCode CheckFailed = new("CIANON5002", Severity.Error, ExitCode.CheckFailed,
        "A check failed", "Nothing was published. The message and the report name the tables and columns concerned, and what to do about each.");

    public static readonly DiagnosticCode NoSqlChecks = new("CIANON5003", Severity.Error, ExitCode.Usage,
        "No file matches verify: sql", "The pattern is relative to the policy's folder: correct or remove it.");

    public static readonly DiagnosticCode AllowanceUnused = new("CIANON5005", Severity.Warning, ExitCode.Done,
        "An allowance allows nothing", "Nothing of the kind was found there. Remove the entry under verify: allow, so that it can't hide a leak one day.");

    public static readonly DiagnosticCode ExpressionFailed = new("CIANON5006", Severity.Error, ExitCode.CheckFailed,
        "PostgreSQL can't evaluate an expression of the policy for some rows",
        "The message says which rows of the dump, and PostgreSQL's code for what went wrong; never a value. Let the expression cope with them (CASE, NULLIF, coalesce), or give it a longer `timeout`.");

    public static readonly DiagnosticCode ProgramFailed = new("CIANON5007", Severity.Error, ExitCode.CheckFailed,
        "A program of the policy failed",
        "For every line that it reads it must write one JSON text or null, in the same order, and end with 0 within the rule's `timeout`. What it writes to standard error isn't shown: run it by hand with invented lines.");

    public static readonly DiagnosticCode WarningsFail = new("CIANON5010", Severity.Error, ExitCode.CheckFailed,
        "A warning stops the run", "`--fail-on warning` makes errors of all warnings, and a build of some (`-warnaserror`): see to those that are printed above, or take the option back.");

    public static readonly DiagnosticCode RunFailed = new("CIANON5011", Severity.Error, ExitCode.CheckFailed,
        "The run failed", "The verdict of a build, after what it found: nothing was published, and the report says which checks failed, and where.");

    public static readonly DiagnosticCode NotRestorable = new("CIANON5004", Severity.Error, ExitCode.CheckFailed,
        "The finished archive doesn't hold what was verified", "Nothing was published. If the disk is sound, this is a bug of ours: please report it.");
}
