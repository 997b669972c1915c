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
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Live;
using CiAnon.Stages.Selection;
using CiAnon.Tables;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;
using CiAnon.Verification.Comparison;

namespace CiAnon.Live;

/// <summary>
/// Anonymizes a database where it stands: its rows go through their masks into a sandbox, are verified there, and replace those of the
/// database in one transaction that commits when what stands there was verified, too.
/// </summary>
public sealed class SanitizeRun : IDisposable
{
    private readonly SanitizeOptions _options;
    private readonly IRunObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly RunKey _key;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly StageClock _clock;
    private CancellationTokenRegistration _kill;
    private VerdictFile? _report;
    private LiveTarget? _target;
    private Dump? _dump;
    private Sandbox? _sandbox;
    private RunState? _state;
    private RowSelection? _selection;

    public SanitizeRun(SanitizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options;
        _observer = observer;
        _cancellation = cancellation;
        _key = options.Key ?? RunKey.Forgotten();
        _clock = new StageClock(observer, exception => Publish(Report(output: null, exception.Diagnostics)), cancellation);
    }

    /// <summary>The verified rows stand in the database; whatever fails from then on changes nothing about that.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Null when it ended before there was anything to report.</summary>
    public ComplianceReport? WrittenReport { get; private set; }

    private string PolicyFolder => Path.GetDirectoryName(Path.GetFullPath(_options.PolicyPath))!;

    private RunState State => _state ?? throw new InvalidOperationException("the plan comes first");

    /// <summary>What would happen, and which locks it takes; no row is read, and nothing of it is held longer than that takes.</summary>
    /// <exception cref="CiAnonException">The database is production, or the policy doesn't fit it.</exception>
    public (Plan Plan, IReadOnlyList<string> Locks) Plan() => _clock.Run(RunStage.Restore, () =>
    {
        var policy = Preparation.ReadPolicy(_options.PolicyPath, _options.Environment, _startedAt);
        using (LiveTarget.Open(_options.Target, policy.TargetHosts, _cancellation))
        {
        }
        var set = Prepare(policy, LiveSnapshot.Take(_options.Target, _cancellation));
        SelectRows(RunStage.Restore);
        return (State.Plan with { Selected = State.Selected }, (IReadOnlyList<string>)[.. Locks(set)]);
    });

    /// <summary>The whole run.</summary>
    /// <exception cref="CiAnonException">The run stopped, and the database is as it was.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the database is as it was.</exception>
    public ComplianceReport Run()
    {
        try
        {
            return Work();
        }
        catch when (IsReplaced)
        {
            _observer.Notice(new Diagnostic(DiagnosticCodes.ResultStands, $"{_options.Target.Variable}: {DiagnosticCodes.ResultStands.Help}"));
            throw;
        }
    }

    private ComplianceReport Work()
    {
        var set = _clock.Run(RunStage.Restore, Begin);
        _clock.Run(RunStage.Anonymize, () =>
        {
            SelectRows(RunStage.Anonymize);
            new RowLoad(State, PolicyFolder, _options.Environment("PATH"), _options.Jobs, _observer, _cancellation).Run(State.Schema.PostDataEntries());
            return true;
        });
        var rewrite = new TargetRewrite(State, _target!, set);
        _clock.Run(RunStage.Verify, () => Verify(rewrite));
        var output = _clock.Run(RunStage.Backup, () => Replace(rewrite, set));
        var report = Report(output, [])!;
        Publish(report);
        return report;
    }

    public void Dispose()
    {
        _kill.Dispose();
        _sandbox?.Dispose();
        if (_sandbox?.CleanUpFailure is { } failure) _observer.Notice(failure);
        _state?.Scan.Dispose();
        _dump?.Dispose();
        _target?.Dispose();
    }

    private RewriteSet Begin()
    {
        var policy = Preparation.ReadPolicy(_options.PolicyPath, _options.Environment, _startedAt);
        _report = VerdictFile.Check(_options.ReportPath, _options.PolicyPath);
        _ = SqlCheck.Files(policy);
        var target = _target = LiveTarget.Open(_options.Target, policy.TargetHosts, _cancellation);
        if (LiveErrors.Guard(_options.Target, "drop what killed syncs left", () => UnprovenDatabases.Tidy(_options.Target, target.Connection)) is { } left) _observer.Notice(left);
        _observer.Activity(RunStage.Restore, $"locking the tables of {_options.Target.Variable}");
        var set = Prepare(policy, target.Begin(_cancellation));
        State.RequireDecided();
        return set;
    }

    private RewriteSet Prepare(Policy policy, LiveSnapshot snapshot)
    {
        if (snapshot.HasLargeObjects)
        {
            snapshot.Dispose();
            throw new CiAnonException(DiagnosticCodes.TargetUnsuitable, $"{_options.Target.Variable} holds large objects. {DiagnosticCodes.TargetUnsuitable.Help}");
        }
        var dump = _dump = LiveDump.Open(snapshot, keepsLargeObjects: false, _options.PostgresBin, _options.Environment("PATH"), _cancellation);
        _observer.Activity(RunStage.Restore, "starting a PostgreSQL of its own");
        var sandbox = _sandbox = Sandbox.Start(Preparation.SandboxFor(dump, _options.PostgresBin, _options.WorkDirectory, _options.Environment, _options.Jobs), _cancellation);
        _kill = _cancellation.Register(sandbox.Kill);
        // Definitions stay in the database as they are: a secret in one is a finding.
        _state = Preparation.Plan(policy, dump, sandbox, _key, _observer, _options.Environment, redacted: [], (catalog, plan) => TableTasks.Make(dump, catalog, plan), "the database is anonymized where it stands", _cancellation);
        foreach (var notice in _state.Notices) _observer.Notice(notice with { Message = Remedies.WhereItStands(notice.Message) });
        CommandPrograms.Require(_state.Plan, PolicyFolder, _options.Environment("PATH"));
        _selection = _state.Plan.Rows.IsSelective ? new RowSelection(_state, _key) : null;
        var set = RewriteSet.Of(_state, _options.Target);
        UnvalidatedConstraints.Require(_state, set, snapshot);
        // Others are searched as they come in, and stay untouched.
        foreach (var task in _state.Tables) task.IsRewritten = set.Contains(task.Table);
        return set;
    }

