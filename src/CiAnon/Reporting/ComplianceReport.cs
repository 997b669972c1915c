using System.ComponentModel;

namespace CiAnon.Reporting;

/// <summary>The compliance report of a run. Names, counts, digests and decisions; never a value of a row.</summary>
[Description("What one run of ci-anon did to a dump, and what it proved. Holds names, counts, digests and decisions; never a value of a row.")]
public sealed record ComplianceReport
{
    public const string SchemaId = "urn:ci-anon:report:1";

    [Description("Identifies this format; the number rises when a reader of the old format could be misled.")]
    public string Schema { get; init; } = SchemaId;

    [Description("Version of this format, the number at the end of schema.")]
    public int SchemaVersion { get; init; } = 1;

    [Description("anonymized: the output was made of the input. verified: the input was made before, by whatever tool, and is judged.")]
    public ReportMode Mode { get; init; }

    [Description("passed: every check passed and the output, if one is made, was published. failed: nothing was published.")]
    public required ReportStatus Status { get; init; }

    [Description("The tool that made the report.")]
    public required ToolSection Tool { get; init; }

    [Description("When the run began (UTC).")]
    public required DateTimeOffset StartedAt { get; init; }

    [Description("When the run ended (UTC).")]
    public required DateTimeOffset FinishedAt { get; init; }

    [Description("How long each stage took.")]
    public required IReadOnlyList<StageSection> Stages { get; init; }

    [Description("The dump that was read.")]
    public required ArchiveSection Input { get; init; }

    [Description("The original that the input was judged against; absent without one, and where a dump was made.")]
    public ArchiveSection? Original { get; init; }

    [Description("The anonymized dump; absent when nothing was published.")]
    public ArchiveSection? Output { get; init; }

    [Description("The policy that decided.")]
    public required PolicySection Policy { get; init; }

    [Description("Where pseudonyms come from, and what that means.")]
    public required KeySection Key { get; init; }

    [Description("The PostgreSQL that restored and checked the data.")]
    public required PostgresSection Postgres { get; init; }

    [Description("Every table, and every decision on its columns.")]
    public required IReadOnlyList<TableSection> Tables { get; init; }

    [Description("What happened to large objects.")]
    public required LargeObjectStatus LargeObjects { get; init; }

    [Description("Definitions in which secrets were replaced by ***, passwords of a cluster's roles by NULL, as the policy says; never a secret.")]
    public IReadOnlyList<RedactedSection> Redacted { get; init; } = [];

    [Description("What became of the dump's planner statistics (pg_dump --statistics); absent when it has none.")]
    public StatisticsSection? Statistics { get; init; }

    [Description("What was verified.")]
    public required IReadOnlyList<CheckSection> Checks { get; init; }

    [Description("Every key and constraint of the dump's tables, and how it is known to hold over the output.")]
    public IReadOnlyList<ConstraintSection> Constraints { get; init; } = [];

    [Description("What the search for originals looked for; absent when the run didn't get there.")]
    public ResidualSection? Residual { get; init; }

    [Description("How far rows can be told apart by columns that together may single out a person; measured after masking.")]
    public IReadOnlyList<AnonymitySection> Anonymity { get; init; } = [];

    [Description("What changed since an earlier report; absent when none was given.")]
    public DriftSection? Drift { get; init; }

    [Description("Of a script of a whole cluster: its databases, and what became of its roles; absent for a dump of one database.")]
    public ClusterSection? Cluster { get; init; }

    [Description("Why the run failed; empty when it passed.")]
    public required IReadOnlyList<ErrorSection> Errors { get; init; }

    [Description("Entries of the dump that the sandbox did without; they stand unchanged in the output.")]
    public required IReadOnlyList<SkippedSection> Skipped { get; init; }

    [Description("The CI run that made this report; absent outside CI.")]
    public CiSection? Ci { get; init; }

    [Description("How long the output may be kept.")]
    public required RetentionSection Retention { get; init; }
}

/// <summary>What the run was for.</summary>
public enum ReportMode
{
    Anonymized,
    Verified,
}

/// <summary>The verdict.</summary>
public enum ReportStatus
{
    Passed,
    Failed,
}

/// <summary>What happened to large objects.</summary>
public enum LargeObjectStatus
{
    None,
    Dropped,
    Kept,
}

public sealed record ToolSection(
    [property: Description("ci-anon.")] string Name,
    [property: Description("Its version.")] string Version);

public sealed record StageSection(
    [property: Description("restore, anonymize, verify or backup.")] string Name,
    [property: Description("Wall time in seconds.")] double Seconds);

