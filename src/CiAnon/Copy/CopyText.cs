using System.Buffers;

namespace CiAnon.Copy;

/// <summary>
/// PostgreSQL's COPY text format: fields end with a tab, rows with a newline, <c>\N</c> is NULL, and a backslash escapes
/// (https://www.postgresql.org/docs/current/sql-copy.html, "Text Format"). Only encodings whose multi-byte characters never hold
/// an ASCII byte, which are all that a server can store.
/// </summary>
public static class CopyText
{
    public const byte RowEnd = (byte)'\n';

    private static readonly SearchValues<byte> Special = SearchValues.Create("\b\f\n\r\t\v\\"u8);

    public static bool IsNull(ReadOnlySpan<byte> field) => field.Length == 2 && field[0] == (byte)'\\' && field[1] == (byte)'N';

    /// <summary>Undoes the escapes of one field. <paramref name="target"/> must hold as many bytes as the field; returns the bytes written.</summary>
    public static int Decode(ReadOnlySpan<byte> field, Span<byte> target)
    {
        var written = 0;
        for (var i = 0; i < field.Length; i++)
        {
            var current = field[i];
            if (current != (byte)'\\' || i + 1 == field.Length)
            {
                target[written++] = current;
                continue;
            }
            current = field[++i];
            target[written++] = current switch
            {
                (byte)'b' => 0x08,
                (byte)'f' => 0x0c,
                (byte)'n' => 0x0a,
                (byte)'r' => 0x0d,
                (byte)'t' => 0x09,
                (byte)'v' => 0x0b,
                (byte)'x' when i + 1 < field.Length && IsHex(field[i + 1]) => Number(field, ref i, 16, 2),
                >= (byte)'0' and <= (byte)'7' => Number(field, ref i, 8, 3),
                _ => current,
            };
        }
        return written;
    }

    /// <summary>Bytes that <see cref="Encode"/> may need at most.</summary>
    public static int MaxEncodedLength(int length) => length * 2;

    /// <summary>Escapes one value; returns the bytes written.</summary>
    public static int Encode(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            var plain = value.IndexOfAny(Special);
            if (plain < 0)
            {
                value.CopyTo(target[written..]);
                return written + value.Length;
            }
            value[..plain].CopyTo(target[written..]);
            written += plain;
            target[written++] = (byte)'\\';
            target[written++] = value[plain] switch
            {
                0x08 => (byte)'b',
                0x0c => (byte)'f',
                0x0a => (byte)'n',
                0x0d => (byte)'r',
                0x09 => (byte)'t',
                0x0b => (byte)'v',
                var other => other,
            };
            value = value[(plain + 1)..];
        }
    }

    // On entry, field[i] is 'x' or the first octal digit; on exit, the last digit.
    private static byte Number(ReadOnlySpan<byte> field, ref int i, int radix, int digits)
    {
        if (radix == 16) i++;
        var value = 0;
        var end = Math.Min(field.Length, i + digits);
        while (i < end && Digit(field[i]) is var digit && digit < radix)
        {
            value = value * radix + digit;
            i++;
        }
        i--;
        return (byte)value;
    }

    private static bool IsHex(byte character) => Digit(character) < 16;

    private static int Digit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => int.MaxValue,
    };
}
