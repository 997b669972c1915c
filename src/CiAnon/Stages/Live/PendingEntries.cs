using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Live;

/// <summary>What of an archive a database lacks that was half built of it: pg_restore writes a table's rows all or not at all, and so it does objects.</summary>
internal static class PendingEntries
{
    // May be said twice, and have no object of their own that could be looked for.
    private static readonly string[] Repeatable = ["ACL", "DEFAULT ACL", "COMMENT", "SECURITY LABEL", "SEQUENCE SET", "SEQUENCE OWNED BY", "ROW SECURITY", "DEFAULT", "MATERIALIZED VIEW DATA", "STATISTICS DATA"];

    // What pg_restore does before and beside entries, and what it says of the database that we create.
    private static readonly string[] Settings = ["ENCODING", "STDSTRINGS", "SEARCHPATH", "DATABASE", "DATABASE PROPERTIES"];

    /// <summary>What is there before rows are: no object without its table's rows, and nothing that may be said later.</summary>
    public static IReadOnlyList<TocEntry> BeforeRows(IReadOnlyList<TocEntry> archive) =>
        [.. archive.Where(entry => entry is { HasData: false, Section: TocSection.PreData } && !Settings.Contains(entry.Desc) && !Repeatable.Contains(entry.Desc))];

    /// <summary>What comes after them.</summary>
    /// <param name="done">Of which the rows are there, or that were there before.</param>
    public static IReadOnlyList<TocEntry> After(IReadOnlyList<TocEntry> archive, IReadOnlySet<int> done) =>
        [.. archive.Where(entry => !done.Contains(entry.DumpId) && !Settings.Contains(entry.Desc))];

    /// <param name="archive">The archive's entries.</param>
    /// <param name="built">Those of the database, as pg_dump sees it.</param>
    /// <param name="rowsMissing">Whether a table's rows are all to be written still.</param>
    /// <returns>In the archive's order; null where the database has to be built anew, as what comes before rows isn't complete.</returns>
    public static IReadOnlyList<TocEntry>? Of(IReadOnlyList<TocEntry> archive, IReadOnlyList<TocEntry> built, Func<TocEntry, bool> rowsMissing)
    {
        var there = built.CountBy(Key).ToDictionary();
        var pending = new List<TocEntry>();
        foreach (var entry in archive.Where(entry => !Settings.Contains(entry.Desc)))
        {
            if (entry.HasData ? !rowsMissing(entry) : IsThere(entry)) continue;
            if (!entry.HasData && !Repeatable.Contains(entry.Desc) && entry.Section == TocSection.PreData) return null;
            pending.Add(entry);
        }
        return pending;

        bool IsThere(TocEntry entry)
        {
            if (Repeatable.Contains(entry.Desc)) return false;
            if (there.GetValueOrDefault(Key(entry)) is not (> 0 and var count)) return false;
            there[Key(entry)] = count - 1;
            return true;
        }
    }

    private static (string Desc, string Schema, string Name) Key(TocEntry entry) => (entry.Desc, entry.Namespace ?? "", entry.Tag);
}
