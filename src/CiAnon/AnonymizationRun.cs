using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Selection;
using CiAnon.Strategies;
using CiAnon.Verification;

namespace CiAnon;

/// <summary>
/// One run: restore, anonymize, verify, back up. Each verb throws <see cref="CiAnonException"/> for whatever a user can
/// do something about; nothing stands under the final name before everything is proven.
/// </summary>
public sealed class AnonymizationRun : IDisposable
{
    private readonly AnonymizeOptions _options;
    private readonly WarningCount _observer;
    private readonly CancellationToken _cancellation;
    private readonly RunKey _key;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly RunRecords _records;
    private readonly RunOutput _output;
    private readonly StageClock _clock;
    private CancellationTokenRegistration _kill;
    private Dump? _dump;
    private Sandbox? _sandbox;
    private RunState? _state;
    private SandboxGuard? _guard;
    private RowSelection? _selection;
    private Task<string>? _inputDigest;
    private Baseline? _baseline;

    public AnonymizationRun(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options;
        _observer = new WarningCount(observer, options.FailsOnWarnings);
        _cancellation = cancellation;
        _key = options.Key ?? RunKey.Forgotten();
        _records = new RunRecords(options, _startedAt);
        _output = new RunOutput(options, _startedAt, cancellation);
        _clock = new StageClock(observer, ReportFailure, cancellation);
    }

    /// <summary>The report that was written, of a failed check too; null when the run stopped before there was one.</summary>
    public ComplianceReport? WrittenReport { get; private set; }

    private RunState State => _state ?? throw new InvalidOperationException("Restore comes first");

    /// <summary>The sandbox's database, from <see cref="Restore"/> to <see cref="Dispose"/>.</summary>
    public SandboxAddress Address => State.Sandbox.Address(Preparation.Database);

    /// <summary>The name and the size of what is read, once there is a plan.</summary>
    public (string Name, long Bytes) Input => (State.Dump.Header.Database ?? "", State.Dump.Bytes);

    /// <summary>The roles that own something in what is read, once there is a plan.</summary>
    internal IEnumerable<string> Owners => State.Dump.Owners;

    /// <summary>The four verbs in order.</summary>
    /// <exception cref="CiAnonException">The run stopped; a failed check left a report that says so.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public ComplianceReport Run()
    {
        Restore();
        Anonymize();
        Verify();
        return Backup();
    }

    /// <summary>Sandbox, schema, catalog and plan; reads no row. Rules that nobody decided on stop it, where they stop a run.</summary>
    public Plan Restore() => Stage(RunStage.Restore, () =>
    {
        var plan = Prepare();
        State.RequireDecided();
        return plan;
    });

    /// <summary>The same for somebody who wants to see the plan whatever it says; <see cref="RequireDecided"/> says what would stop a run.</summary>
    public Plan Plan() => Stage(RunStage.Restore, () =>
    {
        Prepare();
        SelectRows(RunStage.Restore);
        return State.Plan with { Selected = State.Selected };
    });

    /// <exception cref="CiAnonException">There are rules that nobody decided on, and they stop a run.</exception>
    public void RequireDecided() => State.RequireDecided();

