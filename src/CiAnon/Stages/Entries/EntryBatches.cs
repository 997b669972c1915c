using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Entries;

/// <summary>Entries that go to the server together.</summary>
internal static class EntryBatches
{
    // A hundred share their way and their commit, and hold a few hundred locks, which every server has.
    public const int MostEntries = 100;

    private const int MostCharacters = 1 << 20;

    public static IEnumerable<IReadOnlyList<TocEntry>> Of(IEnumerable<TocEntry> entries)
    {
        var batch = new List<TocEntry>();
        var characters = 0;
        foreach (var entry in entries)
        {
            if (batch.Count == MostEntries || (batch.Count > 0 && characters + entry.Defn!.Length > MostCharacters))
            {
                yield return batch;
                batch = [];
                characters = 0;
            }
            batch.Add(entry);
            characters += entry.Defn!.Length;
        }
        if (batch.Count > 0) yield return batch;
    }
}
