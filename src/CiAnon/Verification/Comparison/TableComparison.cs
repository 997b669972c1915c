using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Residual;
using CiAnon.Tables;

namespace CiAnon.Verification.Comparison;

/// <summary>
/// Compares the masked columns of one table with the original's. Rows are matched by their order where unmasked columns prove that
/// it is the same, else by a key; where nothing identifies a row, no value of the dump may occur in the original at all.
/// </summary>
internal sealed class TableComparison
{
    private const int MostRowsToMatch = 20_000_000;

    private readonly string _name;
    private readonly IReadOnlyList<TableTask> _tasks;
    private readonly IReadOnlyList<OriginalBlock> _blocks;
    private readonly Dump _dump;
    private readonly Dump _original;
    private readonly CancellationToken _cancellation;
    private readonly ComparedColumn[] _columns;
    private readonly ComparedText[] _texts;
    private readonly (int Here, int There)[] _witnesses;
    private readonly string _witnessNames;
    private readonly bool _hasKey;
    private readonly SipHash _hash = new(RunKey.Forgotten().Derive("comparison").Hash);
    private readonly List<Finding> _findings = [];
    private byte[] _tuple = new byte[256];

    /// <param name="table">The table, or the top of the tree.</param>
    /// <param name="tasks">The table, or all partitions of a tree among which rows move.</param>
    /// <param name="blocks">The original's, one for each.</param>
    public TableComparison(TablePlan table, IReadOnlyList<TableTask> tasks, IReadOnlyList<OriginalBlock> blocks, Dump dump, Dump original, Originals originals, CancellationToken cancellation)
    {
        (_name, _tasks, _blocks, _dump, _original, _cancellation) = (table.Table.FullName, tasks, blocks, dump, original, cancellation);
        var there = blocks[0].Copy.Columns.Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index);
        var here = tasks[0].Columns.Select((name, index) => (Name: name, Index: index, Plan: table.Find(name))).Where(column => there.ContainsKey(column.Name)).ToList();
        _columns = [.. here.Where(column => ComparedColumn.CanBeJudged(column.Plan)).Select(column => new ComparedColumn(column.Plan!, column.Index, there[column.Name]))];
        _texts = [.. here.Where(column => ComparedText.CanBeJudged(column.Plan)).Select(column => new ComparedText(column.Plan!, column.Index, there[column.Name], originals))];

