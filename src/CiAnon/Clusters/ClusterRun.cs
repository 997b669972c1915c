using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Spools;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Stages;
using CiAnon.Stages.Entries;
using CiAnon.Verification.Search;

namespace CiAnon.Clusters;

/// <summary>
/// A run over a script of a whole cluster: one run per database, one after the other, under one key, and at the end one script. All are planned
/// before the first row of any is read, the originals of all are known before one is searched, and nothing is published unless every one passed.
/// </summary>
public sealed class ClusterRun : IDumpRun
{
    private readonly AnonymizeOptions _options;
    private readonly PolicyReadResult _read;
    private readonly WarningCount _observer;
    private readonly CancellationToken _cancellation;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly RunOutput _output;
    private readonly RunEnd _end;
    private readonly Dictionary<string, HashSet<Diagnostic>> _told = [];
    private readonly List<SpooledPart> _parts = [];
    private readonly SharedAllowances _allowances = new();
    private SharedOriginals? _originals;
    private ClusterSource? _source;
    private Baseline? _baseline;
    private AnonymizationRun? _last;

    private ClusterRun(AnonymizeOptions options, PolicyReadResult read, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options with { Key = options.Key ?? RunKey.Forgotten() };
        _read = read;
        _observer = new WarningCount(observer, options.FailsOnWarnings);
        _cancellation = cancellation;
        _output = new RunOutput(options, _startedAt, cancellation);
        _end = new RunEnd(_output, new RunRecords(options, _startedAt), _observer, cancellation);
    }

    public ComplianceReport? WrittenReport { get; private set; }

    private ClusterSource Source => _source ?? throw new InvalidOperationException("the script is read first");

    private ClusterBackup Backup => new(_options, _output, Source, _parts, _startedAt, _cancellation);

    /// <summary>The run that the options ask for: over all databases where the policy speaks of several and none of them is named, else over one.</summary>
    /// <exception cref="CiAnonException">The policy is a dump that can't be read.</exception>
    public static IDumpRun Start(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        if (options.Database is not null || options.Source is not null) return new AnonymizationRun(options, observer, cancellation);
        var read = PolicySource.Read(options.PolicyPath, options.Environment, DateOnly.FromDateTime(DateTime.UtcNow));
        return (read.Policy ?? read.ForReview)?.Databases is null
            ? new AnonymizationRun(options with { Policy = read.Policy }, observer, cancellation)
            : new ClusterRun(options, read, observer, cancellation);
    }

    /// <summary>What would happen, database by database; rows are read only where the policy selects some.</summary>
    /// <param name="show">Told of each; of rules that nobody decided on only afterwards.</param>
    public void Plan(Action<string, Plan> show)
    {
        Prepare();
        foreach (var database in Source.Choice.Kept)
        {
            Of(database, isPlanning: true, run =>
            {
                show(database.Name, run.Plan());
                run.RequireDecided();
                return true;
            });
        }
    }

    public ComplianceReport Run()
    {
        try
        {
            Prepare();
            PlanAll();
            foreach (var database in Source.Choice.Kept) Anonymize(database);
            foreach (var unused in _allowances.Unused) _observer.Notice(unused);
            return Publish();
        }
        catch (Exception exception) when (_output.Paths is not null)
        {
            _end.Stopped(exception);
            throw;
        }
        finally
        {
            _output.Release();
        }
    }

    public void Dispose()
    {
        _last?.Dispose();
        foreach (var part in _parts) part.Dispose();
        _originals?.Dispose();
        _output.Dispose();
        _source?.Dispose();
    }

    private void Prepare()
    {
        var policy = _read.Policy ?? throw new CiAnonException(_read.Diagnostics);
        if ((_options.Format ?? DumpFormat.Plain) != DumpFormat.Plain)
            throw new CiAnonException(DiagnosticCodes.Usage, "only plain SQL holds several databases: leave --format out, or take one database with --database NAME");
        if (_options.SchemaDumpPath is not null)
            throw new CiAnonException(DiagnosticCodes.Usage, "a script of a whole cluster has its schemas: leave --schema-dump out, or take one database with --database NAME");
        _baseline = _options.BaselinePath is { } baseline ? Baseline.Read(PreviousArtefact.Finished(baseline)) : null;
        _output.Check(DumpFormat.Plain);
        _observer.Activity(RunStage.Restore, "reading the script of the cluster");
        _source = ClusterSource.Open(_options, policy, _startedAt, _cancellation);
        if (Source.Tablespaces is { Count: > 0 } tablespaces)
            _observer.Notice(new Diagnostic(DiagnosticCodes.TablespaceStays, $"the script keeps {Plural.Of(tablespaces.Count, "tablespace")} with the folder that it has: {string.Join(", ", tablespaces)}"));
        _observer.Require();
    }

