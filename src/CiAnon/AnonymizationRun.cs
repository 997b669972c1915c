using System.Diagnostics;
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
using CiAnon.Strategies;
using CiAnon.Verification;

namespace CiAnon;

/// <summary>
/// One run: restore, anonymize, verify, back up. Each verb throws <see cref="CiAnonException"/> for whatever a user can
/// do something about; nothing stands under the final name before everything is proven.
/// </summary>
public sealed class AnonymizationRun : IDisposable
{
    private const string Database = "ci_anon";

    // A compressed dump grows about fivefold in tables and keys.
    private const int GrowthInSandbox = 6;

    private readonly AnonymizeOptions _options;
    private readonly IRunObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly RunKey _key;
    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly List<StageSection> _stages = [];
    private CancellationTokenRegistration _kill;
    private OutputPaths? _paths;
    private OutputLock? _lock;
    private Dump? _dump;
    private Sandbox? _sandbox;
    private RunState? _state;
    private Task<string>? _inputDigest;

    public AnonymizationRun(AnonymizeOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        _options = options;
        _observer = observer;
        _cancellation = cancellation;
        _key = options.Key ?? RunKey.Forgotten();
    }

    /// <summary>The report that was written, of a failed check too; null when the run stopped before there was one.</summary>
    public ComplianceReport? WrittenReport { get; private set; }

    private RunState State => _state ?? throw new InvalidOperationException("Restore comes first");

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

    /// <summary>Sandbox, schema, catalog and plan; reads no row.</summary>
    public Plan Restore() => Stage(RunStage.Restore, () =>
    {
        var policy = ReadPolicy();
        var dump = _dump = Dump.Open(_options.DumpPath);
        RefuseStatistics(dump);
        WarnOfPasswords(dump);
        if (_options.OutputPath is not null)
        {
            _paths = OutputPaths.Check(_options, _options.Format ?? dump.Format);
            // Another run that is writing there is known now, and what a killed one left goes.
            _paths.Lock().Dispose();
        }
        _ = SqlCheck.Files(policy);
        _inputDigest = Task.Run(() => dump.ComputeSha256(_cancellation), _cancellation);

        var sandbox = _sandbox = Sandbox.Start(new SandboxOptions(_options.PostgresBin, _options.WorkDirectory, _options.Environment("PATH"),
            dump.Bytes * GrowthInSandbox, Connections: _options.Jobs * 2 + 4, LocksNeeded: dump.Toc.Count * 2), _cancellation);
        _kill = _cancellation.Register(sandbox.Kill);

        var schema = new SandboxSchema(dump, sandbox, Database);
        schema.RestorePreData(_cancellation);
        var catalog = schema.ReadCatalog(_cancellation);
        var plan = Planner.Make(policy, catalog, new PlanningFacts(_key, TableTasks.HasRows(dump, catalog), TableTasks.RowBound(dump, catalog),
            SequenceValues.Read(dump), AsciiOnly: !DumpEncoding.IsUnicode(dump), dump.Toc.Any(entry => entry.IsLargeObjects)));
        foreach (var warning in plan.Warnings) _observer.Notice(warning);
        foreach (var skipped in schema.Skipped)
            _observer.Notice(new Diagnostic(DiagnosticCodes.EntrySkipped, $"{skipped.Entry} was left out in the sandbox: {skipped.Reason}; it stays in the artefact"));
        _state = new RunState(policy, dump, sandbox, schema, catalog, plan, TableTasks.Make(dump, catalog, plan));
        return plan;
    });