public sealed record ArchiveSection(
    [property: Description("File or folder name, without its path; of a live database its name.")] string Name,
    [property: Description("custom, directory, tar or plain; live for a database that was read or rewritten where it stands.")] string Format,
    [property: Description("Size; for a folder, of its files together; of a live database, of its tables.")] long Bytes,
    [property: Description("SHA-256, lower-case hex; for a folder, of the lines that sha256sum prints for its files in order of name; of a live database, of such lines for its schema and its tables' rows.")] string Sha256,
    [property: Description("Version of the archive format, such as 1.14.")] string ArchiveVersion,
    [property: Description("Version of the server that was dumped.")] string? ServerVersion,
    [property: Description("Version of pg_dump.")] string? DumpVersion)
{
    /// <summary>The format of a database that is no archive.</summary>
    public const string Live = "live";

    [Description("The database that was taken out of a script of a whole cluster; absent where the dump is one database's, and where all are meant.")]
    public string? Database { get; init; }

    [Description("The encrypted file that was published instead of the dump, whose name, size and digest stand beside this; absent when it was published in clear.")]
    public EncryptionSection? Encryption { get; init; }
}

public sealed record EncryptionSection(
    [property: Description("age or openpgp.")] string Format,
    [property: Description("The published file's name, without its path.")] string File,
    [property: Description("Its size.")] long Bytes,
    [property: Description("Its SHA-256, lower-case hex.")] string Sha256,
    [property: Description("Who can decrypt it: age recipients, SHA256 fingerprints of ssh keys, or fingerprints of OpenPGP keys.")] IReadOnlyList<string> Recipients);

public sealed record PolicySection(
    [property: Description("File name, without its path.")] string Name,
    [property: Description("SHA-256 of the file, lower-case hex.")] string Sha256,
    [property: Description("What the policy does with columns that no rule names: fail, keep or mask.")] string Unlisted)
{
    [Description("What the policy does about rules that nobody decided on: warn or fail; absent when it doesn't say, so that a run fails in CI and warns elsewhere.")]
    public string? Undecided { get; init; }

    [Description("Rules of known products that the policy brings in, with the version and digest that this tool had of them.")]
    public IReadOnlyList<PresetSection> Presets { get; init; } = [];
}

public sealed record PresetSection(
    [property: Description("As the policy names it.")] string Name,
    [property: Description("Rises with every change of its rules.")] int Version,
    [property: Description("SHA-256 of its rules, lower-case hex.")] string Sha256);

public sealed record KeySection(
    [property: Description("anonymization: random key, forgotten at the end. pseudonymization: a given key, the same pseudonyms every time. unknown: the dump was made before.")] string Mode,
    [property: Description("Fingerprint of a given key; absent when the key is forgotten.")] string? Fingerprint,
    [property: Description("What the mode means.")] string Meaning);

public sealed record PostgresSection(
    [property: Description("Version of the sandbox's server.")] string Version);

public sealed record TableSection(
    [property: Description("Schema.")] string Schema,
    [property: Description("Table.")] string Name,
    [property: Description("all, none when the policy drops the rows, or some when it may leave out some of them.")] string Rows,
    [property: Description("Rows in the input; of a verified dump, in the original if there is one.")] long RowsIn,
    [property: Description("Rows in the output; of a verified dump, in the dump.")] long RowsOut,
    [property: Description("Every column of the table.")] IReadOnlyList<ColumnSection> Columns)
{
    [Description("Its database, in the report of a script of a whole cluster; absent otherwise.")]
    public string? Database { get; init; }

    [Description("Why PostgreSQL saw the rows before they were published; empty where they went from the dump into the output without it.")]
    public IReadOnlyList<string> Loaded { get; init; } = [];

    [Description("The partitioned table, with its masked key, among whose partitions the rows moved: rowsIn and rowsOut of one partition needn't be the same; absent where rows stayed in their table.")]
    public string? Moved { get; init; }

    [Description("Rows that were left out, by cause; absent where none were, and where the policy drops them all.")]
    public IReadOnlyList<LeftOutSection>? LeftOut { get; init; }
}

public sealed record LeftOutSection(
    [property: Description("filter: its condition doesn't hold. sample: not drawn. limit: beyond it. orphan: a row that it refers to is left out. subset: nothing that is kept needs it.")] string Cause,
    [property: Description("How many.")] long Rows);

public sealed record ColumnSection(
    [property: Description("Column.")] string Name,
    [property: Description("Type as PostgreSQL prints it.")] string Type,
    [property: Description("masked, kept, structural, generated or empty.")] string Decision,
    [property: Description("Why.")] string Reason,
    [property: Description("The strategy of a masked column.")] string? Strategy,
    [property: Description("Who decided to keep the column.")] string? Owner,
    [property: Description("Until when the decision to keep holds.")] DateOnly? Until,
    [property: Description("What happened to the values of a masked column.")] CountSection? Counts)
{
    [Description("What the values say of a person, as far as rule and name tell: email, phone, name...; absent when nothing speaks for personal data.")]
    public string? Kind { get; init; }

    [Description("Why the column may stay as it is, as the policy says; absent when it doesn't.")]
    public string? Ledger { get; init; }

    [Description("What a machine took the column for, where it only proposed the rule and nobody decided; absent otherwise.")]
    public string? Undecided { get; init; }

    [Description("true where whoever holds the run's key can compute the values again: reversible pseudonymization; absent otherwise.")]
    public bool? Reversible { get; init; }
}

