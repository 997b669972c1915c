using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Planning.Loading;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using CiAnon.Tables;
using CiAnon.Verification;

namespace CiAnon.Stages.Loading;

/// <summary>Finds out, over the empty schema, which tables must be loaded.</summary>
internal static class LoadPlanning
{
    public static LoadPlan Make(Policy policy, Dump dump, SandboxSchema schema, Sandbox sandbox, Catalog catalog, Plan plan)
    {
        if (policy.Proof == ProofMode.Restore) return LoadPlan.Everything(catalog, plan, "proof: restore");
        using var connection = sandbox.Connect(schema.Database);
        var reads = new QueryReads(connection, catalog);
        List<Reader> readers =
        [
            .. SqlCheck.Files(policy).Select(file => reads.OfQuery(Path.GetFileName(file), File.ReadAllText(file))),
            .. schema.Refreshes().Select(entry => reads.OfView(entry.Namespace!, entry.Tag)),
        ];
        var atTop = dump.Toc.Where(entry => entry.IsTableData)
            .Select(entry => (Table: TableTasks.FindTable(entry, catalog), Copy: TableTasks.Copy(entry)))
            .Where(block => block.Table is { } table && (block.Copy.Schema != table.Schema || block.Copy.Table != table.Name))
            .Select(block => block.Table!.Oid).ToHashSet();
        var constants = new ConstantValues(connection);
        return LoadPlanner.Make(catalog, plan, new LoadFacts(DumpEncoding.IsUnicode(dump), readers, constants.IsValid,
            new LooseColumns(connection, catalog).Contains, table => atTop.Contains(table.Oid)));
    }
}
