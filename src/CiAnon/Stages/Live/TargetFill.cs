using System.Collections.Concurrent;
using CiAnon.Dumps;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>
/// Fills the new database while the rows flow: tables before, each table's rows by one COPY, keys and indexes while the artefact is
/// verified. Nobody but the target's role may connect, and whatever fails here is built of the proven artefact.
/// </summary>
/// <param name="schema">Where a table of contents may lie meanwhile.</param>
internal sealed class TargetFill(TargetServer server, TargetNeeds needs, Func<Dump, TargetPrograms> programsFor, string schema, CancellationToken cancellation) : IRowsBeside, IDisposable
{
    private const int OneSecond = 1000;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly ConcurrentBag<NpgsqlConnection> _idle = [];
    private readonly ConcurrentDictionary<int, bool> _done = [];
    private HashSet<(string Schema, string Name)> _created = [];
    private TargetPrograms? _programs;
    private Dump? _dump;
    private Task? _rest;
    private int _isOff = 1;

    /// <summary>Nothing is wanted: it couldn't be begun, or something went wrong.</summary>
    public bool IsOff => Volatile.Read(ref _isOff) == 1;

    public void Begin(Dump dump)
    {
        needs.Require(dump.Toc);
        // Errors over rows of which nothing is proven must not stand in the server's log.
        if (!server.MayBeSilent())
        {
            server.Create(UnprovenDatabases.Note);
            needs.RequireCreatable(dump.Toc);
            server.Drop();
            return;
        }
        var before = PendingEntries.BeforeRows(dump.Toc);
        (_dump, _programs) = (dump, programsFor(dump));
        server.Create(UnprovenDatabases.Note);
        SchemaArchive.Write(dump, schema);
        _programs.Restore(schema, before, isProven: false, everySecond: null, cancellation);
        foreach (var entry in before) _done[entry.DumpId] = true;
        _created = [.. before.Where(entry => entry.Desc == "TABLE").Select(entry => (entry.Namespace ?? "", entry.Tag))];
        Volatile.Write(ref _isOff, 0);
    }

    public RowsBeside? Open(TocEntry entry) =>
        // A table of an extension's has rows of its own.
        !IsOff && entry.IsTableData && _created.Contains((entry.Namespace ?? "", entry.Tag)) ? new FilledTable(this, entry, _dump!.ClientEncoding) : null;

    public void End()
    {
        EndConnections();
        if (IsOff || Rest().Any(entry => entry.HasData)) return;
        var entries = Rest();
        _rest = Task.Run(() => _programs!.Restore(schema, entries, isProven: false, everySecond: null, _stop.Token), CancellationToken.None);
    }

    /// <summary>From here on what is there belongs to a proven artefact, and a later run may go on with it.</summary>
    public void Prove(string note)
    {
        if (!IsOff) server.Say(note);
    }

    /// <summary>Waits for what is missing, or adds it.</summary>
    /// <param name="artefact">Which was proven.</param>
    /// <param name="everySecond">Called meanwhile.</param>
    /// <returns>Whether the new database is complete; else it is to be built, or gone on with.</returns>
    public bool Finish(Dump artefact, Action everySecond)
    {
        if (IsOff) return false;
        if (_rest is null)
        {
            _programs!.Restore(artefact.Path, Rest(), isProven: true, everySecond, cancellation);
            return true;
        }
        while (Task.WaitAny([_rest], OneSecond, cancellation) < 0) everySecond();
        return _rest.IsCompletedSuccessfully;
    }

    /// <summary>A connection to the new database, for one thread.</summary>
    internal NpgsqlConnection Rent()
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = LiveConnection.Open(server.Address, readOnly: false, server.New);
        LiveConnection.Execute(connection, $"SET {TargetServer.SilentSetting} = panic; SET statement_timeout = 0; SET lock_timeout = 0");
        return connection;
    }

    internal void Return(NpgsqlConnection connection) => _idle.Add(connection);

    internal void Filled(TocEntry entry) => _done[entry.DumpId] = true;

    /// <summary>A disk is full, or the server went away: rows of which nothing is proven go at once, and what is proven is built later.</summary>
    internal void GiveUp()
    {
        if (Interlocked.Exchange(ref _isOff, 1) == 0) server.Drop();
    }

    public void Dispose()
    {
        _stop.Cancel();
        // How it ended was for Finish to judge.
        if (_rest is not null) Task.WaitAny(_rest);
        EndConnections();
        _stop.Dispose();
        // Their folder goes with the artefact, if that goes.
        foreach (var file in (string[])[schema, schema + ".list"])
        {
            if (File.Exists(file)) File.Delete(file);
        }
    }

    private IReadOnlyList<TocEntry> Rest() => PendingEntries.After(_dump!.Toc, _done.Keys.ToHashSet());

    private void EndConnections()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}
