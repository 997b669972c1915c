using CiAnon.Catalogs;
using CiAnon.Dumps;

namespace CiAnon.Stages.Loading;

/// <summary>What is created over the rows that were loaded: a foreign key proves something only where both of its tables are there, and a view only where all that it reads is.</summary>
/// <param name="Entries">Keys, constraints and triggers.</param>
/// <param name="Refreshes">Materialized views to fill.</param>
internal sealed record ProvingEntries(IReadOnlyList<TocEntry> Entries, IReadOnlyList<TocEntry> Refreshes)
{
    public static ProvingEntries Of(RunState run, IReadOnlyList<TocEntry> entries)
    {
        var refreshes = run.Dump.Toc.Where(EntryRoles.IsRefresh).Where(entry => !string.IsNullOrEmpty(entry.Defn));
        if (run.Plan.Loading is not { } loading) return new ProvingEntries(entries, [.. refreshes]);
        var apart = run.Catalog.ForeignKeys.Where(key => !key.IsUnproven && !(loading.Loads(key.Table) && loading.Loads(key.Referenced))).Select(Name).ToHashSet();
        return new ProvingEntries([.. entries.Where(entry => entry.Desc != "FK CONSTRAINT" || !apart.Contains((entry.Namespace, entry.Tag)))],
            [.. refreshes.Where(entry => loading.Fills(entry.Namespace!, entry.Tag))]);
    }

    // As pg_dump tags it.
    private static (string? Schema, string Tag) Name(ForeignKey key) => (key.Table.Schema, $"{key.Table.Name} {key.Name}");
}
