using System.Runtime.ExceptionServices;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>
/// Creates keys, constraints and triggers and refreshes materialized views, several at a time: an entry waits for
/// what it depends on, and for others that lock one of its tables or attach indexes of partitions.
/// </summary>
internal sealed class PostData
{
    // No entry has this number: all attaching of indexes holds it, one at a time.
    private const int PartitionTrees = -1;

    private readonly Dump _dump;
    private readonly Sandbox _sandbox;
    private readonly string _database;
    // A plain object: waiting and pulsing need a monitor.
    private readonly object _gate = new();
    private readonly List<TocEntry> _waiting;
    private readonly HashSet<int> _unfinished;
    private readonly HashSet<int> _failed = [];
    private readonly HashSet<int> _locked = [];
    private readonly List<KeyViolation> _violations = [];
    private readonly Dictionary<int, int[]> _locks;
    private Exception? _failure;

    public PostData(SandboxSchema schema, Sandbox sandbox, IReadOnlyList<TocEntry> entries)
    {
        _dump = schema.Definitions;
        _sandbox = sandbox;
        _database = schema.Database;
        // Refreshes last: they read every table, and what they read should be there with its keys.
        _waiting = [.. entries, .. schema.Refreshes()];
        _unfinished = [.. _waiting.Select(entry => entry.DumpId)];
        var isTable = _dump.Toc.Where(entry => entry.Desc == "TABLE").Select(entry => entry.DumpId).ToHashSet();
        _locks = _waiting.ToDictionary(entry => entry.DumpId, entry => LocksOf(entry, isTable));
    }

    /// <summary>Constraints that the rows break. Names of schema objects only.</summary>
    public IReadOnlyList<KeyViolation> Violations => _violations;

    public void Run(int jobs, Action<TocEntry> started, CancellationToken cancellation)
    {
        var threads = Enumerable.Range(0, Math.Max(1, jobs)).Select(_ => new Thread(() => Work(started, cancellation)) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        cancellation.ThrowIfCancellationRequested();
        if (_failure is NpgsqlException lost) throw SandboxErrors.From(lost, "create keys and constraints");
        if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
        using var executor = new EntryExecutor(_dump, _sandbox, _database);
        _violations.AddRange(ExtensionKeys.CreateAgain(executor));
    }

    private void Work(Action<TocEntry> started, CancellationToken cancellation)
    {
        try
        {
            using var executor = new EntryExecutor(_dump, _sandbox, _database);
            while (Take(cancellation) is { } entry)
            {
                started(entry);
                var violation = Execute(executor, entry);
                Finish(entry, violation);
            }
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= exception;
                Monitor.PulseAll(_gate);
            }
        }
    }

    // Attaching to a lower index can complete a higher one: of two at a time, neither may see that the tree has become valid.
    private static int[] LocksOf(TocEntry entry, HashSet<int> isTable) =>
        [.. entry.Dependencies.Where(isTable.Contains), .. entry.Desc == "INDEX ATTACH" ? [PartitionTrees] : Array.Empty<int>()];

    private KeyViolation? Execute(EntryExecutor executor, TocEntry entry)
    {
        try
        {
            executor.Execute(entry);
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            return new KeyViolation(entry.FullName, Redaction.Describe(exception));
        }
        catch (PostgresException exception) when (exception.SqlState is not (PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown))
        {
            var advice = OtherMajor.Advice(_dump.Header, _sandbox.Major) is { } other ? $" ({other})" : "";
            throw new CiAnonException(DiagnosticCodes.SchemaEntryFailed, $"{entry.FullName} can't be created over the anonymized rows: {Redaction.Describe(exception)}{advice}");
        }
    }

    private TocEntry? Take(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_waiting.Count == 0 || _failure is not null || cancellation.IsCancellationRequested) return null;
                var index = _waiting.FindIndex(IsReady);
                if (index >= 0)
                {
                    var entry = _waiting[index];
                    _waiting.RemoveAt(index);
                    _locked.UnionWith(_locks[entry.DumpId]);
                    return entry;
                }
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private bool IsReady(TocEntry entry) =>
        !entry.Dependencies.Any(_unfinished.Contains) && !_locks[entry.DumpId].Any(_locked.Contains)
        && (!EntryRoles.IsRefresh(entry) || _waiting.TrueForAll(EntryRoles.IsRefresh));

    private void Finish(TocEntry entry, KeyViolation? violation)
    {
        lock (_gate)
        {
            _locked.ExceptWith(_locks[entry.DumpId]);
            _unfinished.Remove(entry.DumpId);
            if (violation is not null)
            {
                _violations.Add(violation);
                _failed.Add(entry.DumpId);
                DropDependents();
            }
            Monitor.PulseAll(_gate);
        }
    }

    // What rests on a broken key can't be created; the key itself is the finding.
    private void DropDependents()
    {
        while (_waiting.Find(entry => entry.Dependencies.Any(_failed.Contains)) is { } dependent)
        {
            _waiting.Remove(dependent);
            _unfinished.Remove(dependent.DumpId);
            _failed.Add(dependent.DumpId);
        }
    }
}

/// <summary>A constraint that the anonymized rows break.</summary>
/// <param name="Entry">The TOC entry: <c>FK CONSTRAINT shop.orders orders_customer_id_fkey</c>.</param>
/// <param name="Description">Redacted: condition and names only.</param>
internal sealed record KeyViolation(string Entry, string Description);
