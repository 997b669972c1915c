using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Stages;

namespace CiAnon.Clusters;

/// <summary>
/// A run over a script of a whole cluster: one run per database, one after the other, under one key, and at the end one script. All are planned
/// before the first row of any is read, and nothing is published unless every one passed.
/// </summary>
public sealed class ClusterRun : IDumpRun
{
    private readonly AnonymizeOptions _options;
    private readonly IRunObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly RunKey _key;
    private readonly RunRecords _records;
    private readonly RunOutput _output;
    private readonly Dictionary<string, HashSet<Diagnostic>> _told = [];
    private readonly List<SpooledPart> _parts = [];
    private ArchiveBytes? _bytes;
    private ClusterScript? _script;
    private Policy? _policy;
    private ClusterChoice? _choice;
    private ClusterGlobals? _globals;
    private Baseline? _baseline;
    private AnonymizationRun? _last;

    public ClusterRun(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _key = options.Key ?? RunKey.Forgotten();
        _options = options with { Key = _key };
        _observer = observer;
        _cancellation = cancellation;
        _records = new RunRecords(options, _startedAt);
        _output = new RunOutput(options, _startedAt, cancellation);
    }

    public ComplianceReport? WrittenReport { get; private set; }

    /// <summary>Whether the policy speaks of databases, and all of them are wanted.</summary>
    public static bool IsFor(AnonymizeOptions options)
    {
        if (options.Database is not null || options.Source is not null) return false;
        var read = PolicySource.Read(options.PolicyPath, options.Environment, DateOnly.FromDateTime(DateTime.UtcNow));
        return (read.Policy ?? read.ForReview)?.Databases is not null;
    }

    /// <summary>The run that the options ask for.</summary>
    public static IDumpRun Start(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation) =>
        IsFor(options) ? new ClusterRun(options, observer, cancellation) : new AnonymizationRun(options, observer, cancellation);

    /// <summary>What would happen, database by database; rows are read only where the policy selects some.</summary>
    /// <param name="show">Told of each; of rules that nobody decided on only afterwards.</param>
    public void Plan(Action<string, Plan> show)
    {
        Prepare();
        foreach (var database in _choice!.Kept)
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
            foreach (var database in _choice!.Kept) Anonymize(database);
            return Publish();
        }
        catch (Exception exception) when (_output.Paths is not null)
        {
            _output.Stopped();
            if (WrittenReport is { Status: ReportStatus.Failed } report) _records.LogFailed(report, _observer.Notice);
            else _records.LogStopped(exception, _observer.Notice);
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
        _output.Dispose();
        _bytes?.Dispose();
    }

    private void Prepare()
    {
        var read = PolicySource.Read(_options.PolicyPath, _options.Environment, DateOnly.FromDateTime(_startedAt.UtcDateTime));
        _policy = read.Policy ?? throw new CiAnonException(read.Diagnostics);
        RequireWhole();
        _baseline = _options.BaselinePath is { } baseline ? Baseline.Read(PreviousArtefact.Finished(baseline)) : null;
        _output.Check(DumpFormat.Plain);
        _observer.Activity(RunStage.Restore, "reading the script of the cluster");
        _bytes = DumpSource.OpenBytes(_options.DumpPath, _options.StandardInput, _options.WorkDirectory, _options.MaxExpansion, _cancellation);
        if (!ClusterScript.Is(_bytes))
        {
            throw new CiAnonException(DiagnosticCodes.DatabaseUndecided, $"the policy speaks of {Plural.Of(_policy.Databases!.Count, "database")}, and {DumpErrors.Named(_options.DumpPath)} "
                + "is no script of a whole cluster, as pg_dumpall writes it: say with --database NAME which of them it is of", new(_policy.Path, 1, 1));
        }
        _script = ClusterScript.Read(_bytes);
        _choice = ClusterChoice.Make(_script, _policy);
        _globals = ClusterGlobals.Make(_script, _policy, _choice.Dropped);
        if (_script.Globals.Where(one => one.Kind == GlobalKind.Tablespace && one.Name.Length > 0).Select(one => one.Name).Distinct().ToList() is { Count: > 0 } tablespaces)
            _observer.Notice(new Diagnostic(DiagnosticCodes.TablespaceStays, $"the script keeps {Plural.Of(tablespaces.Count, "tablespace")} with the folder that it has: {string.Join(", ", tablespaces)}"));
    }

    private void RequireWhole()
    {
        if ((_options.Format ?? DumpFormat.Plain) != DumpFormat.Plain)
            throw new CiAnonException(DiagnosticCodes.Usage, "only plain SQL holds several databases: leave --format out, or take one database with --database NAME");
        if (_options.SchemaDumpPath is not null)
            throw new CiAnonException(DiagnosticCodes.Usage, "a script of a whole cluster has its schemas: leave --schema-dump out, or take one database with --database NAME");
    }

