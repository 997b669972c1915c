using System.ComponentModel;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Policies.Language;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Starts the sandbox, restores the dump's schema and makes the plan. Begins the run that the other stages go on with.")]
public sealed class RestoreDump : CiAnonTask
{
    private volatile RunSession? _session;
    private volatile bool _isCancelled;

    [Required]
    [Description("What pg_dump wrote.")]
    public string Dump { get; set; } = "";

    [Required]
    [Description("The policy file.")]
    public string Policy { get; set; } = "";

    [Description("Where the anonymized dump goes.")]
    public string? Output { get; set; }

    [Description("The folder that it goes to when Output isn't given, as NAME.anonymized.EXTENSION.")]
    public string? OutputDirectory { get; set; }

    [Description("Where the report goes.")]
    public string? Report { get; set; }

    [Description("The report in other formats too, beside it: names of formats.")]
    public string[] ReportFormats { get; set; } = [];

    [Description("What the report's HTML page is written in: en or de.")]
    public string? ReportLanguage { get; set; }

    [Description("The report of an earlier run that the new one is compared with.")]
    public string? Baseline { get; set; }

    [Description("The file that gets one more line of JSON per run.")]
    public string? AuditLog { get; set; }

    [Description("Who can decrypt the dump; nobody needs to when it is empty.")]
    public string[] EncryptTo { get; set; } = [];

    [Description("Days that the dump is kept where it goes.")]
    public string? RetentionDays { get; set; }

    [Description("Warnings stop the run, too.")]
    public bool FailOnWarnings { get; set; }

    [Description("Format of the output: custom, directory, tar or plain.")]
    public string? Format { get; set; }

    [Description("Compression of the blocks that are written anew: none, gzip, lz4, zstd, with a level as in zstd:3.")]
    public string? Compress { get; set; }

    [Description("How many times its own size a dump that is compressed as a whole, and each compressed block of an archive, may hold.")]
    public string? MaxExpansion { get; set; }

    [Description("The database to take out of a script of a whole cluster, and the one that a policy with databases is read for.")]
    public string? Database { get; set; }

    [Description("What pg_dump --schema-only wrote of the same database, for a dump of rows or of a part.")]
    public string? SchemaDump { get; set; }

    [Description("Extensions that the sandbox does without, separated by semicolons.")]
    public string[] WithoutExtension { get; set; } = [];

    [Description("Tables worked on at a time.")]
    public string? Jobs { get; set; }

    [Description("Where the sandbox lives while it lives.")]
    public string? WorkDirectory { get; set; }

    [Description("Folder of initdb and postgres.")]
    public string? PostgresBin { get; set; }

    [Description("Name of the variable that holds the key; never the key.")]
    public string? KeyVariable { get; set; }

    [Description("Replace the dump by its anonymized self.")]
    public bool InPlace { get; set; }

    [Description("What targets between the stages do to the sandbox: none, rows or schema.")]
    public string? SandboxChanges { get; set; }

    [Description("Folder that PublishArtifacts will copy the artefact to: what an earlier run left there stands aside.")]
    public string? PublishDirectory { get; set; }

    [Description("Codes of warnings that stop the run because the command line makes errors of them, as FindFailingWarnings gave them out.")]
    public string[] FailingWarnings { get; set; } = [];

    [Description("Name of the environment variable that holds the connection string of a server that CI lends for the job.")]
    public string? SandboxConnectionEnv { get; set; }

    [Output]
    [Description("The run, for the stages that follow.")]
    public string Run { get; private set; } = "";

    [Output]
    [Description("Connection string of the sandbox's database, for .NET.")]
    public string SandboxConnection { get; private set; } = "";

    [Output]
    [Description("The same for psql and other libpq programs.")]
    public string SandboxUri { get; private set; } = "";

    public override void Cancel()
    {
        _isCancelled = true;
        _session?.Cancel();
    }

    protected override void Work()
    {
        var options = Options();
        _session = new RunSession(BuildEngine4, options, FailingWarnings);
        _session.Attach(this);
        if (_isCancelled) _session.Cancel();
        _session.Run.Restore();
        (Run, SandboxConnection, SandboxUri) = (_session.Id, _session.Run.Address.ConnectionString, _session.Run.Address.Uri);
    }