    // Nobody should learn of a mistake in the last database's rules when the others are done.
    private void PlanAll()
    {
        List<Diagnostic> problems = [];
        var columns = new HashSet<string>();
        var extensions = new HashSet<string>();
        IReadOnlyList<ColumnRule> shared = [];
        if (Source.Choice.Kept.Count > 1) _originals = new SharedOriginals();
        foreach (var database in Source.Choice.Kept)
        {
            try
            {
                shared = Of(database, isPlanning: true, run =>
                {
                    run.Restore();
                    columns.UnionWith(run.SharedRules.Columns);
                    extensions.UnionWith(run.SharedRules.Extensions);
                    if (_originals is not null) run.GiveOriginals(_originals);
                    return run.SharedRules.Shared.ToList();
                });
            }
            catch (CiAnonException exception) when (exception.Exit == ExitCode.Usage)
            {
                problems.AddRange(exception.Diagnostics);
            }
        }
        if (problems.Count == 0)
        {
            problems.AddRange(shared.Where(rule => !columns.Any(column => RuleBook.Matches(rule, column))).Select(rule => new Diagnostic(DiagnosticCodes.RuleMatchesNothing,
                $"no database has a column '{rule.Column}'{Suggestion.Phrase(rule.Column, columns)}; remove the rule if it isn't needed any more", rule.Position)));
        }
        if (problems.Count > 0) throw new CiAnonException(problems);
        DumpExtensions.Require(_options.WithoutExtensions, extensions);
        if (_originals is null) return;
        _observer.Activity(RunStage.Restore, "reading columns that identify people, to look for them in every database");
        _originals.Read(_options.Jobs, _cancellation);
    }

    private void Anonymize(ClusterDatabase database)
    {
        _last?.Dispose();
        var observer = ObserverOf(database, isPlanning: false);
        _last = Run(database, observer);
        try
        {
            _last.Restore();
            _last.Anonymize();
            _last.Verify();
            var spool = new SealedSpool(Sandboxes.SandboxLocation.OnDisk(_options.WorkDirectory), database.Name);
            try
            {
                using (var target = new SealedSpoolStream(spool)) WrittenReport = _last.HandOver(target);
                _parts.Add(new SpooledPart(database.Name, spool, WrittenReport));
            }
            catch
            {
                spool.Dispose();
                throw;
            }
            WrittenReport = null;
            _allowances.Add(Source.PolicyOf(database), _last.UnusedAllowances);
        }
        catch (CiAnonException exception)
        {
            if (_last.WrittenReport is { Status: ReportStatus.Failed } failed) PublishFailure(database.Name, failed);
            throw observer.Named(exception);
        }
    }

    private T Of<T>(ClusterDatabase database, bool isPlanning, Func<AnonymizationRun, T> work)
    {
        var observer = ObserverOf(database, isPlanning);
        try
        {
            using var run = Run(database, observer);
            return work(run);
        }
        catch (CiAnonException exception)
        {
            throw observer.Named(exception);
        }
    }

    private PartObserver ObserverOf(ClusterDatabase database, bool isPlanning)
    {
        if (!_told.TryGetValue(database.Name, out var told)) _told.Add(database.Name, told = []);
        return new PartObserver(_observer, database.Name, told, isPlanning);
    }

    private AnonymizationRun Run(ClusterDatabase database, PartObserver observer) =>
        new(_options with { OutputPath = null, BaselinePath = null, EncryptTo = [], Policy = Source.PolicyOf(database), Part = Source.Part(database, _originals) }, observer, _cancellation);

    private ComplianceReport Publish()
    {
        var paths = _output.Paths!;
        var clock = new StageClock(_observer, _ => { }, _cancellation);
        var made = clock.Run(RunStage.Backup, () =>
        {
            _observer.Activity(RunStage.Backup, "putting the databases together");
            _output.Claim();
            _last!.RemoveWithUs(paths.PartialDump);
            _last.RemoveWithUs(paths.LockFile);
            var sealedOutput = Backup.Seal(_last);
            _last.KeepAll();
            return sealedOutput;
        });
        // What can't be removed is a warning, and a warning may be an error.
        _last!.Dispose();
        _last = null;
        _observer.Require();
        var report = Backup.Report(made, clock.Done, failed: null, _baseline);
        _end.Publish(report, []);
        return WrittenReport = report;
    }

    private void PublishFailure(string database, ComplianceReport failed)
    {
        WrittenReport = Backup.Report(made: null, [], (database, failed), _baseline);
        _end.Failed(WrittenReport);
    }
}
