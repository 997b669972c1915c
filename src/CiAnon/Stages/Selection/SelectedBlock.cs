using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>A block whose rows take part in the selection: which keys are read of it, which conditions are asked, and what was found.</summary>
internal sealed class SelectedBlock(TableTask task)
{
    private readonly List<KeySpec> _keys = [];
    private readonly List<SqlCondition> _conditions = [];

    public TableTask Task => task;

    public IReadOnlyList<KeySpec> Keys => _keys;

    public IReadOnlyList<SqlCondition> Conditions => _conditions;

    /// <summary>The table's own condition, as an index of <see cref="Conditions"/>; null for none.</summary>
    public int? Filter { get; set; }

    /// <summary>The live source judges the table's own condition itself: the rows that it isn't true of are never read.</summary>
    public bool IsFilteredThere { get; set; }

    /// <summary>In words, for the plan; null where nobody asked.</summary>
    public string? Reading { get; set; }

    /// <summary>The subset's.</summary>
    public int? Subset { get; set; }

    /// <summary>Once they were read; the keys are forgotten when all references are known.</summary>
    public BlockKeys Found { get; set; } = new(0, 0, [], []);

    /// <summary>The key's index; it is read once, whoever asks for it.</summary>
    public int Add(KeySpec key)
    {
        var known = _keys.FindIndex(candidate => candidate.Identity == key.Identity);
        if (known >= 0) return known;
        _keys.Add(key);
        return _keys.Count - 1;
    }

    public int Add(SqlCondition condition)
    {
        _conditions.Add(condition);
        return _conditions.Count - 1;
    }
}
