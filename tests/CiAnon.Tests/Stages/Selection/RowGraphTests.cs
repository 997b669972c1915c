using CiAnon.Stages.Selection;
using CiAnon.Tables;

namespace CiAnon.Tests.Stages.Selection;

/// <summary>Which rows stay, against a judge that knows no better way than to look at every reference again and again.</summary>
public class RowGraphTests(ITestOutputHelper output)
{
    private static readonly int Seed = Environment.TickCount;

    [Fact]
    public void Random_schemas_of_rows_are_closed_as_the_simplest_judge_closes_them()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
        {
            var sizes = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(0, 12)).ToList();
            var graph = new RowGraph(sizes);
            var references = References(random, sizes, graph);
            var kept = new RowBits(graph.Rows, isSet: true);
            var expected = Enumerable.Range(0, graph.Rows).Where(_ => random.Next(4) > 0).ToHashSet();
            foreach (var row in Enumerable.Range(0, graph.Rows).Where(row => !expected.Contains(row))) kept.Clear(row);

            var dropped = new List<int>();
            graph.DropOrphans(kept, dropped.Add);
            var before = expected.ToHashSet();
            while (expected.RemoveWhere(row => references.Exists(link => link.Child == row && !expected.Contains(link.Parent))) > 0)
            {
            }
            Assert.Equal(expected.Order(), Set(kept, graph.Rows));
            Assert.Equal(before.Except(expected).Order(), dropped.Order());

            var from = random.Next(sizes.Count);
            var chosen = Rows(graph, sizes, from).Where(row => kept[row] && random.Next(2) == 0).ToList();
            var whole = Rows(graph, sizes, random.Next(sizes.Count)).ToList();
            var needed = graph.Needed(kept, chosen, block => block == from, whole);
            Assert.Equal(Needed(expected, references, chosen, whole, row => graph.BlockOf(row) == from).Order(), Set(needed, graph.Rows));
            for (var block = 0; block < sizes.Count; block++)
                Assert.Equal(Rows(graph, sizes, block).Count(row => needed[row]), needed.Count(graph.Base(block), graph.Base(block + 1)));
        }
    }

    [Fact]
    public void A_chain_as_long_as_its_table_is_followed_to_its_end()
    {
        const int Rows = 300_000;
        var order = Enumerable.Range(0, Rows).ToArray();
        new Random(Seed).Shuffle(order);
        var parents = new int[Rows];
        for (var i = 0; i < Rows; i++) parents[order[i]] = i == 0 ? RowGraph.None : order[i - 1];
        var graph = new RowGraph([Rows]);
        graph.Connect(0, [0], parents);
        var kept = new RowBits(Rows, isSet: true);
        kept.Clear(order[10]);
        graph.DropOrphans(kept, static _ => { });
        Assert.Equal(10, kept.Count(0, Rows));
    }

    private static List<(int Child, int Parent)> References(Random random, List<int> sizes, RowGraph graph)
    {
        var references = new List<(int, int)>();
        for (var link = random.Next(0, 7); link > 0; link--)
        {
            var child = random.Next(sizes.Count);
            var parents = Enumerable.Range(0, sizes.Count).Where(_ => random.Next(2) == 0).DefaultIfEmpty(child).ToList();
            var candidates = parents.SelectMany(parent => Rows(graph, sizes, parent)).ToList();
            var rows = Rows(graph, sizes, child).Select(_ => candidates.Count == 0 || random.Next(3) == 0 ? RowGraph.None : candidates[random.Next(candidates.Count)]).ToArray();
            graph.Connect(child, parents, rows);
            references.AddRange(rows.Index().Where(row => row.Item != RowGraph.None).Select(row => (graph.Base(child) + row.Index, row.Item)));
        }
        return references;
    }

    private static HashSet<int> Needed(HashSet<int> kept, List<(int Child, int Parent)> references, IEnumerable<int> chosen, IEnumerable<int> whole, Func<int, bool> isFrom)
    {
        var needed = chosen.ToHashSet();
        while (references.Where(link => needed.Contains(link.Parent) && kept.Contains(link.Child) && !isFrom(link.Child)).Any(link => needed.Add(link.Child)))
        {
        }
        needed.UnionWith(whole.Where(kept.Contains));
        while (references.Where(link => needed.Contains(link.Child) && kept.Contains(link.Parent)).Any(link => needed.Add(link.Parent)))
        {
        }
        return needed;
    }

    private static IEnumerable<int> Rows(RowGraph graph, List<int> sizes, int block) => Enumerable.Range(graph.Base(block), sizes[block]);

    private static IEnumerable<int> Set(RowBits bits, int rows) => Enumerable.Range(0, rows).Where(row => bits[row]);
}
