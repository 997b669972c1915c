using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Entries;
using CiAnon.Stages.Guarding;
using CiAnon.Stages.Selection;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;
using CiAnon.Verification.Search;

namespace CiAnon;

/// <summary>
/// One run: restore, anonymize, verify, back up. Each verb throws <see cref="CiAnonException"/> for whatever a user can
/// do something about; nothing stands under the final name before everything is proven.
/// </summary>
public sealed class AnonymizationRun : IDumpRun
{
    private readonly AnonymizeOptions _options;
    private readonly WarningCount _observer;
    private readonly CancellationToken _cancellation;
    private readonly RunKey _key;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly RunOutput _output;
    private readonly RunEnd _end;
    private readonly RunSandbox _sandbox;
    private readonly StageClock _clock;
    private Dump? _dump;
    private Dump? _schemaDump;
    private RunState? _state;
    private SandboxGuard? _guard;
    private RowSelection? _selection;
    private Task<string>? _inputDigest;
    private Baseline? _baseline;
    private RunArchive? _archive;

    public AnonymizationRun(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options;
        _observer = new WarningCount(observer, options.FailsOnWarnings);
        _cancellation = cancellation;
        _key = options.Key ?? RunKey.Forgotten();
        _output = new RunOutput(options, _startedAt, cancellation);
        _end = new RunEnd(_output, new RunRecords(options, _startedAt), _observer, cancellation);
        _sandbox = new RunSandbox(options, _output, _key, _observer, cancellation);
        _clock = new StageClock(observer, ReportFailure, cancellation);
    }

    /// <summary>The report that was written, of a failed check too; null when the run stopped before there was one.</summary>
    public ComplianceReport? WrittenReport { get; private set; }

    private RunArchive Archive => _archive ?? throw new InvalidOperationException("Restore comes first");

    private RunState State => _state ?? throw new InvalidOperationException("Restore comes first");

    /// <summary>The sandbox's database, from <see cref="Restore"/> to <see cref="Dispose"/>.</summary>
    public SandboxAddress Address => State.Sandbox.Address(Preparation.Database);

    /// <summary>The name and the size of what is read, once there is a plan.</summary>
    public (string Name, long Bytes) Input => (State.Dump.Header.Database ?? "", State.Dump.Bytes);

    /// <summary>What is read, once there is a plan.</summary>
    internal Dump Source => State.Dump;

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