    private Plan Prepare()
    {
        var policy = Preparation.ReadPolicy(_options.PolicyPath, _options.Environment, _startedAt);
        if (_options.RetentionDays is { } days && (days < policy.RetentionDays || !policy.IsRetentionDecided)) policy = policy with { RetentionDays = days };
        // It may lie where the new report goes.
        _baseline = _options.BaselinePath is { } baseline ? Baseline.Read(PreviousArtefact.Finished(baseline)) : null;
        // Standard input may take long and can be read once: what else could stop the run is looked at before.
        if (StandardInput.Is(_options.DumpPath) || _options.Source is not null) _output.Check(DumpFormat.Custom);
        var dump = _dump = _options.Source is { } source
            ? Preparation.OpenLive(source, policy, _options.PostgresBin, _options.Environment, _observer, _cancellation)
            : Preparation.OpenDump(_options.DumpPath, _options.StandardInput, _options.WorkDirectory, _options.MaxExpansion, _observer, _cancellation);
        if (_output.Paths is null) _output.Check(dump.Format);
        DumpWriter.Require(dump, Format(dump), Compression(dump));
        _ = SqlCheck.Files(policy);
        var redacted = SecretRedaction.Apply(policy, dump);
        // Of a live database it is known when its rows were read.
        if (!dump.IsLive) _inputDigest = Task.Run(() => dump.ComputeSha256(_cancellation), _cancellation);

        var room = Preparation.SandboxFor(dump, _options.PostgresBin, _options.WorkDirectory, _options.Environment, _options.Jobs);
        // What will be encrypted lies there too.
        if (_output.Encryption is not null) room = room with { ExpectedBytes = room.ExpectedBytes + dump.ContentBytes };
        _observer.Activity(RunStage.Restore, "starting a PostgreSQL of its own");
        var sandbox = _sandbox = Sandbox.Start(room, _cancellation);
        _kill = _cancellation.Register(sandbox.Kill);
        var planned = Preparation.Plan(policy, dump, sandbox, _key, _observer, _options.Environment, redacted, (catalog, plan) => TableTasks.Make(dump, catalog, plan), _cancellation);
        _state = planned with
        {
            Plan = planned.Plan with { Statistics = PlannerStatistics.LeaveOut(dump, planned.Catalog, planned.Plan, keepsNone: _options.SandboxChanges == SandboxChanges.Schema) },
        };
        CommandPrograms.Require(_state.Plan, PolicyFolder, _options.Environment("PATH"));
        _selection = _state.Plan.Rows.IsSelective ? new RowSelection(_state, _key) : null;
        if (_options.SandboxChanges is { } declared) _guard = new SandboxGuard(_state, declared);
        return _state.Plan;
    }

    /// <summary>Streams every table through its masks into the sandbox, then creates what proves that the rows hold together.</summary>
    public void Anonymize() => Stage(RunStage.Anonymize, () =>
    {
        var run = State;
        _guard?.RequireUnchanged("before its rows were loaded");
        SelectRows(RunStage.Anonymize);
        new RowLoad(run, PolicyFolder, _options.Environment("PATH"), _options.Jobs, _observer, _cancellation).Run(_guard?.Declared == SandboxChanges.Schema ? run.Schema.AllPostDataEntries() : run.Schema.PostDataEntries());
        _guard?.Loaded(_options.Jobs, _cancellation);
        return true;
    });

    /// <summary>Checks the sandbox's database; a violation stops the run.</summary>
    public IReadOnlyList<CheckResult> Verify() => Stage(RunStage.Verify, () =>
    {
        var run = State;
        _ = _guard?.Accept();
        run.Checks =
        [
            CoverageCheck.Run(run),
            _guard?.Rows(_options.Jobs, _cancellation) ?? RowsCheck.Run(run, _options.Jobs, _cancellation),
            ChangedCheck.Run(run),
            KeysCheck.Run(run),
            _guard?.Sequences() ?? SequencesCheck.Run(run),
            SqlCheck.Run(run),
            _guard?.Anonymity(_options.Jobs, _cancellation) ?? AnonymityCheck.Run(run, _options.Jobs, _cancellation),
        ];
        StopOnViolations();
        _guard?.Verified();
        return run.Checks;
    });

