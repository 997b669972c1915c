using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Residual;
using CiAnon.Tables;
using CiAnon.Verification.Comparison;

namespace CiAnon.Verification.Search;

/// <summary>
/// The originals of all databases that are published together, as none of one may stand in another: told of each when it is planned, and read
/// before the first is searched. Besides the fingerprints, 8 bytes each, every database's table of contents stays in memory.
/// </summary>
internal sealed class SharedOriginals : IDisposable
{
    private readonly List<(Dump Dump, IReadOnlyList<TableTask> Tables)> _databases = [];

    /// <summary>Their fingerprints. What is searched for them has a set of its own, under the same key.</summary>
    public Originals Known { get; } = new(RunKey.Forgotten().Derive("residual"));

    /// <summary>To confirm hits.</summary>
    public IReadOnlyList<OriginalRows> Rows => [.. _databases.SelectMany(database => OriginalRows.Of(database.Dump, database.Tables))];

    /// <param name="dump">Disposed with this.</param>
    /// <param name="tables">What is done with its blocks.</param>
    public void Add(Dump dump, IReadOnlyList<TableTask> tables) => _databases.Add((dump, [.. tables.Where(ResultScan.HasOriginals)]));

    /// <summary>Reads them, once; what a rule's condition keeps is none.</summary>
    /// <exception cref="Diagnostics.CiAnonException">CIANON3010: a row can't be read.</exception>
    public void Read(int jobs, CancellationToken cancellation) =>
        ParallelTables.ForEach([.. _databases.SelectMany(database => database.Tables.Select(task => (database.Dump, Task: task)))], jobs,
            table => RowErrors.Guard(table.Dump, table.Task, () => Read(table.Dump, table.Task, cancellation)), cancellation);

    public void Dispose()
    {
        Known.Dispose();
        foreach (var (dump, _) in _databases) dump.Dispose();
    }

    private void Read(Dump dump, TableTask task, CancellationToken cancellation)
    {
        var transformer = new RowTransformer(task.Masks, ResultScan.Collect(task, Known));
        using var block = dump.OpenData(task.Entry);
        var reader = new RowReader(block);
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            transformer.LeaveOut(rows);
        }
    }
}
