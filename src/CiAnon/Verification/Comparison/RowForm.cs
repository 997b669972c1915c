using System.Text.Unicode;
using CiAnon.Copy;

namespace CiAnon.Verification.Comparison;

/// <summary>What PostgreSQL would refuse of any table's rows, for those that it doesn't see: another number of fields than columns, and bytes that are no text.</summary>
/// <param name="columns">0 for a table without columns, whose rows are empty lines.</param>
/// <param name="isUnicode">The rows are UTF-8; of other encodings any byte but zero may be text.</param>
internal sealed class RowForm(int columns, bool isUnicode)
{
    private long _row;

    /// <param name="rows">Whole rows of COPY text.</param>
    /// <exception cref="InvalidDataException">In the words of a person, without a value.</exception>
    public void Check(ReadOnlySpan<byte> rows)
    {
        if (rows.Contains((byte)0)) throw new InvalidDataException("it holds a zero byte");
        if (isUnicode && !Utf8.IsValid(rows)) throw new InvalidDataException("it holds bytes that are no UTF-8");
        var separators = Math.Max(0, columns - 1);
        while (!rows.IsEmpty)
        {
            _row++;
            var end = rows.IndexOf(CopyText.RowEnd);
            var found = rows[..end].Count((byte)'\t');
            if (found != separators) throw new InvalidDataException($"row {_row} has {(found < separators ? "fewer" : "more")} fields than its {columns} columns");
            rows = rows[(end + 1)..];
        }
    }
}
