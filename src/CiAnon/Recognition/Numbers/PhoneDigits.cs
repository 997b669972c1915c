namespace CiAnon.Recognition.Numbers;

/// <summary>Reads the digits of a phone number across its separators.</summary>
internal static class PhoneDigits
{
    /// <summary>Where the number ends; 0 when it isn't written as one.</summary>
    /// <param name="count">Digits read; more than <paramref name="digits"/> can hold when there are too many.</param>
    /// <param name="groups">Runs of digits between separators.</param>
    public static int Read(ReadOnlySpan<byte> text, int start, Span<byte> digits, out int count, out int groups)
    {
        count = 0;
        groups = 0;
        var position = start;
        var end = 0;
        while (position < text.Length)
        {
            var run = position;
            while (position < text.Length && Bytes.IsDigit(text[position]))
            {
                if (count < digits.Length) digits[count] = text[position];
                count++;
                position++;
            }
            if (position == run) break;
            groups++;
            end = position;
            position += Separator(text[position..]);
            if (position == end) break;
        }
        return Bytes.EndsNumber(text, end) || end < text.Length && text[end] == ',' ? end : 0;
    }

    /// <summary>Whether the first group of digits is followed by another, or by nothing of the kind and has digits enough.</summary>
    public static bool MayGoOn(BehindDigits behind, bool isEnough) => behind switch
    {
        BehindDigits.Letter or BehindDigits.Word => false,
        BehindDigits.Other => isEnough,
        _ => true,
    };

    /// <summary>Ten digits of the North American plan: NXX-NXX-XXXX, no service codes, none of the numbers kept for fiction.</summary>
    public static bool IsAmerican(ReadOnlySpan<byte> digits) => digits.Length == 10 && digits[0] >= '2' && digits[3] >= '2'
        && !(digits[1] == '1' && digits[2] == '1') && !(digits[4] == '1' && digits[5] == '1')
        && !digits[..3].SequenceEqual("555"u8) && !digits[3..8].SequenceEqual("55501"u8);

    // One separator, or one with spaces and brackets: " (0) ", ") ", " / ", " - ".
    private static int Separator(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < 3 && length < text.Length && text[length] is (byte)' ' or (byte)'-' or (byte)'.' or (byte)'/' or (byte)'(' or (byte)')') length++;
        return length < text.Length && Bytes.IsDigit(text[length]) ? length : 0;
    }
}
