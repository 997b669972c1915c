using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Outside;
using CiAnon.Planning;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Tables;

namespace CiAnon.Audits;

/// <summary>The schema that a policy is compared with: a dump's table of contents, or a database's catalog.</summary>
/// <param name="Name">For people.</param>
/// <param name="Unseen">Tables that the dump has rows for and doesn't create.</param>
internal sealed record AuditSource(string Name, Catalog Catalog, PlanningFacts Facts, IReadOnlyList<string> Unseen)
{
    public static AuditSource Read(AuditOptions options, Dump? dump) =>
        dump is not null ? FromDump(dump) : FromDatabase(options.Database ?? throw new ArgumentException("a dump or a database", nameof(options)));

    private static AuditSource FromDump(Dump dump)
    {
        var catalog = DumpCatalog.Read(dump);
        var blocks = dump.Toc.Where(entry => entry.IsTableData).Select(entry => (Entry: entry, Table: TableTasks.FindTable(entry, catalog))).ToList();
        // A dump of the schema alone says nothing about which tables are empty.
        var filled = blocks.Select(block => block.Table).OfType<Table>().ToList();
        var withRows = filled.Concat(filled.SelectMany(catalog.Ancestors)).Select(table => table.Oid).ToHashSet();
        var facts = new PlanningFacts(RunKey.Forgotten(), table => blocks.Count == 0 || withRows.Contains(table.Oid), TableTasks.RowBound(dump, catalog),
            SequenceValues.Read(dump), AsciiOnly: !DumpEncoding.IsUnicode(dump), dump.HasLargeObjects)
        {
            Plugins = new PluginAssemblies().Load,
        };
        return new AuditSource(StandardInput.Is(dump.Path) ? StandardInput.Name : Path.GetFileName(Path.TrimEndingDirectorySeparator(dump.Path)), catalog, facts,
            [.. blocks.Where(block => block.Table is null).Select(block => $"{block.Entry.Namespace}.{block.Entry.Tag}")]);
    }

    private static AuditSource FromDatabase(string connectionString)
    {
        var (name, catalog) = LiveDatabase.Read(connectionString);
        return new AuditSource(name, catalog,
            new PlanningFacts(RunKey.Forgotten(), _ => true, _ => 1, _ => null, AsciiOnly: false, HasLargeObjects: false) { Plugins = new PluginAssemblies().Load }, []);
    }
}
