using CiAnon.Copy;
using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>Tells the rows that stay from the others, in pieces as long as possible.</summary>
internal sealed class RowSieve(KeptRows kept, RowPieces stay, RowPieces goOut)
{
    private int _row;
    private int _stayed;

    /// <summary>No row that stays is to come.</summary>
    public bool IsDone => _stayed == kept.Count;

    /// <param name="rows">Whole rows.</param>
    public void Pass(ReadOnlySpan<byte> rows)
    {
        while (!rows.IsEmpty)
        {
            var (isKept, first, end) = (kept[_row], _row, 0);
            do
            {
                end += rows[end..].IndexOf(CopyText.RowEnd) + 1;
                _row++;
            }
            while (end < rows.Length && kept[_row] == isKept);
            if (isKept) _stayed += _row - first;
            (isKept ? stay : goOut)(rows[..end]);
            rows = rows[end..];
        }
    }
}

/// <summary>Takes whole rows, valid during the call.</summary>
internal delegate void RowPieces(ReadOnlySpan<byte> rows);
