using CiAnon.Clusters;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Keys;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Languages;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;
using CiAnon.Stages.Entries;

namespace CiAnon;

/// <summary>Everything that one run is told. Heads fill it; the engine reads no environment and no console.</summary>
/// <param name="DumpPath">The production dump: a file (custom), a folder (directory), or <c>-</c>: <see cref="StandardInput"/>.</param>
/// <param name="PolicyPath">The policy file.</param>
/// <param name="OutputPath">Where the anonymized dump goes: a path, or <c>-</c>: <see cref="StandardOutput"/>; null when only the plan is wanted.</param>
public sealed record AnonymizeOptions(string DumpPath, string PolicyPath, string? OutputPath = null)
{
    /// <summary>What the dump is read from when its path is <c>-</c>; null where there is no such thing.</summary>
    public StandardInput? StandardInput { get; init; }

    /// <summary>What takes the dump when the output's path is <c>-</c>; null where there is no such thing.</summary>
    public StandardOutput? StandardOutput { get; init; }

    /// <summary>A live database in the place of a dump, whose path is then the name of its variable; null for a dump.</summary>
    public LiveAddress? Source { get; init; }

    /// <summary>Gets the artefact's rows while they go there; null for none.</summary>
    internal IRowsBeside? Beside { get; init; }

    /// <summary>How many times its own size a compressed dump may hold.</summary>
    public int MaxExpansion { get; init; } = DumpSource.UsualExpansion;

    /// <summary>The database to take out of a script of a whole cluster, and what the policy says of it; null where the dump is one database's, or all are wanted.</summary>
    public string? Database { get; init; }

    /// <summary>What this run has to do with the others of its cluster's script; null for a run of its own.</summary>
    internal ClusterPart? Part { get; init; }

    /// <summary>What the policy's file says, where somebody has read it.</summary>
    internal Policy? Policy { get; init; }

    /// <summary>A server that CI lends for a job, as sandbox; null for a PostgreSQL of our own.</summary>
    public LiveAddress? LentSandbox { get; init; }

    /// <summary>A dump of the whole schema, for a dump of rows or of a part; null where the dump has its own.</summary>
    public string? SchemaDumpPath { get; init; }

    /// <summary>Extensions that the sandbox does without.</summary>
    public IReadOnlyList<string> WithoutExtensions { get; init; } = [];

    /// <summary>Those of them that the dump must have, or, in a cluster, where another database may have them, has.</summary>
    internal HashSet<string> WithoutExtensionsOf(Dump dump) =>
        Part is null ? [.. WithoutExtensions] : [.. WithoutExtensions.Intersect(DumpExtensions.Of(dump))];

    /// <summary>Where the report goes; by default beside the output, with <c>.report.json</c> appended. Beside standard output there is nothing: it must be said.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Folder that the head copies the artefact to once it is published; what an earlier run left there is no result of this one either. Null for none.</summary>
    public string? PublishDirectory { get; init; }

    /// <summary>The report of an earlier run that the new report is compared with; null for none.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>The report in other formats, written along with it.</summary>
    public IReadOnlyList<Rendering> Renderings { get; init; } = [];

    /// <summary>Of the page for people.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.English;

    /// <summary>The file that gets one more line per run; null for none.</summary>
    public string? AuditLogPath { get; init; }

    /// <summary>Format of the output; by default the input's.</summary>
    public DumpFormat? Format { get; init; }

    /// <summary>Of the blocks that are written anew. By default the input's.</summary>
    public CompressionChoice? Compression { get; init; }

    /// <summary>Days that the artefact is kept where it goes; the policy's retention, when it states a shorter one or nobody says.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>A warning stops the run, too, at the end of the stage that it comes up in.</summary>
    public bool FailsOnWarnings { get; init; }

    /// <summary>Tables worked on at a time; by default the machine's cores.</summary>
    public int Jobs { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Parent of the sandbox's directory; by default a tmpfs that is large enough, or the temp directory.</summary>
    public string? WorkDirectory { get; init; }

    /// <summary>Folder of initdb and postgres; by default they are looked for.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>The run key; null for a random one that is forgotten at the end.</summary>
    public RunKey? Key { get; init; }

    /// <summary>The input may be replaced by the output.</summary>
    public bool InPlace { get; init; }

    /// <summary>Who can decrypt the artefact: recipients as <see cref="Publishing.Encryption.RecipientReader"/> reads them; empty for an artefact in clear.</summary>
    public IReadOnlyList<string> EncryptTo { get; init; } = [];

    /// <summary>What others may do to the sandbox's database between the stages; null when nobody is let in, and nobody looks.</summary>
    public SandboxChanges? SandboxChanges { get; init; }

    /// <summary>Environment variables by name, as the head sees them.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;
}
