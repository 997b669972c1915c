using CiAnon.Copy;

namespace CiAnon.Stages.Selection;

/// <summary>Lets the rows that stay through to their masks; of the others, the originals are shown, as the artefact must not hold these either.</summary>
internal sealed class RowSieve(KeptRows kept, RowTransformer transformer, CopyBuffer output)
{
    private int _row;

    /// <summary>No row that stays is to come.</summary>
    public bool IsDone => transformer.Rows == kept.Count;

    /// <param name="rows">Whole rows.</param>
    public void Pass(ReadOnlySpan<byte> rows)
    {
        while (!rows.IsEmpty)
        {
            var isKept = kept[_row];
            var end = 0;
            do
            {
                end += rows[end..].IndexOf(CopyText.RowEnd) + 1;
                _row++;
            }
            while (end < rows.Length && kept[_row] == isKept);
            if (isKept) transformer.Transform(rows[..end], output);
            else transformer.LeaveOut(rows[..end]);
            rows = rows[end..];
        }
    }
}
