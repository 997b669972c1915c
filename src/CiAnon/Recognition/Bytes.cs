namespace CiAnon.Recognition;

/// <summary>Classes of bytes and where words end, the same for all recognizers.</summary>
internal static class Bytes
{
    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    public static bool IsLetter(byte value) => (uint)((value | 0x20) - 'a') <= 25;

    public static bool IsUpper(byte value) => (uint)(value - 'A') <= 25;

    public static bool IsAlphanumeric(byte value) => IsDigit(value) || IsLetter(value);

    public static bool IsHex(byte value) => IsDigit(value) || (uint)((value | 0x20) - 'a') <= 5;

    /// <summary>Part of a word in any language: letters, digits, underscore, every byte beyond ASCII.</summary>
    public static bool IsWord(byte value) => IsAlphanumeric(value) || value == '_' || value >= 0x80;

    public static byte Upper(byte value) => (uint)(value - 'a') <= 25 ? (byte)(value & 0xDF) : value;

    public static byte Lower(byte value) => IsUpper(value) ? (byte)(value | 0x20) : value;

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim(" \t\r\n"u8);

    /// <summary>Nothing before <paramref name="start"/> belongs to the same number: no digits with a dash, a point or a slash.</summary>
    public static bool StartsNumber(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (IsWord(before)) return before == 'n' && EscapedLineBreak(text, start);
        return before is not ((byte)'-' or (byte)'.' or (byte)'/' or (byte)'+' or (byte)',' or (byte)'#') || start == 1
            || (!IsWord(text[start - 2]) && before is not ((byte)'+' or (byte)'#' or (byte)'/'));
    }

    /// <summary>Nothing from <paramref name="end"/> on belongs to the same number.</summary>
    public static bool EndsNumber(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length) return true;
        var after = text[end];
        if (IsWord(after) || after is (byte)'@' or (byte)'%') return false;
        return after is not ((byte)'-' or (byte)'.' or (byte)'/' or (byte)',' or (byte)':') || end + 1 >= text.Length || !IsWord(text[end + 1]);
    }

    // JSON writes a line break as \n: the n isn't a letter of the number behind it.
    private static bool EscapedLineBreak(ReadOnlySpan<byte> text, int start) => start >= 2 && text[start - 2] == '\\';
}
