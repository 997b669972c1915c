using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Blocks;
using CiAnon.Keys;
using CiAnon.Planning.Rows;
using CiAnon.Policies;
using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Decides which rows stay before any is loaded: a first pass reads keys only and asks conditions; then rows go that a filter leaves out,
/// with whatever refers to them, and of a subset all that nothing needs. What stays refers to nothing that doesn't.
/// </summary>
internal sealed class RowSelection
{
    // Keys that are garbage: 16 MB.
    private const long MostWaiting = 2 << 20;

    private readonly RunState _run;
    private readonly RunKey _key;
    private readonly List<SelectedBlock> _blocks;
    private readonly ILookup<uint, (int Index, SelectedBlock Item)> _blocksOf;
    private readonly List<BlockLink> _links = [];
    private readonly SubsetReach? _reach;

    /// <exception cref="CiAnonException">CIANON1222, CIANON1223: a condition or a key that can't be read from the dump.</exception>
    public RowSelection(RunState run, RunKey key)
    {
        _run = run;
        _key = key;
        var plan = run.Plan.Rows;
        _reach = plan.Subset is { } subset ? SubsetReach.Of(plan, subset, run.Catalog) : null;
        var references = plan.References.Where(IsFollowed).ToList();
        var wanted = references.SelectMany(reference => run.Catalog.Tree(reference.Table).Concat(run.Catalog.Tree(reference.Referenced))).Select(table => table.Oid)
            .Concat(plan.MayLose).ToHashSet();
        // A partition tree's blocks stand together, in the order of the dump.
        var order = run.Dump.Toc.Select((entry, index) => (entry.DumpId, index)).ToDictionary(pair => pair.DumpId, pair => pair.index);
        _blocks = [.. run.Tables.Where(task => wanted.Contains(task.Table.Oid))
            .OrderBy(task => run.Catalog.Root(task.Table).Oid).ThenBy(task => order[task.Entry.DumpId]).Select(task => new SelectedBlock(task))];
        _blocksOf = _blocks.Index().ToLookup(block => block.Item.Task.Table.Oid);
        foreach (var reference in references) Link(reference);
        ReadConditions();
        foreach (var block in _blocks) AddSampleKeys(block);
    }

    /// <summary>Reads the keys and decides. Every table task hears which of its rows stay.</summary>
    /// <returns>Counts of the tables that rows are left out of.</returns>
    public IReadOnlyList<SelectedRows> Select(int jobs, CancellationToken cancellation)
    {
        var reader = new KeyReader(_run, new SipHash(_key.Derive("rows").Hash));
        ParallelTables.ForEach([.. _blocks.OrderByDescending(block => block.Task.StoredBytes)], jobs, block => reader.Read(block, cancellation), cancellation);
        if (_blocks.Sum(block => (long)block.Found.Rows) > int.MaxValue)
            throw new CiAnonException(DiagnosticCodes.RowsCannotBeTold, "the tables whose rows are selected have more than 2 147 483 647 rows together: leave some of them out with `rows: none` or `exclude`");
        var graph = new RowGraph([.. _blocks.Select(block => block.Found.Rows)]);
        Connect(graph);
        var choice = new RowChoice(_run, _blocks, graph, new KeyHasher(new SipHash(_key.Derive("rows").Hash)));
        choice.Filter();
        foreach (var block in _blocks) block.Found = block.Found with { Hashes = [] };
        if (_reach is not null) choice.Subset(_reach);
        var selected = Tell(choice);
        GiveBack(graph.Rows);
        return selected;
    }

    // A key that no reference further on goes by, and no sample, is forgotten: of many rows they are most of what is held.
    private void Connect(RowGraph graph)
    {
        var uses = _links.SelectMany(link => link.Keys).CountBy(key => key).ToDictionary();
        foreach (var link in _links)
        {
            link.Connect(graph, _blocks);
            var forgotten = 0L;
            foreach (var (block, key) in link.Keys)
            {
                if (--uses[(block, key)] > 0 || _blocks[block].Task.Plan.Filter?.Sample is not null) continue;
                forgotten += _blocks[block].Found.Hashes[key].Count;
                _blocks[block].Found.Hashes[key].Clear();
            }
            GiveBack(forgotten);
        }
    }