    // Nobody should learn of a mistake in the last database's rules when the others are done.
    private void PlanAll()
    {
        List<Diagnostic> problems = [];
        var columns = new HashSet<string>();
        IReadOnlyList<ColumnRule> shared = [];
        foreach (var database in _choice!.Kept)
        {
            try
            {
                shared = Of(database, isPlanning: true, run =>
                {
                    run.Restore();
                    columns.UnionWith(run.SharedRules.Columns);
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
    }

    private void Anonymize(ClusterDatabase database)
    {
        _last?.Dispose();
        _last = Run(database, isPlanning: false, out var observer);
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
        }
        catch (CiAnonException exception)
        {
            if (_last.WrittenReport is { Status: ReportStatus.Failed } failed) PublishFailure(database.Name, failed);
            throw observer.Named(exception);
        }
    }

    private T Of<T>(ClusterDatabase database, bool isPlanning, Func<AnonymizationRun, T> work)
    {
        using var run = Run(database, isPlanning, out var observer);
        try
        {
            return work(run);
        }
        catch (CiAnonException exception)
        {
            throw observer.Named(exception);
        }
    }

    private AnonymizationRun Run(ClusterDatabase database, bool isPlanning, out PartObserver observer)
    {
        if (!_told.TryGetValue(database.Name, out var told)) _told.Add(database.Name, told = []);
        observer = new PartObserver(_observer, database.Name, told, isPlanning);
        var part = new ClusterPart(database.Name, _script!.Part(database), _policy!.Roles == RolesMode.Drop, _globals!.Entries);
        return new AnonymizationRun(_options with { OutputPath = null, BaselinePath = null, EncryptTo = [], Part = part }, observer, _cancellation);
    }

    private ComplianceReport Publish()
    {
        var paths = _output.Paths!;
        var clock = new StageClock(_observer, _ => { }, _cancellation);
        var (output, files) = clock.Run(RunStage.Backup, () =>
        {
            _observer.Activity(RunStage.Backup, "putting the databases together");
            _output.Claim();
            _last!.RemoveWithUs(paths.PartialDump);
            _last.RemoveWithUs(paths.LockFile);
            var sealedOutput = Seal(paths);
            _last.KeepAll();
            return sealedOutput;
        });
        // What can't be removed is a warning, and a warning may be an error.
        _last!.Dispose();
        _last = null;
        var report = Report(output, clock.Done, failed: null);
        _cancellation.ThrowIfCancellationRequested();
        paths.Publish(ReportJson.Write(report), _records.Render(report, files), beforeMoving: () => _records.LogPassed(report), _cancellation);
        return WrittenReport = report;
    }

    private (ArchiveSection Output, IReadOnlyList<FileDigest> Files) Seal(OutputPaths paths)
    {
        var archive = new ClusterArchive(_script!, _globals!, _parts);
        // What will be encrypted never lies beside the output in clear.
        var clear = _output.Encryption is null ? paths.PartialDump : Path.Combine(_last!.PrivateFolder, "cluster.partial");
        var choice = _options.Compression ?? (_options.InPlace ? null : CompressionChoice.NamedBy(paths.ClearName)) ?? CompressionChoice.Like(_bytes!.Wrapping);
        archive.Write(clear, choice);
        var sha256 = archive.Prove(clear, _options.WorkDirectory, _cancellation);
        var section = _parts[0].Report.Output! with { Name = paths.ClearName, Bytes = new FileInfo(clear).Length, Sha256 = sha256 };
        if (_output.Encryption is { } encryption) section = RunArchive.Encrypt(section, encryption, clear, paths, _cancellation);
        return (section, []);
    }

    private void PublishFailure(string database, ComplianceReport failed)
    {
        WrittenReport = Report(output: null, [], (database, failed));
        _output.PublishFailure(ReportJson.Write(WrittenReport), _records.Render(WrittenReport, []));
    }

    private ComplianceReport Report(ArchiveSection? output, IReadOnlyList<StageSection> stages, (string Database, ComplianceReport Report)? failed)
    {
        List<(string Name, ComplianceReport Report)> done = [.. _parts.Select(part => (part.Database, part.Report))];
        if (failed is { } last) done.Add((last.Database, last.Report));
        var input = done[0].Report.Input with
        {
            Name = Path.GetFileName(Path.GetFullPath(_options.DumpPath)),
            Bytes = _bytes!.StoredLength,
            Sha256 = _bytes.ComputeSha256(_cancellation),
        };
        var report = new ClusterReport(_script!, _choice!, _globals!, done).Make(_startedAt, stages, input, output);
        return _baseline is null ? report : report with { Drift = _baseline.Compare(DriftState.Of(report)) };
    }
}
