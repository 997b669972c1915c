namespace CiAnon.Strategies.Ids;

/// <summary>The ASCII digits of a text, taken out and put back.</summary>
internal static class DigitText
{
    /// <summary>Copies the digits of <paramref name="text"/> and returns their number.</summary>
    public static int Collect(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var count = 0;
        foreach (var one in text)
        {
            if (one is >= (byte)'0' and <= (byte)'9')
                digits[count++] = one;
        }
        return count;
    }

    /// <summary>Copies <paramref name="text"/> with <paramref name="digits"/> in the places of its digits.</summary>
    public static void Spread(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> text, Span<byte> result)
    {
        var next = 0;
        for (var i = 0; i < text.Length; i++)
            result[i] = text[i] is >= (byte)'0' and <= (byte)'9' ? digits[next++] : text[i];
    }
}