    /// <summary>Writes the artefact, proves it, moves it into place; the report comes last.</summary>
    public ComplianceReport Backup()
    {
        var paths = _output.Paths ?? throw new InvalidOperationException("a backup needs an output");
        _output.Claim();
        try
        {
            var (output, files) = Stage(RunStage.Backup, () =>
            {
                // What was changed after the verification, as declared, is verified before it is published.
                if (_guard?.Accept() == true) Verify();
                _observer.TablesPlanned(RunStage.Backup, [.. State.Tables.Where(task => task.IsRewritten).Select(task => RowLoad.Work(task, State.Dump.IsLive))]);
                WriteArchive(paths);
                var proven = Prove(paths);
                var encrypted = Encrypt(proven.Output, paths);
                // Before the artefact is published: what can't be removed is a warning, and a warning may be an error.
                EndSandbox();
                return (Output: encrypted, proven.Files);
            });
            var report = Report(output, []);
            _cancellation.ThrowIfCancellationRequested();
            paths.Publish(ReportJson.Write(report), _records.Render(report, files), beforeMoving: () => _records.LogPassed(report));
            return WrittenReport = report;
        }
        catch (Exception exception)
        {
            _output.Stopped();
            _records.LogStopped(exception, _observer.Notice);
            throw;
        }
        finally
        {
            _output.Release();
        }
    }

    public void Dispose()
    {
        EndSandbox();
        _output.Dispose();
        _state?.Scan.Dispose();
        // The digest reads the dump: it must end before the dump is closed.
        if (_inputDigest is not null) Task.WaitAny(_inputDigest);
        _dump?.Dispose();
    }

    private void EndSandbox()
    {
        _kill.Dispose();
        _sandbox?.Dispose();
        if (_sandbox?.CleanUpFailure is { } failure) _observer.Notice(failure);
        _sandbox = null;
    }

    // Which rows stay must be known before any is loaded; they are told by their keys alone.
    private void SelectRows(RunStage stage)
    {
        if (_selection is null) return;
        _observer.Activity(stage, "reading keys, to know which rows stay");
        State.Selected = _selection.Select(_options.Jobs, _cancellation);
        _selection = null;
    }

    private void WriteArchive(OutputPaths paths)
    {
        var run = State;
        var format = Format(run.Dump);
        var compression = Compression(run.Dump);
        if (_guard?.Declared == SandboxChanges.Schema)
        {
            new SchemaBackup(run).Write(ClearDump(paths), format, compression, _options.Jobs, _cancellation);
        }
        else
        {
            if (_guard?.Declared == SandboxChanges.Rows) run.MovedSequences = SequenceValues.Moved(run);
            using var writer = DumpWriter.Create(run.Dump, ClearDump(paths), format, compression, sequences: run.MovedSequences);
            new ArchiveBackup(run, writer).Write(_options.Jobs,
                (task, rows, bytes, finished) => _observer.TableProgress(RunStage.Backup, task.Name, rows, bytes, finished), _cancellation);
            writer.Complete();
        }
        _guard?.RequireUnchanged("while the backup was taken");
    }

    private string PolicyFolder => Path.GetDirectoryName(Path.GetFullPath(_options.PolicyPath))!;

    private DumpFormat Format(Dump dump) => _options.Format ?? dump.Format;

    private CompressionChoice Compression(Dump dump) =>
        _options.Compression ?? Format(dump) switch
        {
            DumpFormat.Tar => CompressionChoice.None,
            DumpFormat.Plain => CompressionChoice.Like(dump.Wrapping),
            _ => CompressionChoice.Like(dump.IsLive ? Dumps.Compression.Gzip : dump.Header.Compression),
        };

    // What will be encrypted lies in the sandbox's private folder, which goes with the run, and never beside the output.
    private string ClearDump(OutputPaths paths) =>
        _output.Encryption is not null && _sandbox is { } sandbox ? Path.Combine(sandbox.Directory, "anonymized.partial") : paths.PartialDump;

    private ArchiveSection Encrypt(ArchiveSection output, OutputPaths paths)
    {
        if (_output.Encryption is not { } encryption) return output;
        _observer.Activity(RunStage.Backup, "encrypting the archive");
        var clear = ClearDump(paths);
        var encrypted = encryption.Encrypt(clear, paths.PartialDump, output.Sha256, _cancellation);
        File.Delete(clear);
        return output with
        {
            Encryption = new EncryptionSection(encryption.Format.Name, Path.GetFileName(paths.Dump), encrypted.Bytes, encrypted.Sha256, encryption.Identifiers),
        };
    }

