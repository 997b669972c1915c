using System.Security.Cryptography;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Policies;
using CiAnon.Stages;

namespace CiAnon.Verification;

/// <summary>
/// The finished archive, opened again: the table of contents is the input's, every block decompresses, and rows and
/// content digests per table equal what was read from the verified database.
/// </summary>
internal sealed class RestorableCheck(RunState run, Dump written)
{
    private readonly List<Finding> _findings = [];
    private readonly WrittenEntries _entries = new(run.Dump, written);

    public CheckResult Run(int jobs, CancellationToken cancellation)
    {
        CompareContents();
        ParallelTables.ForEach(run.Tables, jobs, task => Prove(task, _entries.Find(task.Entry)), cancellation);
        return CheckDefinition.Restorable.Result(run.Tables.Count, _findings);
    }

    // Large objects are kept or emptied as a block: what was kept must be readable to its end, and be the same.
    private void ProveLargeObjects(TocEntry before, TocEntry after)
    {
        try
        {
            var kept = run.Policy.LargeObjects == LargeObjectMode.Keep;
            if (!Digest(written, after).SequenceEqual(kept ? Digest(run.Dump, before) : SHA256.HashData([]))) Add(after.FullName, "the large objects changed");
        }
        catch (CiAnonException)
        {
            Add(after.FullName, "its large objects can't be read again");
        }
    }

    private static byte[] Digest(Dump dump, TocEntry entry)
    {
        using var contents = dump.OpenData(entry);
        return SHA256.HashData(contents);
    }

    private void CompareContents()
    {
        foreach (var (entry, problem) in _entries.Differences(Expected)) Add(entry, problem);
        foreach (var before in run.Dump.Toc.Where(entry => entry.IsLargeObjects))
        {
            if (_entries.Find(before) is { } after) ProveLargeObjects(before, after);
        }
    }

    private TocEntry Expected(TocEntry before) =>
        run.MovedSequences.TryGetValue(before.DumpId, out var value) ? before with { Defn = value.In(before.Defn!) } : before;

    private void Prove(TableTask task, TocEntry? entry)
    {
        if (entry is null)
        {
            Add(task.Entry.FullName, "the entry is missing");
            return;
        }
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var block = written.OpenData(entry);
            var reader = new RowReader(block);
            long count = 0;
            for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
            {
                count += rows.Count(CopyText.RowEnd);
                digest.AppendData(rows);
            }
            task.Facts.RowsWritten = count;
            task.Facts.ProvenDigest = digest.GetHashAndReset();
        }
        catch (Exception exception) when (exception is CiAnonException or InvalidDataException)
        {
            Add(task.Name, "its block can't be read again");
            return;
        }
        if (task.Facts.RowsWritten != task.RowsForArtefact) Add(task.Name, $"{task.RowsForArtefact} verified rows, {task.Facts.RowsWritten} in the archive");
        else if (!task.Facts.ProvenDigest.AsSpan().SequenceEqual(task.Facts.Digest)) Add(task.Name, "the archive's rows are not the verified ones");
    }

    private void Add(string what, string detail)
    {
        lock (_findings) _findings.Add(new Finding(what, 1, detail));
    }
}
