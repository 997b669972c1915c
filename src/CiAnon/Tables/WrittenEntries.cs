using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Scripts;

namespace CiAnon.Tables;

/// <summary>Which entry of a written dump is which of its source: by number, or by kind and name where a script is written, which has no numbers.</summary>
internal sealed class WrittenEntries
{
    private readonly Dump _source;
    private readonly Dump _written;
    private readonly Dictionary<int, TocEntry> _found;

    public WrittenEntries(Dump source, Dump written)
    {
        _source = source;
        _written = written;
        var byName = Named(written.Toc).ToDictionary(pair => pair.Name, pair => pair.Entry);
        _found = written.Format != DumpFormat.Plain
            ? written.Toc.ToDictionary(entry => entry.DumpId)
            : Named(source.Toc).Where(pair => byName.ContainsKey(pair.Name)).ToDictionary(pair => pair.Entry.DumpId, pair => byName[pair.Name]);
    }

    /// <summary>Null where it wasn't written.</summary>
    public TocEntry? Find(TocEntry source) => _found.GetValueOrDefault(source.DumpId);

    /// <summary>What differs from the table of contents that was to be written, and how.</summary>
    /// <param name="expected">An entry with what was to change in it.</param>
    public IEnumerable<(string Entry, string Problem)> Differences(Func<TocEntry, TocEntry> expected)
    {
        var isPrinted = _written.Format == DumpFormat.Plain && _source.Format != DumpFormat.Plain;
        var before = isPrinted ? [.. _source.Toc.Where(ArchiveScript.IsPrinted)] : _source.Toc;
        var after = isPrinted ? [.. _written.Toc.Where(ArchiveScript.IsPrinted)] : _written.Toc;
        if (before.Count != after.Count) yield return ("table of contents", $"{before.Count} entries became {after.Count}");
        foreach (var entry in before)
        {
            var found = Find(entry);
            if (found is null) yield return (entry.FullName, "the entry is missing");
            else if (!(isPrinted ? AreSameText(expected(entry), SameRows(found, entry)) : TocComparison.AreEqual(expected(entry), SameRows(Renumbered(found, entry), entry)))) yield return (entry.FullName, "the entry changed");
        }
        if (isPrinted) yield break;
        foreach (var (first, second) in before.Zip(after))
        {
            if (first.FullName != second.FullName) yield return (first.FullName, "the entry is elsewhere");
        }
    }

    // The numbers of a script's entries are their places in it: those behind one that was left out have others.
    private TocEntry Renumbered(TocEntry found, TocEntry source) =>
        _written.Format == DumpFormat.Plain ? found with { DumpId = source.DumpId, Dependencies = source.Dependencies } : found;

    // No dump has the statement that rows in INSERT statements would have: it follows from them, and where none are left, from their table.
    private static TocEntry SameRows(TocEntry found, TocEntry source) => found.IsInserts && source.IsInserts ? found with { CopyStmt = source.CopyStmt } : found;

    private static bool AreSameText(TocEntry source, TocEntry written) => source.HasData == written.HasData
        && (source.Defn ?? "").TrimEnd('\n') == (written.Defn ?? "").TrimEnd('\n')
        && (source.CopyStmt ?? "") == (written.CopyStmt ?? "")
        && (source.Owner ?? "") == (written.Owner ?? "");

    private static IEnumerable<(string Name, TocEntry Entry)> Named(IEnumerable<TocEntry> entries) =>
        entries.GroupBy(entry => $"{entry.Desc}\0{entry.Namespace}\0{entry.Tag}").SelectMany(group => group.Select((entry, number) => ($"{group.Key}\0{number}", entry)));
}