    // Of many rows, arrays that nobody needs any more would lie there until somebody needs their room.
    private static void GiveBack(long rows)
    {
        if (rows > MostWaiting) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private bool IsFollowed(Reference reference) => _reach is not null
        ? _run.Catalog.Tree(reference.Table).Any(table => _reach.Reached.Contains(table.Oid))
        : _run.Catalog.Tree(reference.Table).Any(table => _run.Plan.Rows.MayLose.Contains(table.Oid))
            && _run.Catalog.Tree(reference.Referenced).Any(table => _run.Plan[table].MayLoseRows || _run.Plan[table].Rows == RowsMode.None);

    private void Link(Reference reference)
    {
        var parents = Keys(reference, reference.Referenced, reference.ReferencedColumns, isChild: false);
        var children = Keys(reference, reference.Table, reference.Columns, isChild: true);
        if (parents.Count > 0 && children.Count > 0) _links.Add(new BlockLink(reference, children, parents));
    }

    private List<(int Block, int Key)> Keys(Reference reference, Table table, IReadOnlyList<string> columns, bool isChild)
    {
        var keys = new List<(int, int)>();
        foreach (var (index, block) in _run.Catalog.Tree(table).SelectMany(member => _blocksOf[member.Oid]).OrderBy(found => found.Index))
        {
            var forms = reference.Columns.Zip(reference.ReferencedColumns, (child, parent) => KeyForms.Of(reference.Table.Find(child)!.Type, reference.Referenced.Find(parent)!.Type));
            (int, string)? rows = isChild && reference.When is { } when ? (Field(block, when.Column, reference.ToString()), when.Value) : null;
            keys.Add((index, block.Add(new KeySpec([.. columns.Select(column => Field(block, column, reference.ToString()))], [.. forms], rows))));
        }
        return keys;
    }

    private void ReadConditions()
    {
        using var connection = _run.Connect();
        var reader = new ConditionReader(connection);
        foreach (var block in _blocks)
        {
            var plan = block.Task.Plan;
            if (plan.Filter?.Where is { } where) Filter(block, reader.Read(where, block.Task.Table, plan.FilterOwner!.Name, block.Task.Columns));
            if (_reach?.From.Contains(block.Task.Table.Oid) == true && _reach.Target.Rule.Where is { } chosen)
                block.Subset = block.Add(reader.Read(chosen, block.Task.Table, _reach.Target.From.Name, block.Task.Columns));
        }
    }

    // A row that nobody reads has no originals that could be looked for elsewhere, and can't be missed by those that refer to it.
    private void Filter(SelectedBlock block, SqlCondition condition)
    {
        var why = WhyAllAreRead(block.Task, condition);
        block.IsFilteredThere = _run.Dump.IsLive && why is null;
        if (_run.Dump.IsLive) block.Reading = why is null ? "they stay where they are: the condition is part of the source's COPY" : $"all rows are read: {why}";
        if (block.IsFilteredThere) _run.Dump.Restrict(block.Task.Entry, new RowsThere(condition.Rows, condition.Rule.Position));
        else block.Filter = block.Add(condition);
    }

    private string? WhyAllAreRead(TableTask task, SqlCondition condition)
    {
        if (task.Plan.Columns.Any(column => column.Mask is not null)) return "columns are masked, and the originals of rows that are left out are looked for in all that stays";
        if (_reach is not null) return "there is a subset, which goes by all of them";
        if (_run.Plan.Rows.References.Any(reference => _run.Catalog.Tree(reference.Referenced).Any(table => table.Oid == task.Table.Oid))) return "other tables refer to them";
        if (task.LoadsViaRoot || task.Table.IsFromExtension) return "they don't go into their table by themselves";
        return condition.IsPlain ? null : "the condition has types or functions that aren't PostgreSQL's own, or may give another result each time";
    }

    private static void AddSampleKeys(SelectedBlock block)
    {
        if (block.Task.Plan.Filter?.Sample is not { } sample) return;
        if (SubjectKey(block) is { } subject) block.Add(subject);
        if (sample.Stratify is { } stratify) block.Add(Key(block, [stratify]));
    }

    /// <summary>What tells the subjects of a sample apart; null where only a row's place does.</summary>
    public static KeySpec? SubjectKey(SelectedBlock block) => block.Task.Plan.Filter!.Sample!.By is { } by ? Key(block, [by])
        : block.Task.Table.UniqueKeys.FirstOrDefault(key => key.IsPrimary && key.Columns.All(block.Task.Columns.Contains)) is { } primary ? Key(block, primary.Columns) : null;

    public static KeySpec Key(SelectedBlock block, IReadOnlyList<string> columns) =>
        new([.. columns.Select(column => Field(block, column, "sample"))], [.. columns.Select(column => KeyForms.ToDraw(block.Task.Table.Find(column)!.Type))]);

    private static int Field(SelectedBlock block, string column, string why)
    {
        var index = block.Task.Columns.Index().Where(field => field.Item == column).Select(field => (int?)field.Index).FirstOrDefault();
        return index ?? throw new CiAnonException(DiagnosticCodes.ReferenceDoesNotFit, $"{block.Task.Name}.{column} decides which rows stay ({why}), and the dump has no values of it: it is generated, or was added later");
    }

    private List<SelectedRows> Tell(RowChoice choice)
    {
        var selected = new List<SelectedRows>();
        foreach (var (index, block) in _blocks.Index())
        {
            var leftThere = block.Task.Facts.RowsLeftThere = block.IsFilteredThere ? Math.Max(0, _run.Dump.CountRows(block.Task.Entry)!.Value - block.Found.Rows) : 0;
            IReadOnlyList<LeftOutRows> causes = [.. leftThere > 0 ? [new LeftOutRows(RowsCause.Filter, leftThere)] : (LeftOutRows[])[], .. choice.Causes(index)];
            if (causes.Count == 0) continue;
            var kept = choice.Kept(index);
            block.Task.Kept = kept;
            selected.Add(new SelectedRows(block.Task.Table, kept.Rows + leftThere, kept.Count, causes) { Reading = block.Reading });
        }
        foreach (var group in _run.Tables.GroupBy(task => task.LoadsViaRoot ? _run.Catalog.Root(task.Table).Oid : task.Table.Oid).Where(group => group.Any(task => task.Kept is not null)))
            foreach (var task in group) task.IsRewritten = true;
        return selected;
    }
}
