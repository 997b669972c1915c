using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Keys;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Stages.Entries;
using CiAnon.Tables;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;
using CiAnon.Verification.Comparison;
using CiAnon.Verification.Search;

namespace CiAnon;

/// <summary>
/// Judges a dump that was made before, by whatever tool: restores it as it is and runs every check that its policy, and its original
/// if there is one, allow. Publishes a report at most.
/// </summary>
public sealed class VerificationRun : IDisposable
{
    private readonly VerifyOptions _options;
    private readonly IRunObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly StageClock _clock;
    private CancellationTokenRegistration _kill;
    private VerdictFile? _report;
    private Dump? _dump;
    private Dump? _schemaDump;
    private Dump? _original;
    private Sandbox? _sandbox;
    private RunState? _state;
    private IReadOnlyList<OriginalRows> _originals = [];
    private SharedOriginals? _neighbours;

    public VerificationRun(VerifyOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options;
        _observer = observer;
        _cancellation = cancellation;
        _clock = new StageClock(observer, exception => Publish(exception.Diagnostics), cancellation);
    }

    /// <summary>What failed checks found, once they ran.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; private set; } = [];

    /// <summary>Restores and judges. A failed check is no exception: the report says it.</summary>
    /// <exception cref="CiAnonException">The dump couldn't be judged.</exception>
    public ComplianceReport Run()
    {
        var run = _clock.Run(RunStage.Restore, Restore);
        _clock.Run(RunStage.Verify, () => Verify(run));
        Problems = FailedChecks.Describe(run.Checks, "");
        return Publish(Problems)!;
    }

    public void Dispose()
    {
        _kill.Dispose();
        _sandbox?.Dispose();
        _state?.Scan.Dispose();
        if (_sandbox?.CleanUpFailure is { } failure) _observer.Notice(failure);
        _neighbours?.Dispose();
        _dump?.Dispose();
        _original?.Dispose();
        _schemaDump?.Dispose();
    }

    private RunState Restore()
    {
        var policy = Preparation.ReadPolicy(_options.PolicyPath, _options.Environment, _startedAt, _options.Database);
        var dump = _dump = Preparation.OpenDump(_options.DumpPath, _options.StandardInput, _options.WorkDirectory, _options.MaxExpansion, _observer, _cancellation, _options.Database);
        _original = _options.OriginalPath is { } path ? DumpSource.Open(path, _options.StandardInput, _options.WorkDirectory, _cancellation, _options.MaxExpansion, _options.Database) : null;
        _report = VerdictFile.Check(_options.ReportPath, _options.DumpPath, _options.PolicyPath, _options.OriginalPath);
        _ = SqlCheck.Files(policy);
        _schemaDump = Preparation.OpenSchema(_options.SchemaDumpPath, dump, _options.WorkDirectory, _options.MaxExpansion, _cancellation);
        var source = new SchemaSource(_schemaDump, _options.WithoutExtensions.ToHashSet());
        if (dump.Cluster is { } script)
        {
            dump.Around = ClusterGlobals.AsTheyAre(script, policy).Texts;
            if (_original?.Cluster is { } whole) _neighbours = NeighbourOriginals.Read(whole, _options, _startedAt, _observer, _cancellation);
        }

        _observer.Activity(RunStage.Restore, "starting a PostgreSQL of its own");
        var sandbox = _sandbox = Sandbox.Start(
            Preparation.SandboxFor(dump, _options.PostgresBin, _options.WorkDirectory, _options.Environment, _options.Jobs, _options.LentSandbox), _cancellation);
        _kill = _cancellation.Register(sandbox.Kill);
        var planned = Preparation.Plan(policy, dump, sandbox, RunKey.Forgotten(), _observer, _options.Environment, redacted: [],
            (catalog, plan) => TableTasks.Make(dump, catalog, plan, asIs: true), "the dump is judged", _cancellation, source);
        foreach (var notice in planned.Notices) _observer.Notice(notice);
        planned.RequireDecided();
        var run = _state = planned with
        {
            IsJudging = true,
            Scan = new ResultScan(planned.Plan, _neighbours),
            Original = _original is null ? null : OriginalSchema.Restore(_original, sandbox, source, _cancellation),
        };

        _observer.TablesPlanned(RunStage.Restore, [.. run.Tables.Select(task => new TableWork(task.Name, task.StoredBytes, IsMasked: false, IsDropped: false))]);
        var originals = _originals = run.Original is { } original ? OriginalRows.Of(run, original) : [];
        ParallelTables.ForEach(originals, _options.Jobs, rows => rows.Show(run.Scan.Originals.Collect(rows.Kinds), _cancellation), _cancellation);
        run.Scan.BeginSearch();
        var entries = run.Schema.PostDataEntries();
        run.KeyViolations = new AsIsRestore(dump, run.Schema, sandbox).Run(run.Tables, entries, _options.Jobs,
            (task, rows, bytes, finished) => _observer.TableProgress(RunStage.Restore, task.Name, rows, bytes, finished), _cancellation);
        return run;
    }

    // Every check runs, whatever an earlier one found: whoever judges a dump wants to know everything at once.
    private IReadOnlyList<CheckResult> Verify(RunState run) => run.Checks =
    [
        .. run.Original is { } original
            ? new[] { SchemaCheck.Run(run, original), ComparisonCheck.Run(run, original, _options.Jobs, _cancellation) }
            : [],
        CoverageCheck.Run(run),
        JudgedRowsCheck.Run(run, _options.Jobs, _cancellation),
        KeysCheck.Run(run),
        SequencesCheck.Run(run),
        SqlCheck.Run(run),
        AnonymityCheck.Run(run, _options.Jobs, _cancellation),
        ReadableCheck.Run(run, _options.Jobs, _cancellation),
        // Last: everything was searched just now.
        .. run.Original is null ? Array.Empty<CheckResult>() : [run.Scan.Residual(_originals, run.Policy, _options.Jobs, _cancellation)],
        run.Scan.Patterns(run.Policy),
    ];

    private ComplianceReport? Publish(IReadOnlyList<Diagnostic> errors)
    {
        if (_state is not { } run) return null;
        var original = _original is null ? null : ReportWriter.Archive(_original, _options.OriginalPath!, _original.ComputeSha256(_cancellation));
        var report = ReportWriter.Make(run, RunKey.Forgotten(), _startedAt, _clock.Done,
            ReportWriter.Archive(run.Dump, _options.DumpPath, run.Dump.ComputeSha256(_cancellation)), output: null, errors, CiContext.From(_options.Environment), original);
        _report?.Publish(ReportJson.Write(report));
        return report;
    }
}
