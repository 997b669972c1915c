namespace CiAnon.Tables;

/// <summary>Which rows of one block stay.</summary>
/// <param name="Rows">Of the block.</param>
/// <param name="Bytes">Of its rows, not compressed.</param>
/// <param name="Count">That stay.</param>
internal sealed class KeptRows(RowBits kept, int start, long rows, long bytes, long count)
{
    public long Rows => rows;

    public long Bytes => bytes;

    public long Count => count;

    /// <param name="row">From 0, in the order of the block.</param>
    public bool this[int row] => kept[start + row];
}
