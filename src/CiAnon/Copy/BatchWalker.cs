using CiAnon.Strategies;

namespace CiAnon.Copy;

/// <summary>Asks batches for the rows that their masks mask: as many as there are at hand, then for their answers, before any of them is transformed.</summary>
public sealed class BatchWalker
{
    private readonly RowFields _row;
    private readonly (int Field, Mask Mask, IBatch Batch)[] _asked;
    private long _rows;

    /// <param name="masks">One per field, as <see cref="RowTransformer"/> has them.</param>
    /// <param name="batches">One per field; null where nothing is asked.</param>
    public BatchWalker(IReadOnlyList<Mask?> masks, IReadOnlyList<IBatch?> batches)
    {
        _asked = [.. batches.Index().Where(batch => batch.Item is not null).Select(batch => (batch.Index, masks[batch.Index]!, batch.Item!))];
        _row = new RowFields(masks.Count, [.. _asked.SelectMany(asked => asked.Mask.Reads.Append(asked.Field))]);
    }

    /// <summary>Asks for whole rows; <paramref name="rows"/> ends with a row end.</summary>
    public void Ask(ReadOnlySpan<byte> rows)
    {
        while (!rows.IsEmpty)
        {
            _row.Read(rows);
            _rows++;
            foreach (var (field, mask, batch) in _asked)
                if (IsMasked(mask, field)) batch.Ask(_rows, _row);
            rows = rows[(rows.IndexOf(CopyText.RowEnd) + 1)..];
        }
    }

    /// <summary>Rows that don't go on: nobody is asked, and those behind them keep their numbers.</summary>
    public void LeaveOut(ReadOnlySpan<byte> rows) => _rows += rows.Count(CopyText.RowEnd);

    /// <summary>Lets all rows be answered that were asked.</summary>
    public void Answer()
    {
        foreach (var (_, _, batch) in _asked) batch.Answer();
    }

    // As the transformer decides it: a result for every question, a question for every result.
    private bool IsMasked(Mask mask, int field) =>
        mask.Covers(_row) && (_row.IsNull(field) ? mask.ReplacesNull : !_row[field].IsEmpty || mask.ReplacesEmpty);
}
