using CiAnon.Planning.Rows;
using CiAnon.Policies;
using CiAnon.Policies.Rows;
using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>The decision, row by row: filters, what refers to rows that are gone, limits, a subset. Counts each row's cause.</summary>
internal sealed class RowChoice(RunState run, IReadOnlyList<SelectedBlock> blocks, RowGraph graph, KeyHasher hasher)
{
    private readonly long[,] _causes = new long[blocks.Count, Enum.GetValues<RowsCause>().Length];
    private RowBits _kept = new(graph.Rows, isSet: true);

    public void Filter()
    {
        for (var block = 0; block < blocks.Count; block++)
        {
            if (blocks[block].Task.Plan.Rows == RowsMode.None) DropAll(block, RowsCause.None);
            else if (blocks[block].Filter is { } condition) DropUnless(block, blocks[block].Found.Passed[condition], RowsCause.Filter);
        }
        var filters = Enumerable.Range(0, blocks.Count).Where(block => blocks[block].Task.Plan is { Rows: RowsMode.All, Filter: not null })
            .GroupBy(block => blocks[block].Task.Plan.Filter!).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (filter, members) in filters.Where(filter => filter.Key.Sample is not null)) Sample(filter.Sample!, members);
        DropOrphans();
        // Parents first, so that the first rows of a child are those whose parents stay.
        foreach (var filter in ParentsFirst().Select(block => blocks[block].Task.Plan.Filter).OfType<RowsFilter>().Where(filter => filter.Limit is not null && filters.ContainsKey(filter)).Distinct())
        {
            Limit(filter.Limit!.Value, filters[filter]);
            DropOrphans();
        }
    }

    public void Subset(SubsetReach reach)
    {
        var isFrom = blocks.Select(block => reach.From.Contains(block.Task.Table.Oid)).ToList();
        var whole = blocks.Index().Where(block => reach.Whole.Contains(block.Item.Task.Table.Oid)).SelectMany(block => Rows(block.Index));
        var chosen = blocks.Index().Where(block => isFrom[block.Index]).SelectMany(block => block.Item.Subset is { } condition
            ? Passed(block.Index, block.Item.Found.Passed[condition]) : Rows(block.Index)).Where(row => _kept[row]);
        var needed = graph.Needed(_kept, reach.Target.Rule.Limit is { } limit ? chosen.Take(limit) : chosen, block => isFrom[block], whole);
        for (var block = 0; block < blocks.Count; block++)
            _causes[block, (int)RowsCause.Subset] = Count(block, _kept) - Count(block, needed);
        _kept = needed;
    }

    public IReadOnlyList<LeftOutRows> Causes(int block) =>
        [.. Enum.GetValues<RowsCause>().Select(cause => new LeftOutRows(cause, _causes[block, (int)cause])).Where(cause => cause.Rows > 0)];

    public KeptRows Kept(int block) => new(_kept, graph.Base(block), blocks[block].Found.Rows, blocks[block].Found.Bytes, Count(block, _kept));

    private int Count(int block, RowBits bits) => bits.Count(graph.Base(block), graph.Base(block + 1));

    private IEnumerable<int> Rows(int block) => Enumerable.Range(graph.Base(block), blocks[block].Found.Rows);

    private IEnumerable<int> Passed(int block, LongList numbers)
    {
        for (var i = 0; i < numbers.Count; i++) yield return graph.Base(block) + (int)numbers[i];
    }

    private void DropAll(int block, RowsCause cause)
    {
        foreach (var row in Rows(block)) Drop(row, block, cause);
    }

    private void DropUnless(int block, LongList passed, RowsCause cause)
    {
        var next = 0;
        for (var row = 0; row < blocks[block].Found.Rows; row++)
        {
            if (next < passed.Count && passed[next] == (ulong)row) next++;
            else Drop(graph.Base(block) + row, block, cause);
        }
    }

    private void Drop(int row, int block, RowsCause cause)
    {
        if (!_kept[row]) return;
        _kept.Clear(row);
        _causes[block, (int)cause]++;
    }

    private void DropOrphans() => graph.DropOrphans(_kept, row => _causes[graph.BlockOf(row), (int)RowsCause.Orphan]++);

    private void Sample(RowsSample sample, List<int> members)
    {
        if (sample.Stratify is null)
        {
            foreach (var (block, row, subject, _) in Subjects(sample, members))
                if (!Sampling.IsDrawn(subject, sample.Share)) Drop(row, block, RowsCause.Sample);
            return;
        }
        var drawn = Sampling.Draw(Subjects(sample, members).Select(row => (row.Stratum, row.Subject)), sample.Share);
        foreach (var (block, row, subject, _) in Subjects(sample, members))
            if (!drawn.Contains(subject)) Drop(row, block, RowsCause.Sample);
    }

    // Of the rows that a condition left. A row without a subject is one of its own.
    private IEnumerable<(int Block, int Row, ulong Subject, ulong Stratum)> Subjects(RowsSample sample, List<int> members)
    {
        foreach (var block in members)
        {
            var found = blocks[block].Found;
            var subjects = RowSelection.SubjectKey(blocks[block]) is { } key ? found.Hashes[blocks[block].Add(key)] : null;
            var strata = sample.Stratify is { } stratify ? found.Hashes[blocks[block].Add(RowSelection.Key(blocks[block], [stratify]))] : null;
            var name = hasher.Hash(blocks[block].Task.Name);
            for (var row = 0; row < found.Rows; row++)
            {
                if (!_kept[graph.Base(block) + row]) continue;
                var subject = subjects?[row] ?? KeyHasher.None;
                yield return (block, graph.Base(block) + row, subject == KeyHasher.None ? hasher.Hash(name, row) : subject, strata?[row] ?? 0);
            }
        }
    }

    private void Limit(int limit, List<int> members)
    {
        foreach (var block in members)
        {
            foreach (var row in Rows(block))
            {
                if (!_kept[row]) continue;
                if (limit > 0) limit--;
                else Drop(row, block, RowsCause.Limit);
            }
        }
    }

    private List<int> ParentsFirst()
    {
        var order = new List<int>();
        var seen = new HashSet<uint>();
        var byTable = Enumerable.Range(0, blocks.Count).ToLookup(block => blocks[block].Task.Table.Oid);
        var parents = run.Plan.Rows.References.SelectMany(reference => run.Catalog.Tree(reference.Table).Select(child => (Child: child.Oid, reference.Referenced)))
            .ToLookup(pair => pair.Child, pair => pair.Referenced);
        foreach (var block in blocks) Visit(block.Task.Table.Oid);
        return order;

        void Visit(uint table)
        {
            if (!seen.Add(table)) return;
            foreach (var parent in parents[table].SelectMany(run.Catalog.Tree)) Visit(parent.Oid);
            order.AddRange(byTable[table]);
        }
    }
}
