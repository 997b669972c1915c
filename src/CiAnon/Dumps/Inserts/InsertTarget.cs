using System.Buffers;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Inserts;

/// <summary>Takes the rows of a block as COPY has them and writes INSERT statements.</summary>
/// <param name="target">Disposed with the stream.</param>
/// <param name="hasStandardStrings">Off: backslashes are doubled.</param>
/// <param name="tail">What follows the statements.</param>
internal sealed class InsertTarget(Stream target, InsertForm form, bool hasStandardStrings, byte[] tail) : WriteOnlyStream
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly ArrayBufferWriter<byte> _row = new();
    private int _rows;
    private bool _isEnded;
    private bool _isWritten;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty && !_isEnded)
        {
            var end = buffer.IndexOf((byte)'\n');
            if (end < 0)
            {
                _row.Write(buffer);
                return;
            }
            _row.Write(buffer[..end]);
            if (_row.WrittenSpan.SequenceEqual("\\."u8)) _isEnded = true;
            else WriteRow(_row.WrittenSpan);
            _row.ResetWrittenCount();
            buffer = buffer[(end + 1)..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isWritten)
        {
            _isWritten = true;
            if (_rows % form.RowsPerStatement != 0) End();
            if (_isEnded) target.Write(tail);
            target.Dispose();
        }
        base.Dispose(disposing);
    }

    private void WriteRow(ReadOnlySpan<byte> row)
    {
        if (form.Prefix.Length == 0) throw new InvalidOperationException("Rows where there were none.");
        _text.ResetWrittenCount();
        var isFirst = _rows % form.RowsPerStatement == 0;
        if (isFirst) _text.Write(form.Prefix);
        else _text.Write(","u8);
        if (!form.Prefix.AsSpan().EndsWith(" DEFAULT VALUES"u8))
        {
            _text.Write(form.Lead);
            WriteFields(row);
        }
        target.Write(_text.WrittenSpan);
        if (++_rows % form.RowsPerStatement == 0) End();
    }

    private void End()
    {
        target.Write(form.Suffix);
        target.Write(form.LineEnd);
    }

    private void WriteFields(ReadOnlySpan<byte> row)
    {
        _text.Write("("u8);
        var place = 0;
        for (var field = 0; field < form.Kinds.Count || form.Defaults.Contains(place); place++)
        {
            if (place > 0) _text.Write(", "u8);
            if (form.Defaults.Contains(place))
            {
                _text.Write("DEFAULT"u8);
                continue;
            }
            var end = row.IndexOf((byte)'\t');
            WriteField(end < 0 ? row : row[..end], form.Kinds[field++]);
            row = end < 0 ? [] : row[(end + 1)..];
        }
        _text.Write(")"u8);
    }

    private void WriteField(ReadOnlySpan<byte> value, LiteralKind kind)
    {
        if (value.SequenceEqual("\\N"u8)) _text.Write("NULL"u8);
        else if (kind == LiteralKind.Number && InsertParser.IsNumber(value)) _text.Write(value);
        else if (kind == LiteralKind.Boolean && value is [(byte)'t']) _text.Write("true"u8);
        else if (kind == LiteralKind.Boolean && value is [(byte)'f']) _text.Write("false"u8);
        else WriteLiteral(value, kind == LiteralKind.Bits ? "B'"u8 : "'"u8);
    }

    private void WriteLiteral(ReadOnlySpan<byte> value, ReadOnlySpan<byte> start)
    {
        _text.Write(start);
        for (var i = 0; i < value.Length; i++)
        {
            var one = value[i];
            if (one == '\\' && i + 1 < value.Length) one = Unescaped(value[++i]);
            if (one == '\'' || (one == '\\' && !hasStandardStrings)) _text.Write([one]);
            _text.Write([one]);
        }
        _text.Write("'"u8);
    }

    private static byte Unescaped(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'v' => (byte)'\v',
        _ => letter,
    };
}