    /// <summary>Sandbox, schema, catalog and plan; reads rows only to select some, where the policy does. Rules that nobody decided on stop it, where they stop a run.</summary>
    public Plan Restore() => Stage(RunStage.Restore, () =>
    {
        var plan = Prepare();
        State.RequireDecided();
        Archive.RequireRoom();
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
        var policy = _options.Policy ?? Preparation.ReadPolicy(_options.PolicyPath, _options.Environment, _startedAt, _options.Database);
        if (_options.RetentionDays is { } days && (days < policy.RetentionDays || !policy.IsRetentionDecided)) policy = policy with { RetentionDays = days };
        // It may lie where the new report goes.
        _baseline = _options.BaselinePath is { } baseline ? Baseline.Read(PreviousArtefact.Finished(baseline)) : null;
        // Standard input may take long and can be read once: what else could stop the run is looked at before.
        if (StandardInput.Is(_options.DumpPath) || _options.Source is not null) _output.Check(DumpFormat.Custom);
        var dump = _dump = _options.Part?.Open() ?? (_options.Source is { } source
            ? Preparation.OpenLive(source, policy, _options.PostgresBin, _options.Environment, _observer, _cancellation)
            : Preparation.OpenDump(_options.DumpPath, _options.StandardInput, _options.WorkDirectory, _options.MaxExpansion, _observer, _cancellation, _options.Database));
        if (_output.Paths is null) _output.Check(dump.Format);
        RunArchive.Require(_options, _output, dump);
        _ = SqlCheck.Files(policy);
        _schemaDump = Preparation.OpenSchema(_options.SchemaDumpPath, dump, _options.WorkDirectory, _options.MaxExpansion, _cancellation);
        var redacted = SecretRedaction.Apply(policy, dump);
        // Of a live database it is known when its rows were read; of a part, when it is more than planned.
        if (!dump.IsLive && _options.Part is null) _inputDigest = Task.Run(() => dump.ComputeSha256(_cancellation), _cancellation);

        var planned = _sandbox.Plan(policy, dump, redacted, new SchemaSource(_schemaDump, _options.WithoutExtensionsOf(dump)));
        foreach (var notice in planned.Notices) _observer.Notice(notice);
        _state = planned with
        {
            Plan = planned.Plan with { Statistics = PlannerStatistics.LeaveOut(dump, planned.Catalog, planned.Plan, keepsNone: _options.SandboxChanges == SandboxChanges.Schema) },
            Scan = new ResultScan(planned.Plan, _options.Part?.Originals),
        };
        CommandPrograms.Require(_state.Plan, PolicyFolder, _options.Environment("PATH"));
        _selection = _state.Plan.Rows.IsSelective ? new RowSelection(_state, _key) : null;
        if (_options.SandboxChanges is { } declared) _guard = new SandboxGuard(_state, declared);
        _archive = new RunArchive(_options, _output, _state, _guard, _observer, _cancellation);
        return _state.Plan;
    }

    /// <summary>
    /// The one pass over the dump: rows go through their masks into the partial archive, or, where PostgreSQL must see them, into the sandbox,
    /// which proves that they hold together. Where others may change them there, they go into the archive after that.
    /// </summary>
    public void Anonymize() => Stage(RunStage.Anonymize, () =>
    {
        var run = State;
        SelectRows(RunStage.Anonymize);
        var load = new RowLoad(run, PolicyFolder, _options.Environment("PATH"), _options.Jobs, _observer, _cancellation);
        if (_guard is { } guard)
        {
            guard.RequireUnchanged("before its rows were loaded");
            load.Run(guard.Declared == SandboxChanges.Schema ? run.Schema.AllPostDataEntries() : run.Schema.PostDataEntries());
            guard.Loaded(_options.Jobs, _cancellation);
            return true;
        }
        Archive.Make(load);
        return true;
    });

    /// <summary>Checks the sandbox's database, and reads the partial archive from front to back, where there is one; a violation stops the run.</summary>
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
        run.StopOnViolations();
        if (_guard is null) Archive.Read(RunStage.Verify);
        _guard?.Verified();
        return run.Checks;
    });

    /// <summary>Moves the proven archive into place; the report comes last.</summary>
    public ComplianceReport Backup()
    {
        if (_output.Paths is null) throw new InvalidOperationException("a backup needs an output");
        try
        {
            var (output, files) = Stage(RunStage.Backup, () =>
            {
                if (_guard is { } guard)
                {
                    // What was changed after the verification, as declared, is verified before it is published.
                    if (guard.Accept()) Verify();
                    Archive.MakeOfSandbox(guard);
                    Archive.Read(RunStage.Backup);
                }
                var (encrypted, digests) = Archive.Seal();
                // Before the artefact is published: what can't be removed is a warning, and a warning may be an error.
                _sandbox.End();
                return (Output: encrypted, Files: digests);
            });
            var report = Report(output, []);
            _end.Publish(report, files);
            return WrittenReport = report;
        }
        catch (Exception exception)
        {
            _end.Stopped(exception);
            throw;
        }
        finally
        {
            _output.Release();
        }
    }

    /// <summary>The proven archive of a part: whoever puts the parts together takes it, and publishes it with the others or not at all.</summary>
    /// <param name="target">Gets its bytes.</param>
    internal ComplianceReport HandOver(Stream target)
    {
        _observer.Require();
        return WrittenReport = Report(Archive.CopyTo(target, _options.Part!.Database), []);
    }

    /// <summary>Says where the dump has originals, for who looks for them elsewhere too. The dump is theirs from now on.</summary>
    internal void GiveOriginals(SharedOriginals originals)
    {
        originals.Add(State.Dump, State.Tables);
        _dump = null;
    }

    /// <summary>What the policy allows and was nowhere found.</summary>
    internal IReadOnlyList<Allowance> UnusedAllowances => [.. Allowances.Unused(State.Policy, State.Checks)];

    /// <summary>Where nobody else may read, as long as the run isn't disposed.</summary>
    internal string PrivateFolder => State.Sandbox.Directory;

    /// <summary>What lies there goes, should this process be killed.</summary>
    internal void RemoveWithUs(string path) => State.Sandbox.RemoveWithUs(path);

    /// <summary>What <see cref="RemoveWithUs"/> was told of is proven.</summary>
    internal void KeepAll() => State.Sandbox.KeepAll();

    /// <summary>Names of all columns and extensions, and the shared rules that are to match a column somewhere.</summary>
    internal (IEnumerable<string> Columns, IEnumerable<string> Extensions, IEnumerable<ColumnRule> Shared) SharedRules =>
        (State.Catalog.Tables.SelectMany(table => table.Columns).Select(column => column.Name), DumpExtensions.Of(State.Dump), State.Policy.Columns.Where(rule => rule.IsShared));

    public void Dispose()
    {
        _sandbox.End();
        _output.Dispose();
        _state?.Scan.Dispose();
        // The digest reads the dump: it must end before the dump is closed.
        if (_inputDigest is not null) Task.WaitAny(_inputDigest);
        _dump?.Dispose();
        _schemaDump?.Dispose();
    }

    // Which rows stay must be known before any is loaded; they are told by their keys alone.
    private void SelectRows(RunStage stage)
    {
        if (_selection is null) return;
        _observer.Activity(stage, "reading keys, to know which rows stay");
        State.Selected = _selection.Select(_options.Jobs, _cancellation);
        _selection = null;
    }

    private string PolicyFolder => Path.GetDirectoryName(Path.GetFullPath(_options.PolicyPath))!;

    private ComplianceReport Report(ArchiveSection? output, IReadOnlyList<Diagnostic> errors)
    {
        var report = ReportWriter.Make(State, _key, _startedAt, _clock.Done,
            ReportWriter.Archive(State.Dump, _options.DumpPath, _inputDigest?.GetAwaiter().GetResult() ?? State.Dump.ComputeSha256(_cancellation)), output, errors, CiContext.From(_options.Environment));
        return _baseline is null ? report : report with { Drift = _baseline.Compare(DriftState.Of(report)) };
    }

    private void ReportFailure(CiAnonException exception)
    {
        if (_state is null || (_output.Paths is null && _options.Part is null)) return;
        var report = Report(output: null, exception.Diagnostics);
        if (_options.Part is null) _end.Failed(report);
        WrittenReport = report;
    }

    private T Stage<T>(RunStage stage, Func<T> work)
    {
        try
        {
            return _clock.Run(stage, () =>
            {
                var result = work();
                _observer.Require();
                return result;
            });
        }
        catch (Exception exception) when (_output.Paths is not null)
        {
            _end.Stopped(exception);
            throw;
        }
    }
}
