using System.Collections.Concurrent;
using System.Security.Cryptography;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Policies;
using CiAnon.Tables;
using CiAnon.Verification.Comparison;
using CiAnon.Verification.Search;

namespace CiAnon.Verification;

/// <summary>
/// Reads a finished dump from front to back, once: every block decompresses, its rows are counted and digested, and every field, large
/// object and definition is searched. What it sees are the bytes that are published, or judged.
/// </summary>
/// <param name="written">The dump that is read.</param>
/// <param name="find">Its entry for one of the tables' or of the run's dump; null where it has none.</param>
internal sealed class ArchivePass(RunResult run, Dump written, Func<TocEntry, TocEntry?> find)
{
    private const int ProgressEveryBytes = 4 << 20;

    private readonly ConcurrentBag<Finding> _findings = [];
    private readonly bool _isUnicode = DumpEncoding.IsUnicode(run.Dump);

    /// <param name="tables">Where they have a digest of what was written (<see cref="TableFacts.Digest"/>), the one of what is read goes beside it.</param>
    /// <param name="progress">A table, its rows and bytes so far, and whether these are all.</param>
    /// <returns>What can't be read, and values that PostgreSQL would refuse.</returns>
    public IReadOnlyList<Finding> Run(IReadOnlyList<TableTask> tables, int jobs, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        var shared = new SharedSearch(jobs);
        var left = tables.Count;
        if (left == 0) shared.End();
        // Who finds no table more helps the others.
        ParallelTables.ForEach([.. tables, .. Enumerable.Repeat<TableTask?>(null, jobs)], jobs, task =>
        {
            if (task is null)
            {
                shared.Help(cancellation);
                return;
            }
            var isRead = false;
            try
            {
                Read(task, shared, progress, cancellation);
                isRead = true;
            }
            finally
            {
                if (Interlocked.Decrement(ref left) == 0 || !isRead) shared.End();
            }
        }, cancellation);
        foreach (var entry in run.Dump.Toc.Where(entry => entry.IsLargeObjects)) ReadLargeObjects(entry, cancellation);
        run.Scan.SearchContents(written.Toc, [.. written.Loose, .. run.Dump.Around]);
        return [.. _findings.OrderBy(finding => finding.Object, StringComparer.Ordinal)];
    }

    private void Read(TableTask task, SharedSearch shared, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        if (find(task.Entry) is not { } entry)
        {
            _findings.Add(new Finding(task.Entry.FullName, 1, "the entry is missing"));
            return;
        }
        try
        {
            Read(task, entry, shared, progress, cancellation);
        }
        catch (Exception exception) when (exception is CiAnonException or InvalidDataException)
        {
            if (!task.IsLoaded) RequireSound(task, cancellation);
            _findings.Add(new Finding(task.Name, 1, "its block can't be read again"));
        }
    }

    // Nobody else has read all of it yet: what is wrong with the copy may be wrong with the dump.
    private void RequireSound(TableTask task, CancellationToken cancellation) => RowErrors.Guard(run.Dump, task, () =>
    {
        var form = new RowForm(task.Columns.Count, _isUnicode);
        using var block = run.Dump.OpenData(task.Entry);
        var reader = new RowReader(block);
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            form.Check(rows);
        }
    });

    private void Read(TableTask task, TocEntry entry, SharedSearch shared, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var form = task.IsLoaded ? null : new RowForm(task.Columns.Count, _isUnicode);
        var scan = run.Scan.Open(task);
        var search = shared.Open(scan, () => run.Scan.Another(task));
        var groups = run.Groups.Where(counter => counter.Table.Oid == task.Table.Oid || run.Catalog.Ancestors(task.Table).Any(parent => parent.Oid == counter.Table.Oid))
            .Select(counter => (Counter: counter, Scan: counter.Open(task))).ToArray();
        using var block = written.OpenData(entry);
        var reader = new RowReader(block);
        long told = 0, count = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            // A block that was copied is compared as it is stored.
            if (task.Facts.Digest.Length > 0) digest.AppendData(rows);
            form?.Check(rows);
            search.Walk(rows);
            foreach (var group in groups) group.Scan.Walk(rows);
            count += rows.Count(CopyText.RowEnd);
            if (reader.Total - told < ProgressEveryBytes) continue;
            told = reader.Total;
            progress(task, count, told, false);
        }
        search.Close();
        task.Facts.RowsWritten = count;
        task.Facts.ProvenDigest = digest.GetHashAndReset();
        foreach (var group in groups) group.Counter.Close();
        foreach (var finding in scan.Room?.Findings ?? []) _findings.Add(finding);
        progress(task, count, reader.Total, true);
    }

    private void ReadLargeObjects(TocEntry entry, CancellationToken cancellation)
    {
        if (find(entry) is not { } after || (run.Policy.LargeObjects != LargeObjectMode.Keep && !run.IsJudging)) return;
        try
        {
            run.Scan.SearchLargeObjects(written.ReadLargeObjects(after), cancellation);
        }
        catch (CiAnonException) when (!run.IsJudging)
        {
            _findings.Add(new Finding(after.FullName, 1, "its large objects can't be read again"));
        }
    }
}
