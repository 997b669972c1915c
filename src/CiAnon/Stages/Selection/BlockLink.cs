using CiAnon.Diagnostics;
using CiAnon.Planning.Rows;

namespace CiAnon.Stages.Selection;

/// <summary>A reference among blocks, and the keys of these that it goes by.</summary>
internal sealed record BlockLink(Reference Reference, IReadOnlyList<(int Block, int Key)> Children, IReadOnlyList<(int Block, int Key)> Parents)
{
    /// <summary>Of both sides.</summary>
    public IEnumerable<(int Block, int Key)> Keys => Children.Concat(Parents);

    /// <exception cref="CiAnonException">CIANON4109: rows refer to what isn't there, or to what there are two of.</exception>
    public void Connect(RowGraph graph, IReadOnlyList<SelectedBlock> blocks)
    {
        var index = new KeyIndex([.. Parents.Select(parent => (blocks[parent.Block].Found.Hashes[parent.Key], graph.Base(parent.Block)))]);
        if (index.HasDuplicates)
            throw new CiAnonException(DiagnosticCodes.RowsCannotBeTold, $"{Reference}: several rows have the same key, and which of them is meant can't be told", Reference.Position);
        long missing = 0;
        foreach (var (block, key) in Children)
        {
            var hashes = blocks[block].Found.Hashes[key];
            var rows = new int[hashes.Count];
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = hashes[row] == KeyHasher.None ? RowGraph.None : index.Find(hashes[row]);
                if (rows[row] == RowGraph.None && hashes[row] != KeyHasher.None) missing++;
            }
            graph.Connect(block, [.. Parents.Select(parent => parent.Block)], rows);
        }
        // Rows that an extension ships are in no dump, and what nobody proves may be broken in the original, too.
        if (missing == 0 || !Reference.IsProven || Reference.Referenced.IsFromExtension) return;
        throw new CiAnonException(DiagnosticCodes.RowsCannotBeTold,
            $"{Reference}: {Plural.Of(missing, "row")} refer to what the dump doesn't have, or to a key that is written otherwise there: which rows belong together can't be told");
    }
}