public sealed record CountSection(
    [property: Description("Values that were masked, NULLs included.")] long Rows,
    [property: Description("NULL before and after.")] long Nulls,
    [property: Description("Different from the original.")] long Changed,
    [property: Description("Equal to the original, empty strings included.")] long Unchanged,
    [property: Description("Empty strings, which carry nothing; part of unchanged.")] long Empty)
{
    [Description("Values of rows that the rule's condition keeps; absent when the rule has none.")]
    public long? Kept { get; init; }
}

public sealed record CheckSection(
    [property: Description("schema, coverage, rows, changed, residual, patterns, keys, sequences, sql, anonymity, restorable.")] string Id,
    [property: Description("passed, failed, or skipped: the note says why.")] string Status,
    [property: Description("How many violations were counted.")] long Violations,
    [property: Description("How many objects were examined.")] long Examined,
    [property: Description("What is true when there are no violations.")] string Claim,
    [property: Description("Something that holds but that a reader should know.")] string? Note,
    [property: Description("Where it doesn't hold; names of schema objects only.")] IReadOnlyList<FindingSection> Findings)
{
    [Description("The positive control: samples planted, and found again. A check that doesn't find all of them fails.")]
    public ControlSection? Control { get; init; }

    [Description("What was found and is allowed by the policy.")]
    public IReadOnlyList<AllowedSection> Allowed { get; init; } = [];
}

public sealed record ConstraintSection(
    [property: Description("Table.")] string Table,
    [property: Description("Constraint, unique index or, of a domain, column.")] string Name,
    [property: Description("PRIMARY KEY, UNIQUE (constraint or index), EXCLUDE, CHECK, DOMAIN or FOREIGN KEY.")] string Kind,
    [property: Description("created: by PostgreSQL over the rows of the output. unchanged: it held in production, and neither its columns nor its rows changed. same-function: both sides of a foreign key went through the same function. unproven: NOT VALID or NOT ENFORCED, as in production.")] string Proof);

public sealed record ControlSection(
    [property: Description("Samples planted, at least one in every kind of container.")] int Planted,
    [property: Description("Samples found.")] int Found);

public sealed record AllowedSection(
    [property: Description("The table, column or entry concerned.")] string Object,
    [property: Description("The kind of personal data.")] string? Kind,
    [property: Description("How many.")] long Count,
    [property: Description("Why it is allowed.")] string? Reason,
    [property: Description("Who allowed it.")] string? Owner,
    [property: Description("Until when.")] DateOnly? Until);

public sealed record ResidualSection(
    [property: Description("Different originals that were looked for.")] long Originals,
    [property: Description("Values that say too little to be looked for: too short, or common words.")] long TooShort,
    [property: Description("Fields of the result that were scanned.")] long FieldsScanned,
    [property: Description("Bits of an original's keyed fingerprint.")] int FingerprintBits,
    [property: Description("Upper bound for the probability that a run meets a false fingerprint match; every match is checked again against the originals.")] double FalseMatchProbability,
    [property: Description("Share of the originals whose fingerprints were kept, 1 unless memory was exhausted.")] double Share,
    [property: Description("Share of the originals' other forms (hashes and local parts of addresses, initials) whose fingerprints were kept, 1 unless memory was exhausted.")] double FormShare,
    [property: Description("Originals by kind.")] IReadOnlyList<OriginalsSection> Kinds);

public sealed record OriginalsSection(
    [property: Description("The kind of personal data.")] string Kind,
    [property: Description("Different originals of it.")] long Originals);

public sealed record AnonymitySection(
    [property: Description("Table.")] string Table,
    [property: Description("The columns that together may single out a person.")] IReadOnlyList<string> Columns,
    [property: Description("true: the policy sets a threshold. false: likely columns, measured and reported only.")] bool Declared,
    [property: Description("Rows after masking.")] long Rows,
    [property: Description("Different combinations.")] long Groups,
    [property: Description("Rows of the smallest group; 0 when there are no rows.")] long K,
    [property: Description("The policy's threshold; absent when it has none.")] int? RequiredK,
    [property: Description("Rows whose combination nobody shares.")] long UniqueRows,
    [property: Description("Rows in groups smaller than the threshold (5 where there is none).")] long RowsBelow,
    [property: Description("Sensitive columns: the fewest different values within one group.")] IReadOnlyList<DiversitySection> Diversity,
    [property: Description("How many groups have how many rows.")] IReadOnlyList<GroupSizeSection> Sizes);

