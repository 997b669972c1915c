using System.Diagnostics;
using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Planning;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Live;

namespace CiAnon.Live;

/// <summary>
/// From one live database into another: the source becomes an artefact, anonymized and proven as any, and a new database is built of it
/// beside the target and takes its name. Clear text never lands; the target is the old one or the new one, never half.
/// </summary>
public sealed class SyncRun(SyncOptions options, IRunObserver observer, CancellationToken cancellation)
{
    // Values that lie compressed there are longer in an archive.
    private const int RoomPerByte = 4;

    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private long _sourceBytes;
    private AuditLogEntry? _passed;

    /// <summary>The target is the new database; whatever fails from then on changes nothing about that.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>The report of checks that did not all pass; null before, and where the run stopped for another reason.</summary>
    public ComplianceReport? WrittenReport { get; private set; }

    /// <summary>What would happen: nothing is read but the schema, nothing is written.</summary>
    public SyncPreview Preview()
    {
        using var server = Target();
        using var run = new AnonymizationRun(Artefact(null), observer, cancellation);
        var plan = run.Plan();
        run.RequireDecided();
        Needs(server).Require(run.Source.Toc);
        return new SyncPreview(run.Input.Name, run.Input.Bytes, plan, server.Database)
        {
            CanResume = Checkpoint(server).Exists,
            MissingRoles = server.MissingRoles(Roles(run.Source)),
            LeftOut = NotMade(server, run.Source),
            Unproven = server.Unproven(),
        };
    }

    /// <summary>The whole run.</summary>
    /// <exception cref="CiAnonException">The run stopped, and the target is as it was.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the target is as it was.</exception>
    public ComplianceReport Run()
    {
        var verdict = VerdictFile.Check(options.ReportPath, options.PolicyPath);
        try
        {
            var report = Work(verdict);
            verdict?.Publish(ReportJson.Write(report));
            return report;
        }
        catch (Exception exception)
        {
            if (IsReplaced) observer.Notice(new Diagnostic(DiagnosticCodes.ResultStands, $"{options.Target.Variable}: {DiagnosticCodes.ResultStands.Help}"));
            Log(_passed?.Standing(exception) ?? AuditLogEntry.Stopped(exception, _startedAt, options.Source.Variable, options.Target.Variable, RunRecords.UserOf(options.Environment)));
            throw;
        }
    }

    private ComplianceReport Work(VerdictFile? verdict)
    {
        using var server = Target();
        server.Stays = () => observer.Notice(new Diagnostic(DiagnosticCodes.NewDatabaseStays, $"{options.Target.Variable}: {server.New} stays. {DiagnosticCodes.NewDatabaseStays.Help}"));
        server.DropUnproven();
        if (UnprovenDatabases.Notice(options.Target, server.Unproven()) is { } left) observer.Notice(left);
        var checkpoint = Checkpoint(server);
        using var fill = new TargetFill(server, Needs(server), dump => Programs(server, dump), checkpoint.Schema, cancellation);
        var report = options.Resume && checkpoint.Exists ? Resume(checkpoint) : Read(checkpoint, verdict, fill);
        try
        {
            using var artefact = Dump.Open(checkpoint.Artefact);
            Replace(server, artefact, report, fill);
        }
        catch
        {
            observer.Notice(new Diagnostic(DiagnosticCodes.CheckpointLeft, $"{options.Source.Variable} was read as it was at {report.StartedAt:u}, and the result is proven: `--resume` builds {server.Database} of it"));
            throw;
        }
        checkpoint.Remove();
        // What stands there is the database.
        return report with { Output = report.Output! with { Name = server.Database } };
    }

    private SyncCheckpoint Checkpoint(TargetServer server) =>
        new(options.WorkDirectory ?? Path.GetTempPath(), LiveSnapshot.Identity(options.Source), server.Identity);

    private ComplianceReport Resume(SyncCheckpoint checkpoint)
    {
        var policy = Preparation.ReadPolicy(options.PolicyPath, options.Environment, _startedAt);
        var report = checkpoint.Read(policy.Sha256, options.Key, _startedAt, cancellation);
        observer.Activity(RunStage.Backup, $"going on with what was read at {report.StartedAt:u}");
        return report;
    }

