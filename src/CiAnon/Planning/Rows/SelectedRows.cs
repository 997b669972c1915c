using CiAnon.Catalogs;

namespace CiAnon.Planning.Rows;

/// <summary>How many rows of a table stay, and why the others don't.</summary>
/// <param name="Rows">In the dump.</param>
/// <param name="Causes">Those that left out any, in the order of <see cref="RowsCause"/>.</param>
public sealed record SelectedRows(Table Table, long Rows, long Kept, IReadOnlyList<LeftOutRows> Causes)
{
    /// <summary>Of a live source's table with a condition: whether the source leaves its rows out itself, and if not, why all are read; null for others.</summary>
    public string? Reading { get; init; }
}

public sealed record LeftOutRows(RowsCause Cause, long Rows);

/// <summary>Why rows are left out: the first that holds, in this order.</summary>
public enum RowsCause
{
    /// <summary><c>rows: none</c> or <c>exclude</c>.</summary>
    None,

    /// <summary><c>where</c>: the condition doesn't hold.</summary>
    Filter,

    /// <summary><c>sample</c>: not drawn.</summary>
    Sample,

    /// <summary><c>limit</c>: beyond it.</summary>
    Limit,

    /// <summary>A row that it refers to is left out.</summary>
    Orphan,

    /// <summary><c>subset</c>: nothing that is kept needs it.</summary>
    Subset,
}