    protected override void Stopped()
    {
        _session?.TellVerdict(Log);
        _session?.End(BuildEngine4);
    }

    private LiveAddress? Lent()
    {
        if (Values.Given(SandboxConnectionEnv) is not { } variable) return null;
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? new LiveAddress(variable, text)
            : throw new CiAnonException(DiagnosticCodes.Usage, $"CiAnonSandboxConnectionEnv names {variable}, which isn't set: give it a connection string");
    }

    // MSBuild makes the project's folder the current one while a task runs: relative paths are the project's.
    private AnonymizeOptions Options()
    {
        var dump = Values.DumpPath(Dump);
        var output = OutputPath(dump);
        var report = Values.FullPath(Report) ?? OutputPaths.ReportBeside(output);
        // A build makes the folders that it writes to.
        foreach (var path in new[] { output, report }) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new AnonymizeOptions(dump, Values.PolicyPath(Policy), output)
        {
            ReportPath = report,
            Renderings = [.. ReportFormats.SelectMany(names => names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(name => Rendered(name, report))],
            Language = Language(),
            PublishDirectory = Values.FullPath(PublishDirectory),
            BaselinePath = Values.FullPath(Baseline),
            AuditLogPath = Values.FullPath(AuditLog),
            EncryptTo = EncryptTo,
            RetentionDays = Values.Number("CiAnonRetentionDays", RetentionDays, 1, PolicyLanguage.Retention.Maximum),
            FailsOnWarnings = FailOnWarnings,
            Format = Values.Word<DumpFormat>("CiAnonFormat", Format),
            Compression = Values.Compression("CiAnonCompress", Compress),
            MaxExpansion = Values.Number("CiAnonMaxExpansion", MaxExpansion, 2, 1_000_000) ?? DumpSource.UsualExpansion,
            Database = string.IsNullOrEmpty(Database) ? null : Database,
            SchemaDumpPath = Values.FullPath(SchemaDump),
            WithoutExtensions = WithoutExtension,
            Jobs = Values.Number("CiAnonJobs", Jobs, 1, 256) ?? Environment.ProcessorCount,
            WorkDirectory = Values.FullPath(WorkDirectory),
            PostgresBin = Values.FullPath(PostgresBin),
            LentSandbox = Lent(),
            Key = KeySource.Read(Values.Given(KeyVariable), Environment.GetEnvironmentVariable),
            InPlace = InPlace,
            SandboxChanges = Values.Word<SandboxChanges>("CiAnonSandboxChanges", SandboxChanges) ?? CiAnon.SandboxChanges.None,
            Environment = Environment.GetEnvironmentVariable,
        };
    }

    private Reporting.Languages.ReportLanguage Language() => Reporting.Languages.ReportLanguage.Find(Values.Given(ReportLanguage) ?? "en")
        ?? throw new CiAnonException(DiagnosticCodes.Usage, $"CiAnonReportLanguage takes {string.Join(" or ", Reporting.Languages.ReportLanguage.All.Select(language => language.Code))}");

    private static Rendering Rendered(string name, string report)
    {
        var format = ReportFormat.Find(name)
            ?? throw new CiAnonException(DiagnosticCodes.Usage, $"CiAnonReportFormats takes {string.Join(", ", ReportFormat.All.Select(format => format.Name))}");
        return new Rendering(format, $"{(report.EndsWith(".json", StringComparison.Ordinal) ? report[..^".json".Length] : report)}.{format.Extension}");
    }

    private string OutputPath(string dump)
    {
        if (Values.FullPath(Output) is { } output)
            return InPlace ? throw new CiAnonException(DiagnosticCodes.Usage, "OutputPath and CiAnonInPlace exclude each other: leave one out") : output;
        if (InPlace) return dump;
        var folder = Values.FullPath(OutputDirectory) ?? throw new CiAnonException(DiagnosticCodes.Usage, "say where the anonymized dump goes: OutputPath or CiAnonOutputDirectory is missing");
        return Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(dump)}.anonymized{Path.GetExtension(dump)}");
    }
}