    private (ArchiveSection Output, IReadOnlyList<FileDigest> Files) Prove(OutputPaths paths)
    {
        var run = State;
        // The rows that the archive holds were seen while it was written.
        run.Checks = [.. run.Checks, run.Scan.Residual(OriginalRows.Of(run), run.Policy, _options.Jobs, _cancellation), run.Scan.Patterns(run.Policy)];
        foreach (var allowance in Allowances.Unused(run.Policy, run.Checks))
            _observer.Notice(new Diagnostic(DiagnosticCodes.AllowanceUnused, $"verify: allow: '{allowance.Object}' allows nothing that was found", allowance.Decision.Position));
        StopOnViolations();
        _observer.Activity(RunStage.Backup, "proving the archive");
        using var written = DumpSource.Open(ClearDump(paths), input: null, _options.WorkDirectory, _cancellation, int.MaxValue);
        run.Checks = [.. run.Checks, _guard?.Declared == SandboxChanges.Schema
            ? new SchemaBackup(run).Prove(written, _options.Jobs, _cancellation)
            : new RestorableCheck(run, written).Run(_options.Jobs, _cancellation)];
        StopOnViolations();
        if (NeedsRestoreProof(run))
        {
            _observer.Activity(RunStage.Backup, "restoring the archive into a second database");
            run.Checks = RestoreProof.Of(run, written).Extend(run.Checks, _options.Jobs, _cancellation);
            StopOnViolations();
        }
        var digest = written.ComputeDigest(_cancellation);
        return (ReportWriter.Archive(written, paths.ClearName, digest.Sha256), digest.Files);
    }

    // Rows of hooks may have come in behind the constraints' back: PostgreSQL shall create them once more. The proof of a changed schema restores anyway.
    private bool NeedsRestoreProof(RunState run) => _guard?.Declared != SandboxChanges.Schema
        && (run.Policy.Proof == ProofMode.Restore || _guard is { Seen.IsNone: false });

    private void StopOnViolations()
    {
        var failed = State.Checks.Where(check => !check.Passed).ToList();
        if (failed.Count > 0) throw new CiAnonException(FailedChecks.Describe(failed, "; nothing was published"));
    }

    private void StopOnWarnings()
    {
        if (_observer.Stopping == 0) return;
        throw new CiAnonException(DiagnosticCodes.WarningsFail,
            $"{_observer.Stopping} warning{(_observer.Stopping == 1 ? "" : "s")}, and warnings were to stop the run; nothing was published");
    }

    private ComplianceReport Report(ArchiveSection? output, IReadOnlyList<Diagnostic> errors)
    {
        var report = ReportWriter.Make(State, _key, _startedAt, _clock.Done,
            ReportWriter.Archive(State.Dump, _options.DumpPath, _inputDigest?.GetAwaiter().GetResult() ?? State.Dump.ComputeSha256(_cancellation)), output, errors, CiContext.From(_options.Environment));
        return _baseline is null ? report : report with { Drift = _baseline.Compare(DriftState.Of(report)) };
    }

    private void ReportFailure(CiAnonException exception)
    {
        if (_state is null || _output.Paths is null) return;
        var report = Report(output: null, exception.Diagnostics);
        _output.Stopped();
        _output.PublishFailure(ReportJson.Write(report), _records.Render(report, []));
        _records.LogFailed(report, _observer.Notice);
        WrittenReport = report;
    }

    private T Stage<T>(RunStage stage, Func<T> work)
    {
        try
        {
            return _clock.Run(stage, () =>
            {
                var result = work();
                StopOnWarnings();
                return result;
            });
        }
        catch (Exception exception) when (_output.Paths is not null)
        {
            _output.Stopped();
            _records.LogStopped(exception, _observer.Notice);
            throw;
        }
    }
}