    /// <summary>Streams every table through its masks into the sandbox, then creates what proves that the rows hold together.</summary>
    public void Anonymize() => Stage(RunStage.Anonymize, () =>
    {
        var run = State;
        _observer.TablesPlanned(RunStage.Anonymize, [.. run.Tables.Select(Work)]);
        var loader = new TableLoader(run.Dump, run.Encoding);
        ParallelTables.ForEach(run.Tables, _options.Jobs, run.Connect, (task, connection) =>
        {
            void Tell(long rows, long bytes) => _observer.TableProgress(RunStage.Anonymize, task.Name, rows, bytes, finished: false);
            if (task.KeepsRows) loader.Load(task, connection, Tell, _cancellation);
            else loader.Count(task, _cancellation);
            _observer.TableProgress(RunStage.Anonymize, task.Name, task.Facts.RowsRead, task.Facts.BytesRead, finished: true);
        }, _cancellation);

        foreach (var entry in run.Dump.Toc.Where(entry => entry.IsLargeObjects)) loader.CheckLargeObjects(entry, _cancellation);
        SequenceValues.Set(run.Dump, run.Sandbox, Database);
        var entries = run.Schema.PostDataEntries();
        var postData = new PostData(run.Dump, run.Sandbox, Database, entries);
        postData.Run(_options.Jobs, entry => _observer.Activity(RunStage.Anonymize, entry.FullName), _cancellation);
        run.KeyViolations = postData.Violations;
        run.PostDataEntries = entries.Count;
        return true;
    });

    /// <summary>Checks the sandbox's database; a violation stops the run.</summary>
    public IReadOnlyList<CheckResult> Verify() => Stage(RunStage.Verify, () =>
    {
        var run = State;
        run.Checks =
        [
            CoverageCheck.Run(run),
            RowsCheck.Run(run, _options.Jobs, _cancellation),
            ChangedCheck.Run(run),
            KeysCheck.Run(run),
            SequencesCheck.Run(run),
            SqlCheck.Run(run),
            AnonymityCheck.Run(run, _options.Jobs, _cancellation),
        ];
        StopOnViolations();
        return run.Checks;
    });

    /// <summary>Writes the artefact, proves it, moves it into place; the report comes last.</summary>
    public ComplianceReport Backup()
    {
        var paths = _paths ?? throw new InvalidOperationException("a backup needs an output");
        _lock = paths.Lock();
        try
        {
            var output = Stage(RunStage.Backup, () =>
            {
                _observer.TablesPlanned(RunStage.Backup, [.. State.Tables.Where(task => task.IsRewritten).Select(Work)]);
                WriteArchive(paths);
                return Prove(paths);
            });
            var report = Report(output, []);
            _cancellation.ThrowIfCancellationRequested();
            paths.Publish(ReportJson.Write(report));
            return WrittenReport = report;
        }
        catch
        {
            paths.RemovePartials();
            throw;
        }
        finally
        {
            _lock.Dispose();
            _lock = null;
        }
    }

    public void Dispose()
    {
        _kill.Dispose();
        _sandbox?.Dispose();
        if (_sandbox?.CleanUpFailure is { } failure) _observer.Notice(failure);
        // The digest reads the dump: it must end before the dump is closed.
        if (_inputDigest is not null) Task.WaitAny(_inputDigest);
        _dump?.Dispose();
    }

    private Policy ReadPolicy()
    {
        var reader = new PolicyReader(StrategyRegistry.All, Locales.All);
        var result = reader.ReadFile(_options.PolicyPath, _options.Environment, DateOnly.FromDateTime(_startedAt.UtcDateTime));
        return result.Policy ?? throw new CiAnonException(result.Diagnostics);
    }

    // pg_dump --statistics (18) writes most common values and histogram bounds into the table of contents.
    private static void RefuseStatistics(Dump dump)
    {
        if (dump.Toc.FirstOrDefault(entry => entry.Desc == "STATISTICS DATA") is { } entry)
            throw new CiAnonException(DiagnosticCodes.HoldsStatistics, $"{entry.FullName} quotes values of columns in clear: dump with --no-statistics");
    }

    private void WarnOfPasswords(Dump dump)
    {
        var holders = dump.Toc.Where(entry => entry.Desc is "USER MAPPING" or "SUBSCRIPTION" && entry.Defn?.Contains("password", StringComparison.OrdinalIgnoreCase) == true);
        foreach (var entry in holders)
            _observer.Notice(new Diagnostic(DiagnosticCodes.HoldsPassword, $"{entry.FullName} holds a password of another server, and stays in the artefact word for word"));
    }

