using System.Runtime.ExceptionServices;
using CiAnon.Catalogs.Ddl;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>
/// Creates keys, constraints and triggers and refreshes materialized views, several at a time: an entry waits for
/// what it depends on, and for others that lock one of its tables or attach indexes of partitions.
/// </summary>
internal sealed class PostData
{
    // No entry has this number: all attaching of indexes holds it, one at a time.
    private const int PartitionTrees = -1;

    // Rows as they are stored: what takes no longer to look through than some commits, and needn't be shared among cores.
    private const long MostBytes = 256 << 10;

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
    private readonly Dictionary<int, long> _bytes;
    private readonly IReadOnlyDictionary<int, PlainKey> _plain;
    private Exception? _failure;

    /// <param name="refreshes">Materialized views to fill at the end.</param>
    public PostData(SandboxSchema schema, Sandbox sandbox, IReadOnlyList<TocEntry> entries, IReadOnlyList<TocEntry> refreshes)
    {
        _dump = schema.Definitions;
        _sandbox = sandbox;
        _database = schema.Database;
        // Refreshes last: they read every table, and what they read should be there with its keys.
        _waiting = [.. entries, .. refreshes];
        _unfinished = [.. _waiting.Select(entry => entry.DumpId)];
        var isTable = _dump.Toc.Where(entry => entry.Desc == "TABLE").Select(entry => entry.DumpId).ToHashSet();
        _locks = _waiting.ToDictionary(entry => entry.DumpId, entry => LocksOf(entry, isTable));
        _plain = PlainEntries.Of(_dump, _waiting);
        _bytes = _dump.Toc.Where(entry => entry.IsTableData).SelectMany(entry => entry.Dependencies.Where(isTable.Contains).Select(table => (table, Bytes: _dump.StoredBytes(entry))))
            .GroupBy(pair => pair.table, pair => pair.Bytes).ToDictionary(group => group.Key, group => group.Sum());
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
            while (Take(cancellation) is { Count: > 0 } entries)
            {
                started(entries[0]);
                // Where rows break something, each entry finds out for itself.
                var areCreated = entries.Count > 1 && executor.TryExecute(entries);
                Finish(entries, areCreated ? [] : [.. entries.Select(entry => (entry, Execute(executor, entry)))]);
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

    // Plain keys of small tables go together: they lock no table but those that they name.
    private List<TocEntry> Take(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_waiting.Count == 0 || _failure is not null || cancellation.IsCancellationRequested) return [];
                var taken = TakeReady();
                if (taken.Count > 0) return taken;
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private List<TocEntry> TakeReady()
    {
        var taken = new List<TocEntry>();
        var bytes = 0L;
        foreach (var entry in _waiting)
        {
            if (!IsReady(entry)) continue;
            bytes += _plain.ContainsKey(entry.DumpId) ? _locks[entry.DumpId].Sum(table => _bytes.GetValueOrDefault(table)) : MostBytes + 1;
            if (taken.Count == 0 || bytes <= MostBytes) taken.Add(entry);
            if (bytes > MostBytes || taken.Count == EntryBatches.MostEntries) break;
        }
        foreach (var entry in taken) _locked.UnionWith(_locks[entry.DumpId]);
        var ids = taken.Select(entry => entry.DumpId).ToHashSet();
        _waiting.RemoveAll(entry => ids.Contains(entry.DumpId));
        return taken;
    }

    private bool IsReady(TocEntry entry) =>
        !entry.Dependencies.Any(_unfinished.Contains) && !_locks[entry.DumpId].Any(_locked.Contains)
        && (!EntryRoles.IsRefresh(entry) || _waiting.TrueForAll(EntryRoles.IsRefresh));

    private void Finish(List<TocEntry> entries, IReadOnlyList<(TocEntry Entry, KeyViolation? Violation)> executed)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _locked.ExceptWith(_locks[entry.DumpId]);
                _unfinished.Remove(entry.DumpId);
            }
            foreach (var (entry, violation) in executed)
            {
                if (violation is null) continue;
                _violations.Add(violation);
                _failed.Add(entry.DumpId);
            }
            if (_failed.Count > 0) DropDependents();
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