        var unmasked = here.Where(column => column.Plan is { Mask: null }).ToList();
        var key = table.Table.UniqueKeys.FirstOrDefault(key => key is { IsPartial: false, HasExpressions: false }
            && key.Columns.All(name => unmasked.Exists(column => column.Name == name && column.Plan!.Column.NotNull)));
        var witnesses = key is null ? unmasked : [.. unmasked.Where(column => key.Columns.Contains(column.Name))];
        _hasKey = key is not null;
        _witnesses = [.. witnesses.Select(column => (column.Index, there[column.Name]))];
        _witnessNames = string.Join(", ", witnesses.Select(column => column.Name));
    }

    /// <summary>Rows of the original's blocks.</summary>
    public long RowsInOriginal { get; private set; }

    private long RowsHere => _tasks.Sum(task => task.Facts.RowsRead);

    private ComparedRows Here() => new(_dump, [.. _tasks.Select(task => task.Block)], _cancellation);

    private ComparedRows There() => new(_original, _blocks, _cancellation);

    public IReadOnlyList<Finding> Findings => _findings;

    public int Columns => _columns.Length + _texts.Length;

    /// <returns>How rows were matched.</returns>
    public RowMatching Run()
    {
        var isSameOrder = InOrder(out var isProven);
        if (Columns == 0 || RowsInOriginal == 0 || RowsHere == 0) return RowMatching.None;
        if (isSameOrder && isProven)
        {
            Report();
            return RowMatching.ByOrder;
        }
        if (isSameOrder || _witnesses.Length == 0)
        {
            ByValue();
            ReportTexts();
            return RowMatching.ByValue;
        }
        ByKey();
        return RowMatching.ByKey;
    }

    private bool InOrder(out bool isProven)
    {
        using var here = Here();
        using var there = There();
        var isSameOrder = true;
        var isVaried = false;
        UInt128? first = null;
        while (there.Next())
        {
            if (!isSameOrder || Columns == 0) continue;
            if (!here.Next() || !AreSame(here, there))
            {
                isSameOrder = false;
                continue;
            }
            if (!isVaried)
            {
                var tuple = Witness(there, isHere: false);
                isVaried = tuple != (first ??= tuple);
            }
            foreach (var column in _columns)
            {
                var value = here[column.Here];
                if (value.SequenceEqual(there[column.There]) && !ComparedColumn.IsAbsent(value) && column.ShouldHaveChanged(value)) column.Survivors++;
            }
            foreach (var text in _texts) text.Compare(here[text.Here], there[text.There]);
        }
        RowsInOriginal = there.Rows;
        foreach (var (task, count) in _tasks.Zip(there.Counts)) task.Facts.RowsInOriginal = count;
        isProven = _hasKey || isVaried || there.Rows <= 1;
        return isSameOrder && there.Rows == RowsHere;
    }

    private void ByKey()
    {
        foreach (var column in _columns) column.Survivors = 0;
        foreach (var text in _texts) text.Survivors = 0;
        if (RowsInOriginal > MostRowsToMatch)
        {
            CannotBeJudged($"its rows stand in another order than the original's, and {RowsInOriginal} are too many to be matched by ({_witnessNames})");
            return;
        }
        var rows = new Dictionary<UInt128, int>((int)RowsInOriginal);
        var values = new List<ulong>((int)Math.Min(Array.MaxLength, RowsInOriginal * _columns.Length));
        using var there = There();
        while (there.Next())
        {
            if (!rows.TryAdd(Witness(there, isHere: false), rows.Count))
            {
                CannotBeJudged($"its rows stand in another order than the original's, and ({_witnessNames}) doesn't tell them apart");
                return;
            }
            foreach (var column in _columns) values.Add(Fingerprint(there[column.There]));
            foreach (var text in _texts) text.Remember(rows.Count - 1, there[text.There]);
        }

        long unmatched = 0;
        using var here = Here();
        while (here.Next())
        {
            if (!rows.TryGetValue(Witness(here, isHere: true), out var row))
            {
                unmatched++;
                continue;
            }
            for (var i = 0; i < _columns.Length; i++)
            {
                var value = here[_columns[i].Here];
                if (!ComparedColumn.IsAbsent(value) && Fingerprint(value) == values[(row * _columns.Length) + i] && _columns[i].ShouldHaveChanged(value)) _columns[i].Survivors++;
            }
            foreach (var text in _texts) text.Compare(here[text.Here], row);
        }
        if (unmatched > 0) _findings.Add(new Finding(_name, unmatched, $"can't be judged: {Plural.Of(unmatched, "row")} with ({_witnessNames}) that no row of the original has"));
        Report();
    }

    private void ByValue()
    {
        var originals = _columns.Select(_ => new HashSet<ulong>()).ToArray();
        using var there = There();
        while (there.Next())
        {
            for (var i = 0; i < _columns.Length; i++) originals[i].Add(Fingerprint(there[_columns[i].There]));
        }

        var shared = new long[_columns.Length];
        using var here = Here();
        while (here.Next())
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                var value = here[_columns[i].Here];
                if (!ComparedColumn.IsAbsent(value) && originals[i].Contains(Fingerprint(value)) && _columns[i].ShouldHaveChanged(value)) shared[i]++;
            }
        }
        for (var i = 0; i < _columns.Length; i++)
        {
            if (shared[i] == 0) continue;
            if (_columns[i].Survivors > 0) Report([_columns[i]]);
            else CannotBeJudged($"no unmasked column tells its rows apart, and {shared[i]} values of {_columns[i].Plan.Column.Name} occur in the original too");
        }
    }

    private bool AreSame(in ComparedRows here, in ComparedRows there)
    {
        foreach (var witness in _witnesses)
            if (!here[witness.Here].SequenceEqual(there[witness.There])) return false;
        return true;
    }

    // Fields hold no tabs of their own: joined by tabs they stay apart.
    private UInt128 Witness(in ComparedRows row, bool isHere)
    {
        var length = 0;
        foreach (var witness in _witnesses)
        {
            var field = row[isHere ? witness.Here : witness.There];
            if (_tuple.Length < length + field.Length + 1) Array.Resize(ref _tuple, (length + field.Length + 1) * 2);
            field.CopyTo(_tuple.AsSpan(length));
            length += field.Length;
            _tuple[length++] = (byte)'\t';
        }
        return _hash.Hash(_tuple.AsSpan(0, length));
    }

    private ulong Fingerprint(ReadOnlySpan<byte> value) => (ulong)_hash.Hash(value);

    private void Report()
    {
        Report(_columns.Where(column => column.Survivors > 0));
        ReportTexts();
    }

    // The same original in both rows of a place is no chance, whether the order of rows is proven or not.
    private void ReportTexts()
    {
        foreach (var text in _texts.Where(text => text.Survivors > 0))
        {
            _findings.Add(new Finding($"{_name}.{text.Plan.Column.Name}", text.Survivors, $"{Plural.Of(text.Survivors, "text")} with an original that stands in the original's text of the same row too")
            { Kind = text.Plan.Kind, Position = text.Plan.Position });
        }
    }

    private void Report(IEnumerable<ComparedColumn> columns)
    {
        foreach (var column in columns)
        {
            _findings.Add(new Finding($"{_name}.{column.Plan.Column.Name}", column.Survivors, $"{Plural.Of(column.Survivors, "value")} as in the original, which strategy '{column.Strategy}' never leaves")
            { Kind = column.Plan.Kind, Position = column.Plan.Position });
        }
    }

    private void CannotBeJudged(string why) => _findings.Add(new Finding(_name, 1, $"can't be judged: {why}"));
}
