using CiAnon.Dumps;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using CiAnon.Tables;

namespace CiAnon.Stages;

/// <summary>Puts the schema of the dump that another one is judged against into a database of its own.</summary>
internal static class OriginalSchema
{
    private const string Database = "ci_anon_original";

    public static Original Restore(Dump dump, Sandbox sandbox, SchemaSource source, CancellationToken cancellation)
    {
        var schema = new SandboxSchema(dump, sandbox, Database, source);
        schema.RestorePreData(cancellation);
        var catalog = schema.ReadCatalog(cancellation);
        var blocks = dump.Toc.Where(entry => entry.IsTableData)
            .Select(entry => (Table: TableTasks.TableOf(entry, catalog), Block: new OriginalBlock(entry, CopyStatement.Parse(entry)!)))
            .ToDictionary(pair => pair.Table.FullName, pair => pair.Block);
        return new Original(dump, catalog, blocks);
    }
}
