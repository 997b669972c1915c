using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Policies;
using CiAnon.Tables;

namespace CiAnon.Verification;

/// <summary>
/// The finished archive, opened again: the table of contents is the input's, every block decompresses, copied blocks are the input's, and
/// rows and content digests of the others equal what was written.
/// </summary>
internal sealed class RestorableCheck(RunResult run, Dump written)
{
    private readonly List<Finding> _findings = [];
    private readonly WrittenEntries _entries = new(run.Dump, written);

    /// <summary>Reads and searches everything, and compares it.</summary>
    public CheckResult Run(int jobs, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        CompareContents();
        var unread = new ArchivePass(run, written, _entries.Find).Run(run.Tables, jobs, progress, cancellation);
        var broken = unread.Select(finding => finding.Object).ToHashSet();
        ParallelTables.ForEach([.. run.Tables.Where(task => !broken.Contains(task.Name) && !broken.Contains(task.Entry.FullName))], jobs, Compare, cancellation);
        return CheckDefinition.Restorable.Result(run.Tables.Count, [.. unread, .. _findings]);
    }

    private void CompareContents()
    {
        foreach (var (entry, problem) in _entries.Differences(Expected)) Add(entry, problem);
        foreach (var before in run.Dump.Toc.Where(entry => entry.IsLargeObjects))
        {
            if (_entries.Find(before) is { } after) CompareLargeObjects(before, after);
        }
    }

    private TocEntry Expected(TocEntry before) =>
        run.MovedSequences.TryGetValue(before.DumpId, out var value) ? before with { Defn = value.In(before.Defn!) } : before;

    // Large objects are kept or emptied as a block: what was kept must be readable to its end, and be the same.
    private void CompareLargeObjects(TocEntry before, TocEntry after)
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

    private void Compare(TableTask task)
    {
        var facts = task.Facts;
        if (task.Way == BlockWay.Copied)
        {
            if (!IsSameBlock(task.Entry, _entries.Find(task.Entry)!))
            {
                Add(task.Name, "the archive's block is not the dump's");
                return;
            }
            // The same bytes have the same rows; those of a table that went nowhere else were counted here.
            if (!task.IsLoaded) (facts.RowsRead, facts.RowsStored) = (facts.RowsWritten, facts.RowsWritten);
        }
        if (facts.RowsWritten != task.RowsForArtefact) Add(task.Name, $"{task.RowsForArtefact} verified rows, {facts.RowsWritten} in the archive");
        else if (task.Way != BlockWay.Copied && !facts.ProvenDigest.AsSpan().SequenceEqual(facts.Digest)) Add(task.Name, "the archive's rows are not the verified ones");
    }

    // As stored, which costs no decompression; the same rows may be stored otherwise where format or compression differ.
    private bool IsSameBlock(TocEntry before, TocEntry after) =>
        (run.Dump.DigestStored(before) is { } stored && written.DigestStored(after) is { } copy && stored.AsSpan().SequenceEqual(copy))
            || Digest(run.Dump, before).AsSpan().SequenceEqual(Digest(written, after));

    private static byte[] Digest(Dump dump, TocEntry entry)
    {
        using var contents = dump.OpenData(entry);
        return SHA256.HashData(contents);
    }

    private void Add(string what, string detail)
    {
        lock (_findings) _findings.Add(new Finding(what, 1, detail));
    }
}
