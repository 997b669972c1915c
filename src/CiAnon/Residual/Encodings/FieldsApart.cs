namespace CiAnon.Residual.Encodings;

/// <summary>
/// Puts names together that a short field stands between: <c>LINDQVIST|x|Anna</c> gives <c>LINDQVIST Anna</c>. Other fields don't
/// matter here: they are found where they stand.
/// </summary>
internal static class FieldsApart
{
    private const int LongestName = 40;
    private const int LongestBetween = 24;
    private const int LongestLine = 2 * (LongestName + 1);

    private static ReadOnlySpan<byte> Delimiters => "|^;\t"u8;

    /// <summary>A line for each two names; empty when there are none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        Span<byte> target = default;
        var written = 0;
        foreach (var delimiter in Delimiters)
        {
            var first = text.IndexOf(delimiter);
            var start = 0;
            while (first >= 0 && text[(first + 1)..].IndexOf(delimiter) is >= 0 and var between)
            {
                var second = first + 1 + between;
                if (between is > 0 and <= LongestBetween)
                {
                    target = level.Room(written + LongestLine);
                    written += Join(text[start..first], text[(second + 1)..], delimiter, target[written..]);
                }
                start = first + 1;
                first = second;
            }
        }
        return target[..written];
    }

    private static int Join(ReadOnlySpan<byte> before, ReadOnlySpan<byte> behind, byte delimiter, Span<byte> target)
    {
        before = Name(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        var end = behind.IndexOfAny(delimiter, (byte)'\n');
        behind = Name(end < 0 ? behind : behind[..end]);
        if (before.IsEmpty || behind.IsEmpty) return 0;
        before.CopyTo(target);
        target[before.Length] = (byte)' ';
        behind.CopyTo(target[(before.Length + 1)..]);
        var length = before.Length + behind.Length + 1;
        target[length] = (byte)'\n';
        return length + 1;
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \"'\r"u8);
        return field.Length is 0 or > LongestName || field.ContainsAnyInRange((byte)'0', (byte)'9') ? default : field;
    }
}
