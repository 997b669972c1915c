using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Planning;

namespace CiAnon.Tables;

/// <summary>Pairs the dump's data blocks with tables of the catalog.</summary>
internal static class TableTasks
{
    private const int LeastStoredRow = 24;

    /// <summary>The table that a TABLE DATA entry belongs to.</summary>
    /// <exception cref="CiAnonException">CIANON3nnn: made with --inserts.</exception>
    public static Table TableOf(TocEntry entry, Catalog catalog) => FindTable(entry, catalog)
        ?? throw new CiAnonException(DiagnosticCodes.DumpHasNoSchema,
            $"{entry.FullName} has rows, but the dump doesn't create its table: was it made with --no-schema, --data-only or --section? {DiagnosticCodes.DumpHasNoSchema.Help}");

    /// <summary>The same for a catalog that may lack tables: null.</summary>
    public static Table? FindTable(TocEntry entry, Catalog catalog)
    {
        var copy = Copy(entry);
        return catalog.Find(entry.Namespace ?? copy.Schema, entry.Tag) ?? catalog.Find(copy.Schema, copy.Table);
    }

    /// <summary>The statement that a TABLE DATA entry's rows come with.</summary>
    /// <exception cref="CiAnonException">CIANON3nnn: made with --inserts.</exception>
    public static CopyStatement Copy(TocEntry entry) => CopyStatement.Parse(entry) ?? throw new CiAnonException(DiagnosticCodes.DumpHasInserts,
        $"{entry.FullName} says in another way than pg_dump what its rows are. {DiagnosticCodes.DumpHasInserts.Help}");

    /// <summary>Largest first, so that no core waits at the end.</summary>
    /// <param name="asIs">No mask is applied and no row dropped: the dump is to be judged.</param>
    public static IReadOnlyList<TableTask> Make(Dump dump, Catalog catalog, Plan plan, bool asIs = false)
    {
        var tasks = dump.Toc.Where(entry => entry.IsTableData)
            .Select(entry => (entry, table: TableOf(entry, catalog)))
            .Select(pair => new TableTask(pair.entry, CopyStatement.Parse(pair.entry)!, pair.table, plan[pair.table], dump.StoredBytes(pair.entry), asIs))
            .OrderByDescending(task => task.StoredBytes).ToList();
        // Rows that go in through the top may change places with those of other blocks of the tree: all of its blocks are written anew, or none.
        foreach (var group in tasks.GroupBy(task => task.LoadsViaRoot ? catalog.Root(task.Table).Oid : task.Table.Oid))
        {
            // A live database's rows can't be copied as they were stored.
            var isRewritten = dump.IsLive || group.Any(task => task.ChangesRows);
            foreach (var task in group)
            {
                task.IsRewritten = isRewritten;
                task.IsLoaded = asIs || plan.Loading?.Loads(task.Table) != false;
            }
        }
        return tasks;
    }

    /// <summary>Whether the dump has a data block for a table, or for a partition or child of it.</summary>
    public static Func<Table, bool> HasRows(Dump dump, Catalog catalog)
    {
        var filled = dump.Toc.Where(entry => entry.IsTableData).Select(entry => TableOf(entry, catalog)).ToList();
        var tables = filled.Concat(filled.SelectMany(catalog.Ancestors)).Select(table => table.Oid).ToHashSet();
        return table => tables.Contains(table.Oid);
    }

    /// <summary>
    /// No table can have more rows than this. Unique rows cost a compressed block at least a byte each, and an uncompressed one
    /// a separator and a character per column. On a server's disk a row's header and pointer alone take more than <see cref="LeastStoredRow"/>.
    /// </summary>
    public static Func<Table, long> RowBound(Dump dump, Catalog catalog)
    {
        var bounds = dump.Toc.Where(entry => entry.IsTableData)
            .Where(entry => FindTable(entry, catalog) is not null)
            .GroupBy(entry => catalog.Root(TableOf(entry, catalog)), dump.StoredBytes)
            .ToDictionary(group => group.Key.Oid, group => group.Sum() / LeastRowBytes(group.Key));
        return table => Math.Max(1, bounds.GetValueOrDefault(catalog.Root(table).Oid));

        int LeastRowBytes(Table table) => dump.IsLive ? LeastStoredRow : dump.Header.Compression == Compression.None || dump.Format == DumpFormat.Plain ? 2 * Math.Max(1, table.Columns.Count) : 1;
    }
}
