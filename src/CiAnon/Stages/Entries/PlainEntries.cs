using CiAnon.Catalogs.Ddl;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Entries;

/// <summary>Which post-data entries are plain keys that nothing else rests on: the catalog has them without a server.</summary>
internal static class PlainEntries
{
    /// <summary>By dump id.</summary>
    public static IReadOnlyDictionary<int, PlainKey> Of(Dump dump, IReadOnlyList<TocEntry> postData)
    {
        var partitioned = dump.Toc.Where(IsOfPartitions).Select(entry => (entry.Namespace ?? "", entry.Tag)).ToHashSet();
        var keys = new Dictionary<int, PlainKey>();
        foreach (var entry in postData.Where(entry => entry.Desc is "CONSTRAINT" or "FK CONSTRAINT" or "INDEX"))
        {
            if (PlainKey.Read(entry.Defn!) is { } key && !partitioned.Contains(key.Table) && (key.Referenced is not { } referenced || !partitioned.Contains(referenced))) keys.Add(entry.DumpId, key);
        }
        // What has to be created needs what it rests on: a view that is grouped by a key, a partition's index that is attached.
        var byId = postData.ToDictionary(entry => entry.DumpId);
        var needed = new Queue<TocEntry>(postData.Where(entry => !keys.ContainsKey(entry.DumpId)));
        while (needed.TryDequeue(out var entry))
        {
            foreach (var dependency in entry.Dependencies)
            {
                if (keys.Remove(dependency)) needed.Enqueue(byId[dependency]);
            }
        }
        return keys;
    }

    // Keys of partitions are bound up with those of other tables, as are their locks.
    private static bool IsOfPartitions(TocEntry entry) => entry.Desc == "TABLE ATTACH"
        || (entry.Desc == "TABLE" && entry.Defn is { } sql && (sql.Contains("\nPARTITION BY ", StringComparison.Ordinal) || sql.Contains(" PARTITION OF ", StringComparison.Ordinal)));
}
