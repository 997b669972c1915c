using CiAnon.Catalogs;
using CiAnon.Planning.Rows;

namespace CiAnon.Stages.Selection;

/// <summary>Which tables a subset can have rows of, by references alone: all others are left empty without a look at their keys.</summary>
/// <param name="From">The subset's table and its partitions, by oid.</param>
/// <param name="Whole">Tables that stay whole, by oid.</param>
internal sealed record SubsetReach(SubsetTarget Target, IReadOnlySet<uint> From, IReadOnlySet<uint> Whole, IReadOnlySet<uint> Reached)
{
    public static SubsetReach Of(RowsPlan plan, SubsetTarget target, Catalog catalog)
    {
        var from = Tree(catalog, target.From);
        var whole = plan.Whole.Except(from).ToHashSet();
        var reached = from.ToHashSet();
        // Down to children and theirs, but not back into the subset's own table.
        Grow(plan.References.Where(reference => !from.Contains(reference.Table.Oid)), reference => (reference.Referenced, reference.Table));
        reached.UnionWith(whole);
        Grow(plan.References, reference => (reference.Table, reference.Referenced));
        return new SubsetReach(target, from, whole, reached);

        void Grow(IEnumerable<Reference> references, Func<Reference, (Table Here, Table There)> direction)
        {
            var edges = references.Select(direction).SelectMany(edge => catalog.Tree(edge.Here).Select(here => (here.Oid, edge.There))).ToLookup(edge => edge.Oid, edge => edge.There);
            var waiting = new Queue<uint>(reached);
            while (waiting.TryDequeue(out var here))
            {
                foreach (var there in edges[here].SelectMany(catalog.Tree))
                    if (reached.Add(there.Oid)) waiting.Enqueue(there.Oid);
            }
        }
    }

    private static HashSet<uint> Tree(Catalog catalog, Table table) => [.. catalog.Tree(table).Select(member => member.Oid)];
}
