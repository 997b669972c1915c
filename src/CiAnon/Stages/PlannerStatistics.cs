using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Stages.Entries;

namespace CiAnon.Stages;

/// <summary>
/// <c>pg_dump --statistics</c> quotes the commonest values of columns in the table of contents: what it knows of a table whose rows change is
/// no part of the artefact. What is kept is searched as every definition is.
/// </summary>
internal static class PlannerStatistics
{
    /// <summary>Takes entries out of the dump's table of contents.</summary>
    /// <param name="keepsNone">The artefact is a dump of the sandbox, which has no statistics.</param>
    /// <returns>Null where the dump has none.</returns>
    public static StatisticsPlan? LeaveOut(Dump dump, Catalog catalog, Plan plan, bool keepsNone)
    {
        var statistics = dump.Toc.Where(EntryRoles.IsStatistics).ToList();
        if (statistics.Count == 0) return null;
        var entries = dump.Toc.ToDictionary(entry => entry.DumpId);
        var changed = Changed(catalog, plan);
        var gone = statistics.Where(entry => keepsNone || !Tables(entry, entries, catalog).All(table => table is not null && !changed.Contains(table.Oid)))
            .Select(entry => entry.DumpId).ToHashSet();
        dump.LeaveOut(gone);
        return new StatisticsPlan(statistics.Count - gone.Count, gone.Count);
    }

    // A parent's statistics speak of its children's rows, too.
    private static HashSet<uint> Changed(Catalog catalog, Plan plan)
    {
        var changed = plan.Tables.Where(IsChanged).Select(table => table.Table).ToList();
        return [.. changed.Concat(changed.SelectMany(catalog.Ancestors)).Select(table => table.Oid)];
    }

    // Empty: rows that stayed out of the dump may still be quoted. Foreign: nobody looks at the rows that are quoted.
    private static bool IsChanged(TablePlan plan) => plan.Rows != RowsMode.All || plan.MayLoseRows || plan.Table.Kind == TableKind.Foreign
        || plan.Columns.Any(column => column.Action is ColumnAction.Masked or ColumnAction.Empty);

    // Null for whatever isn't a table of the catalog: a materialized view's rows are computed from any others.
    private static IEnumerable<Table?> Tables(TocEntry statistics, Dictionary<int, TocEntry> entries, Catalog catalog)
    {
        var relations = Dependencies(statistics, entries).SelectMany(entry => entry.Desc is "INDEX" or "CONSTRAINT" or "STATISTICS"
            ? Dependencies(entry, entries).Where(IsRelation)
            : IsRelation(entry) ? [entry] : Array.Empty<TocEntry>());
        return relations.Select(entry => catalog.Find(entry.Namespace ?? "", entry.Tag)).DefaultIfEmpty(null);
    }

    private static IEnumerable<TocEntry> Dependencies(TocEntry entry, Dictionary<int, TocEntry> entries) =>
        entry.Dependencies.Where(entries.ContainsKey).Select(id => entries[id]);

    private static bool IsRelation(TocEntry entry) => entry.Desc is "TABLE" or "FOREIGN TABLE" or "MATERIALIZED VIEW" or "VIEW";
}