    // Rows of two moments don't belong together, so that a source is read as a whole or not at all.
    private ComplianceReport Read(SyncCheckpoint checkpoint, VerdictFile? verdict, TargetFill fill)
    {
        checkpoint.Begin();
        try
        {
            return Anonymize(checkpoint.Artefact, verdict, fill);
        }
        catch
        {
            checkpoint.Remove();
            throw;
        }
    }

    private ComplianceReport Anonymize(string path, VerdictFile? verdict, TargetFill fill)
    {
        using var run = new AnonymizationRun(Artefact(path) with { Beside = fill }, observer, cancellation);
        try
        {
            return run.Run();
        }
        catch (CiAnonException) when (run.WrittenReport is { } failed)
        {
            verdict?.Publish(ReportJson.Write(failed));
            WrittenReport = failed;
            throw;
        }
    }

    private void Replace(TargetServer server, Dump artefact, ComplianceReport report, TargetFill fill)
    {
        Needs(server).Require(artefact.Toc);
        var missing = server.MissingRoles(Roles(artefact));
        if (missing.Count > 0) observer.Notice(new Diagnostic(DiagnosticCodes.PrivilegesLeftOut, $"{options.Target.Variable}: left out, as it lacks, or its role may not give to: {string.Join(", ", missing)}"));
        if (NotMade(server, artefact) is { Count: > 0 } others) observer.Notice(new Diagnostic(DiagnosticCodes.EntriesLeftOut, $"{options.Target.Variable}: {string.Join(", ", others)}. {DiagnosticCodes.EntriesLeftOut.Help}"));
        var note = $"ci-anon {report.Output!.Sha256}{(missing.Count == 0 ? "" : " without privileges")}";
        fill.Prove(note);
        Show(server, report, everySecond =>
        {
            if (fill.Finish(artefact, everySecond)) return;
            var rows = report.Tables.ToDictionary(table => (table.Schema, table.Name), table => table.RowsOut);
            new TargetBuild(server, Programs(server, artefact), artefact, note, cancellation).Run(rows, everySecond);
        });
        BuiltTarget.RequireRows(() => LiveTarget.OfNew(options.Target, server.New, cancellation),
            [.. report.Tables.Where(table => table.RowsOut > 0).Select(table => (table.Schema, table.Name, table.RowsOut))], options.Jobs, cancellation);
        using (var target = LiveTarget.OfNew(options.Target, server.New, cancellation))
        {
            BuiltTarget.Mark(target, new CleanState($"ci-anon {report.Tool.Version}", report.Policy.Name, CleanRules.Of(report.Policy.Sha256, report.Policy.Presets.Select(preset => (preset.Name, preset.Sha256))), report.Key.Mode, report.Key.Fingerprint,
                $"{Plural.Of(report.Tables.Count, "table")} from {options.Source.Variable}, {Plural.Of(report.Checks.Count(check => check.Status == "passed"), "check")} passed"));
        }
        cancellation.ThrowIfCancellationRequested();
        // It may have come while the source was read.
        server.RequireFree();
        // A run that can't be recorded replaces nothing.
        var passed = AuditLogEntry.From(report, options.Target.Variable, RunRecords.UserOf(options.Environment)) with { Source = options.Source.Variable };
        Log(passed);
        var isFormerGone = server.Swap();
        (IsReplaced, _passed) = (true, passed);
        if (!isFormerGone) observer.Notice(new Diagnostic(DiagnosticCodes.FormerTargetStays, $"{options.Target.Variable}: {DiagnosticCodes.FormerTargetStays.Help}"));
    }

    private TargetPrograms Programs(TargetServer server, Dump dump)
    {
        var hasAll = server.MissingRoles(Roles(dump)).Count == 0;
        var isPlaced = Needs(server).MissingTablespaces(dump.Toc).Count == 0;
        var major = Math.Max(server.Major, dump.Header.ServerMajor ?? 0);
        return new TargetPrograms(server, [string.Create(CultureInfo.InvariantCulture, $"--jobs={options.Jobs}"), .. hasAll ? (string[])[] : ["--no-owner", "--no-privileges"], .. isPlaced ? (string[])[] : ["--no-tablespaces"]], LeftOut(server),
            name => ClientProgram.Find(name, major, options.PostgresBin, options.Environment("PATH")));
    }