    private void WriteArchive(OutputPaths paths)
    {
        var run = State;
        var format = _options.Format ?? run.Dump.Format;
        var level = _options.CompressionLevel ?? (run.Dump.Header.Compression == Compression.None ? 0 : 3);
        using var writer = DumpWriter.Create(run.Dump, paths.PartialDump, format, level);
        new ArchiveBackup(run, writer).Write(_options.Jobs,
            (task, rows, bytes, finished) => _observer.TableProgress(RunStage.Backup, task.Name, rows, bytes, finished), _cancellation);
        writer.Complete();
    }

    private ArchiveSection Prove(OutputPaths paths)
    {
        var run = State;
        _observer.Activity(RunStage.Backup, "proving the archive");
        using var written = Dump.Open(paths.PartialDump);
        run.Checks = [.. run.Checks, new RestorableCheck(run, written).Run(_options.Jobs, _cancellation)];
        StopOnViolations();
        if (run.Policy.Proof == ProofMode.Restore)
        {
            _observer.Activity(RunStage.Backup, "restoring the archive into a second database");
            run.Checks = new RestoreProof(run, written).Extend(run.Checks, _options.Jobs, _cancellation);
            StopOnViolations();
        }
        return ReportWriter.Archive(written, paths.Dump, written.ComputeSha256(_cancellation));
    }

    private void StopOnViolations()
    {
        var failed = State.Checks.Where(check => !check.Passed).ToList();
        if (failed.Count == 0) return;
        throw new CiAnonException(
        [
            .. failed.SelectMany(check => check.Findings.Take(20).Select(finding => new Diagnostic(
                check.Id == CheckDefinition.Restorable.Id ? DiagnosticCodes.NotRestorable : DiagnosticCodes.CheckFailed,
                $"check '{check.Id}': {finding.Object}: {finding.Detail} ({finding.Violations} violations); nothing was published", finding.Position))),
        ]);
    }

    private ComplianceReport Report(ArchiveSection? output, IReadOnlyList<Diagnostic> errors) => ReportWriter.Make(State, _key, _startedAt, [.. _stages],
        ReportWriter.Archive(State.Dump, _options.DumpPath, _inputDigest!.GetAwaiter().GetResult()), output, errors, CiContext.From(_options.Environment));

    private static string Word(RunStage stage) => stage.ToString().ToLowerInvariant();

    private static TableWork Work(TableTask task) => new(task.Name, task.StoredBytes, task.KeepsRows && task.IsRewritten, !task.KeepsRows);

    private T Stage<T>(RunStage stage, Func<T> work)
    {
        _cancellation.ThrowIfCancellationRequested();
        _observer.StageStarted(stage);
        var clock = Stopwatch.StartNew();
        try
        {
            var result = work();
            _stages.Add(new StageSection(Word(stage), Math.Round(clock.Elapsed.TotalSeconds, 3)));
            _observer.StageFinished(stage, clock.Elapsed);
            return result;
        }
        catch (CiAnonException exception) when (exception.Exit == ExitCode.CheckFailed && _state is not null && _paths is not null && !_cancellation.IsCancellationRequested)
        {
            _stages.Add(new StageSection(Word(stage), Math.Round(clock.Elapsed.TotalSeconds, 3)));
            using var held = _lock is null ? _paths.Lock() : null;
            var report = Report(output: null, exception.Diagnostics);
            _paths.PublishReport(ReportJson.Write(report));
            WrittenReport = report;
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && _cancellation.IsCancellationRequested)
        {
            // Cancelling kills the server: whatever broke then broke because of it.
            throw new OperationCanceledException(_cancellation);
        }
        catch (Exception exception) when (SandboxErrors.IsFromServer(exception))
        {
            throw SandboxErrors.FromServer(exception, $"go on with stage {Word(stage)}");
        }
    }
}
