using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Sandboxes;

namespace CiAnon.Stages;

/// <summary>The dump that another one is judged against: its schema stands in a database of its own, its rows stay in the archive.</summary>
internal sealed class Original
{
    private const string Database = "ci_anon_original";

    private Original(Dump dump, Catalog catalog, IReadOnlyDictionary<string, OriginalBlock> blocks)
    {
        Dump = dump;
        Catalog = catalog;
        Blocks = blocks;
    }

    public Dump Dump { get; }

    public Catalog Catalog { get; }

    /// <summary>By the full name of the table whose rows they hold.</summary>
    public IReadOnlyDictionary<string, OriginalBlock> Blocks { get; }

    public static Original Read(Dump dump, Sandbox sandbox, SchemaSource source, CancellationToken cancellation)
    {
        var schema = new SandboxSchema(dump, sandbox, Database, source);
        schema.RestorePreData(cancellation);
        var catalog = schema.ReadCatalog(cancellation);
        var blocks = dump.Toc.Where(entry => entry.IsTableData)
            .Select(entry => (Table: TableTasks.TableOf(entry, catalog), Block: new OriginalBlock(entry, CopyStatement.Parse(entry)!)))
            .ToDictionary(pair => pair.Table.FullName, pair => pair.Block);
        return new(dump, catalog, blocks);
    }
}

/// <summary>The rows of one table of the original.</summary>
internal sealed record OriginalBlock(TocEntry Entry, CopyStatement Copy)
{
    /// <summary>The rows go in through the top of the partition tree, which decides where they belong.</summary>
    public bool LoadsViaRoot => Copy.Table != Entry.Tag || Copy.Schema != (Entry.Namespace ?? Copy.Schema);
}
