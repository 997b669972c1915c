using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Hosts;
using CiAnon.Live;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;

namespace CiAnon.Cli.Commands;

/// <summary>What was given on the command line, as the engine takes it.</summary>
internal sealed partial class RunOptions
{
    public static int ReadMaxExpansion(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) ?? DumpSource.UsualExpansion;

    public SanitizeOptions ReadSanitize(ParseResult parsed, Session session) => new(Live.Require(Live.Target, parsed, session), parsed.GetValue(Policy)!)
    {
        ReportPath = parsed.GetValue(Verdict),
        Jobs = parsed.GetValue(Jobs) ?? Environment.ProcessorCount,
        WorkDirectory = parsed.GetValue(WorkDir),
        PostgresBin = parsed.GetValue(PostgresBin),
        Key = KeySource.Read(parsed.GetValue(KeyEnv), session.Environment, session.Mask),
        Environment = session.Environment,
    };

    public VerifyOptions ReadVerify(ParseResult parsed, Session session) => new(parsed.GetValue(Dump)!, parsed.GetValue(Policy)!)
    {
        StandardInput = ReadInput(parsed, session, parsed.GetValue(Dump), parsed.GetValue(Against)),
        OriginalPath = parsed.GetValue(Against),
        ReportPath = parsed.GetValue(Verdict),
        Database = parsed.GetValue(Database),
        MaxExpansion = ReadMaxExpansion(parsed, MaxExpansion),
        SchemaDumpPath = parsed.GetValue(SchemaDump),
        LentSandbox = ReadLent(parsed, session),
        WithoutExtensions = parsed.GetValue(WithoutExtension) ?? [],
        Jobs = parsed.GetValue(Jobs) ?? Environment.ProcessorCount,
        WorkDirectory = parsed.GetValue(WorkDir),
        PostgresBin = parsed.GetValue(PostgresBin),
        Environment = session.Environment,
    };

    public AnonymizeOptions Read(ParseResult parsed, Session session) => Read(parsed, session, parsed.GetValue(InPlace));

    /// <summary>Whatever is said: the dump is replaced.</summary>
    public AnonymizeOptions ReadInPlace(ParseResult parsed, Session session) => Read(parsed, session, inPlace: true);

    private AnonymizeOptions Read(ParseResult parsed, Session session, bool inPlace)
    {
        var source = Live.ReadSource(parsed.GetValue(Dump), parsed, session);
        var dump = parsed.GetValue(Dump) ?? source!.Variable;
        var output = parsed.GetValue(Output);
        if (inPlace && output is not null)
            throw new CiAnonException(DiagnosticCodes.Usage, "--output and --in-place exclude each other: leave --in-place out to keep the dump as it is");
        if (inPlace && parsed.GetValue(Database) is not null)
            throw new CiAnonException(DiagnosticCodes.Usage, "a script of a cluster can't be replaced by one database of it: say with --output where that goes");
        if (inPlace && StandardInput.Is(dump))
            throw new CiAnonException(DiagnosticCodes.Usage, "standard input can't be replaced: say with --output where the anonymized dump goes");
        return new AnonymizeOptions(dump, parsed.GetValue(Policy)!, inPlace ? dump : output)
        {
            StandardInput = ReadInput(parsed, session, dump),
            StandardOutput = session.Output,
            Source = source,
            Database = parsed.GetValue(Database),
            MaxExpansion = ReadMaxExpansion(parsed, MaxExpansion),
            SchemaDumpPath = parsed.GetValue(SchemaDump),
            LentSandbox = ReadLent(parsed, session),
            WithoutExtensions = parsed.GetValue(WithoutExtension) ?? [],
            ReportPath = parsed.GetValue(Report),
            RetentionDays = parsed.GetValue(RetentionDays),
            // An empty text stays, and is refused: a variable that isn't set must not publish in clear.
            EncryptTo = [.. (parsed.GetValue(EncryptTo) ?? []).SelectMany(text => text.TrimEnd('\r', '\n').Split('\n'))],
            BaselinePath = parsed.GetValue(Baseline),
            Renderings = [.. Renderings.Where(rendering => parsed.GetValue(rendering.Option) is not null).Select(rendering => new Rendering(rendering.Format, parsed.GetValue(rendering.Option)!))],
            Language = LanguageOption.Read(parsed, Language),
            AuditLogPath = parsed.GetValue(AuditLog),
            Format = parsed.GetValue(Format) switch
            {
                "custom" => DumpFormat.Custom,
                "directory" => DumpFormat.Directory,
                "tar" => DumpFormat.Tar,
                "plain" => DumpFormat.Plain,
                _ => null,
            },
            Compression = parsed.GetValue(Compress) is { } compress ? CompressionChoice.Parse(compress) : null,
            FailsOnWarnings = parsed.GetValue(FailOn) == "warning",
            Jobs = parsed.GetValue(Jobs) ?? Environment.ProcessorCount,
            WorkDirectory = parsed.GetValue(WorkDir),
            PostgresBin = parsed.GetValue(PostgresBin),
            Key = KeySource.Read(parsed.GetValue(KeyEnv), session.Environment, session.Mask),
            InPlace = inPlace,
            Environment = session.Environment,
        };
    }

    private LiveAddress? ReadLent(ParseResult parsed, Session session) => parsed.GetValue(Live.Sandbox) is null || parsed.GetValue(PostgresBin) is null
        ? Live.Read(Live.Sandbox, parsed, session)
        : throw new CiAnonException(DiagnosticCodes.Usage, "--postgres-bin and --sandbox-connection-env exclude each other: the sandbox is either of our own or lent");

    /// <summary>The artefact's name, on a host that takes artefacts from us.</summary>
    public string? ReadArtifact(ParseResult parsed, CiHost host)
    {
        if (parsed.GetValue(Artifact) is not { Length: > 0 } name) return null;
        return host.Artifact(name, Path.GetFullPath(".")).Lines.Count > 0
            ? name
            : throw new CiAnonException(DiagnosticCodes.Usage,
                "--artifact is for Azure Pipelines: elsewhere a step uploads (actions/upload-artifact in GitHub, artifacts:paths in GitLab)");
    }

    private StandardInput ReadInput(ParseResult parsed, Session session, params string?[] dumps)
    {
        var uses = dumps.Count(StandardInput.Is);
        if (uses > 1) throw new CiAnonException(DiagnosticCodes.Usage, "standard input holds one dump: name a file for the other");
        var status = parsed.GetValue(SourceStatus);
        if (status is not null && uses == 0)
            throw new CiAnonException(DiagnosticCodes.Usage, "--source-status speaks of the command that writes to standard input: give - as dump, or leave it out");
        return session.Input with { StatusPath = status };
    }
}
