using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Loading;

/// <summary>What is created over the rows that were loaded: a foreign key proves something only where both of its tables are there, and a view only where all that it reads is.</summary>
/// <param name="Entries">Keys, constraints and triggers.</param>
/// <param name="Refreshes">Materialized views to fill.</param>
internal sealed record ProvingEntries(IReadOnlyList<TocEntry> Entries, IReadOnlyList<TocEntry> Refreshes)
{
    public static ProvingEntries Of(RunState run, IReadOnlyList<TocEntry> entries)
    {
        var refreshes = run.Schema.Refreshes();
        if (run.Plan.Loading is not { } loading) return new ProvingEntries(entries, refreshes);
        var apart = run.Catalog.ForeignKeys.Where(key => !key.IsUnproven && !(loading.Loads(key.Table) && loading.Loads(key.Referenced))).Select(Name).ToHashSet();
        var idle = run.Catalog.Tables.Where(table => !loading.Loads(table)).SelectMany(table => table.UniqueKeys.Select(key => ((string?)table.Schema, $"{table.Name} {key.Name}"))).ToHashSet();
        var kept = entries.Where(entry => entry.Desc != "FK CONSTRAINT" || !apart.Contains((entry.Namespace, entry.Tag))).ToList();
        return new ProvingEntries(Needed(kept, [.. kept.Where(entry => entry.Desc == "CONSTRAINT" && idle.Contains((entry.Namespace, entry.Tag))).Select(entry => entry.DumpId)]),
            [.. refreshes.Where(entry => loading.Fills(entry.Namespace!, entry.Tag))]);
    }

    // Over no rows a key proves nothing; it is created where something else rests on it.
    private static List<TocEntry> Needed(List<TocEntry> entries, HashSet<int> idle)
    {
        var byId = entries.ToDictionary(entry => entry.DumpId);
        var queue = new Queue<TocEntry>(entries.Where(entry => !idle.Contains(entry.DumpId)));
        while (queue.TryDequeue(out var entry))
        {
            foreach (var needed in entry.Dependencies.Where(idle.Remove)) queue.Enqueue(byId[needed]);
        }
        return [.. entries.Where(entry => !idle.Contains(entry.DumpId))];
    }

    // As pg_dump tags it.
    private static (string? Schema, string Tag) Name(ForeignKey key) => (key.Table.Schema, $"{key.Table.Name} {key.Name}");
}