public sealed record DiversitySection(
    [property: Description("The sensitive column.")] string Column,
    [property: Description("Fewest different values within one group.")] long L,
    [property: Description("The policy's threshold.")] int RequiredL);

public sealed record GroupSizeSection(
    [property: Description("Smallest size of the class: 1, 2, 5, 10, 20, 50, 100...")] long From,
    [property: Description("Groups of this class.")] long Groups,
    [property: Description("Rows in them.")] long Rows);

public sealed record DriftSection(
    [property: Description("When the earlier run began.")] DateTimeOffset Since,
    [property: Description("SHA-256 of the earlier report, lower-case hex.")] string BaselineSha256,
    [property: Description("What is different.")] IReadOnlyList<DriftEntry> Changes);

public sealed record DriftEntry(
    [property: Description("table-added, table-removed, column-added, column-removed, type-changed, decision-changed, kind-changed, rows-changed, nulls-changed, policy-changed, key-changed.")] string Change,
    [property: Description("The table or column.")] string Object,
    [property: Description("Before; names, types and numbers only.")] string? Before,
    [property: Description("After.")] string? After);

public sealed record FindingSection(
    [property: Description("The table, column, key or file concerned.")] string Object,
    [property: Description("How many.")] long Violations,
    [property: Description("What is wrong, with its numbers.")] string Detail)
{
    [Description("The kind of personal data that was found.")]
    public string? Kind { get; init; }

    [Description("Where inside a value: a path in JSON, or the container.")]
    public string? Path { get; init; }

    [Description("What to do about it.")]
    public string? Remedy { get; init; }
}

public sealed record ErrorSection(
    [property: Description("CIANONnnnn; docs/diagnostics.md explains it.")] string Code,
    [property: Description("What happened, and what to do.")] string Message,
    [property: Description("The policy file, where a rule is concerned.")] string? File,
    [property: Description("Line in the file, from 1.")] int? Line,
    [property: Description("Column in the line, from 1.")] int? Column);

public sealed record ClusterSection(
    [property: Description("kept or dropped, with owners and grants within the databases; none where the script has no role.")] string Roles,
    [property: Description("Tablespaces, which stand in the output as they are.")] int Tablespaces,
    [property: Description("Every database of the script, in its order.")] IReadOnlyList<DatabaseSection> Databases);

public sealed record DatabaseSection(
    [property: Description("Its name.")] string Name,
    [property: Description("anonymized: proven by itself, and part of the output when the whole passed. dropped: left out, as the policy says. failed. not-reached: the run failed before.")] string Status)
{
    [Description("SHA-256 of its part of the input, lower-case hex; absent where it wasn't read.")]
    public string? InputSha256 { get; init; }

    [Description("SHA-256 of its part of the output, lower-case hex; absent where there is none.")]
    public string? OutputSha256 { get; init; }

    [Description("Rows of all its tables in the input.")]
    public long RowsIn { get; init; }

    [Description("Rows of all its tables in the output.")]
    public long RowsOut { get; init; }

    [Description("What was verified of it.")]
    public IReadOnlyList<DatabaseCheckSection> Checks { get; init; } = [];
}

public sealed record DatabaseCheckSection(
    [property: Description("As under checks, which has its findings.")] string Id,
    [property: Description("passed, failed or skipped.")] string Status,
    [property: Description("How many violations were counted.")] long Violations,
    [property: Description("How many objects were examined.")] long Examined);

public sealed record RedactedSection(
    [property: Description("The entry of the table of contents.")] string Entry,
    [property: Description("How many secrets were replaced in it.")] int Secrets);

public sealed record StatisticsSection(
    [property: Description("Entries of tables that stayed as they are, searched as definitions are.")] int Kept,
    [property: Description("Entries that are no part of the output: they quote values of tables that were masked, hold fewer rows or are computed from others.")] int LeftOut);

public sealed record SkippedSection(
    [property: Description("The entry of the table of contents.")] string Entry,
    [property: Description("Why the sandbox did without it.")] string Reason,
    [property: Description("What it refers to and isn't in the dump; absent where the reason says it all.")] string? Object = null);

public sealed record CiSection(
    [property: Description("github, azure or gitlab.")] string Host,
    [property: Description("Repository.")] string? Repository,
    [property: Description("Commit.")] string? Commit,
    [property: Description("Run, build or pipeline.")] string? Run,
    [property: Description("Who or what started it.")] string? Actor,
    [property: Description("What it ran for, as far as the host tells: the workflow or pipeline, and what set it off.")] string? Purpose = null);

public sealed record RetentionSection(
    [property: Description("Days that the output may be kept.")] int Days,
    [property: Description("The last of them.")] DateOnly Until);