    // Which rows stay must be known before any is loaded.
    private void SelectRows(RunStage stage)
    {
        if (_selection is null) return;
        _observer.Activity(stage, "reading keys, to know which rows stay");
        State.Selected = _selection.Select(_options.Jobs, _cancellation);
        _selection = null;
    }

    private bool Verify(TargetRewrite rewrite)
    {
        var run = State;
        run.Checks =
        [
            CoverageCheck.Run(run), RowsCheck.Run(run, _options.Jobs, _cancellation), ChangedCheck.Run(run), KeysCheck.Run(run),
            SequencesCheck.Run(run), SqlCheck.Run(run), AnonymityCheck.Run(run, _options.Jobs, _cancellation),
        ];
        StopOnViolations();
        _observer.Activity(RunStage.Verify, "searching the rows that will be written");
        rewrite.Search(_options.Jobs, _cancellation);
        run.Checks = [.. run.Checks, WhereItStands(run.Scan.Residual(OriginalRows.Of(run), run.Policy, _options.Jobs, _cancellation)), WhereItStands(run.Scan.Patterns(run.Policy))];
        StopOnViolations();
        return true;
    }

    private static CheckResult WhereItStands(CheckResult check) => check with { Findings = [.. check.Findings.Select(finding => finding with { Remedy = finding.Remedy is { } remedy ? Remedies.WhereItStands(remedy) : null })] };

    private ArchiveSection Replace(TargetRewrite rewrite, RewriteSet set)
    {
        var (run, target) = (State, _target!);
        // Those who read along hold locks, too.
        run.Dump.Dispose();
        _observer.TablesPlanned(RunStage.Backup, [.. run.Tables.Select(task => RowLoad.Work(task, isLive: true))]);
        rewrite.Write(_cancellation);
        target.RequireAsBegun();
        LiveErrors.Guard(_options.Target, "mark the database as clean", () => CleanMarker.Write(target, new CleanState(
            $"ci-anon {ReportWriter.ToolVersion}", Path.GetFileName(run.Policy.Path), CleanRules.Of(run.Policy.Sha256, run.Policy.Presets.Select(preset => (preset.Preset.Name, preset.Preset.Sha256))), _key.IsForgotten ? "anonymization" : "pseudonymization", _key.IsForgotten ? null : _key.Fingerprint,
            $"{Plural.Of(run.Tables.Count(task => set.Contains(task.Table)), "table")} of {run.Tables.Count} written anew, {Plural.Of(run.Checks.Count + 1, "check")} passed"), target.Moment!));
        run.Checks = [.. run.Checks, rewrite.ReadBack((task, rows, bytes, finished) => _observer.TableProgress(RunStage.Backup, task.Name, rows, bytes, finished), _cancellation)];
        StopOnViolations();
        _cancellation.ThrowIfCancellationRequested();
        var output = new ArchiveSection(target.Database, ArchiveSection.Live, run.Dump.Bytes, rewrite.Sha256, run.Dump.Header.ArchiveVersion.ToString(), run.Dump.Header.ServerVersion, run.Dump.Header.DumpVersion);
        target.Commit();
        IsReplaced = true;
        if (!target.TryClearStatistics()) _observer.Notice(new Diagnostic(DiagnosticCodes.StatisticsStay, $"{_options.Target.Variable}: {DiagnosticCodes.StatisticsStay.Help}"));
        return output;
    }

    private IEnumerable<string> Locks(RewriteSet set)
    {
        var run = State;
        var written = set.Tables.Select(table => table.FullName).ToList();
        yield return $"SHARE ROW EXCLUSIVE, from the first row read to the end: {string.Join(", ", run.Tables.Select(task => task.Name).Order(StringComparer.Ordinal))}";
        yield return written.Count == 0 ? "ACCESS EXCLUSIVE: none, as nothing is written" : $"ACCESS EXCLUSIVE, while verified rows are written: {string.Join(", ", written)}";
    }

    private void StopOnViolations()
    {
        var failed = State.Checks.Where(check => !check.Passed).ToList();
        if (failed.Count > 0) throw new CiAnonException(FailedChecks.Describe(failed, "; the database is as it was"));
    }

    private ComplianceReport? Report(ArchiveSection? output, IReadOnlyList<Diagnostic> errors) => _state is not { } run ? null : ReportWriter.Make(run, _key, _startedAt, _clock.Done,
        ReportWriter.Archive(run.Dump, _options.Target.Variable, run.Dump.ComputeSha256(_cancellation)), output, errors, CiContext.From(_options.Environment));

    private void Publish(ComplianceReport? report)
    {
        if (report is null) return;
        _report?.Publish(ReportJson.Write(report));
        WrittenReport = report;
    }
}
