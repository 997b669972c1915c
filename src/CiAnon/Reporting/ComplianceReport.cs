using System.ComponentModel;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

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