    private static LeftOutEntries LeftOut(TargetServer server) => new(server.IsSuperuser, server.HasLabelProvider);

    private static TargetNeeds Needs(TargetServer server) => new(server, LeftOut(server));

    private static IEnumerable<string> Roles(Dump dump) => dump.Owners.Concat(dump.Toc.SelectMany(NamedRoles.InPrivileges));

    private static List<string> NotMade(TargetServer server, Dump dump) =>
        [.. LeftOut(server).Of(dump.Toc), .. Needs(server).MissingTablespaces(dump.Toc).Select(name => $"tablespace {name}")];

    // The new database grows to what the source's tables take, and its indexes.
    private void Show(TargetServer server, ComplianceReport report, Action<Action> build)
    {
        var clock = Stopwatch.StartNew();
        observer.StageStarted(RunStage.Backup);
        observer.Activity(RunStage.Backup, $"building a new database beside {server.Database}");
        observer.TablesPlanned(RunStage.Backup, [new TableWork(server.New, report.Input.Bytes, IsMasked: false, IsDropped: false) { IsStoredAsIs = true }]);
        build(() => observer.TableProgress(RunStage.Backup, server.New, 0, server.BytesOfNew(), finished: false));
        observer.TableProgress(RunStage.Backup, server.New, report.Tables.Sum(table => table.RowsOut), server.BytesOfNew(), finished: true);
        observer.StageFinished(RunStage.Backup, clock.Elapsed);
    }

    private TargetServer Target()
    {
        var policy = Preparation.ReadPolicy(options.PolicyPath, options.Environment, _startedAt);
        var source = LiveSnapshot.Server(options.Source);
        _sourceBytes = source.Bytes;
        var server = TargetServer.Open(options.Target, policy.TargetHosts, source, cancellation);
        try
        {
            // It comes last, and would be missed after all was read.
            _ = ClientProgram.Find("pg_restore", server.Major, options.PostgresBin, options.Environment("PATH"));
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private AnonymizeOptions Artefact(string? path) => new(options.Source.Variable, options.PolicyPath, path)
    {
        Source = options.Source,
        Compression = path is null ? null : Choose(path),
        Jobs = options.Jobs,
        WorkDirectory = options.WorkDirectory,
        PostgresBin = options.PostgresBin,
        Key = options.Key,
        Environment = options.Environment,
    };

    // The artefact goes when the target stands: it is compressed where there is no room for it otherwise.
    private CompressionChoice Choose(string path) => new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace / RoomPerByte > _sourceBytes
        ? new CompressionChoice(Compression.None, 0) : new CompressionChoice(Compression.Gzip, 1);

    private void Log(AuditLogEntry entry)
    {
        if (options.AuditLogPath is { } path) AuditLog.Append(Path.GetFullPath(path), (entry with
        {
            Operation = "sync",
            Timestamp = AuditLogEntry.Time(_startedAt),
            DurationSeconds = Math.Round((DateTimeOffset.UtcNow - _startedAt).TotalSeconds, 3),
        }).ToJson());
    }
}

/// <summary>What a sync would do.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Bytes">Of its tables on disk.</param>
/// <param name="Target">The name of the database that would be replaced.</param>
public sealed record SyncPreview(string Source, long Bytes, Plan Plan, string Target)
{
    /// <summary>A sync of the same databases stopped after its source was read.</summary>
    public bool CanResume { get; init; }

    /// <summary>Roles that own, give or get something, and that the target's server lacks or its role can't give anything to: then owners and privileges are left out.</summary>
    public IReadOnlyList<string> MissingRoles { get; init; } = [];

    /// <summary>What isn't made in the target: subscriptions, what takes a superuser, labels of providers and tablespaces that its server lacks.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Databases that killed syncs left on the target's server, and that nobody verified.</summary>
    public IReadOnlyList<string> Unproven { get; init; } = [];
}
