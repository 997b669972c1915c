using System.Buffers;
using System.Globalization;
using System.Text;

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

    /// <summary>
    /// A word goes on there. Japanese, Chinese, Korean and Thai write numbers and what follows them without a blank, and dashes and quotation
    /// marks beyond ASCII are no part of a word.
    /// </summary>
    public static bool IsWordAt(ReadOnlySpan<byte> text, int at) => at < text.Length
        && (text[at] < 0x80 ? IsWord(text[at]) : Rune.DecodeFromUtf8(text[at..], out var rune, out _) != OperationStatus.Done || NeedsBlanks(rune));

    /// <summary>The same of what ends before <paramref name="start"/>.</summary>
    public static bool IsWordBefore(ReadOnlySpan<byte> text, int start) => start > 0
        && (text[start - 1] < 0x80 ? IsWord(text[start - 1]) : Rune.DecodeLastFromUtf8(text[..start], out var rune, out _) != OperationStatus.Done || NeedsBlanks(rune));

    public static byte Upper(byte value) => (uint)(value - 'a') <= 25 ? (byte)(value & 0xDF) : value;

    public static byte Lower(byte value) => IsUpper(value) ? (byte)(value | 0x20) : value;

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim(" \t\r\n"u8);

    /// <summary>Nothing before <paramref name="start"/> belongs to the same number: no digits with a dash, a point or a slash.</summary>
    public static bool StartsNumber(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (IsWordBefore(text, start)) return before == 'n' && EscapedLineBreak(text, start);
        return before is not ((byte)'-' or (byte)'.' or (byte)'/' or (byte)'+' or (byte)',' or (byte)'#') || start == 1
            || (!IsWordBefore(text, start - 1) && before is not ((byte)'+' or (byte)'#' or (byte)'/'));
    }

    /// <summary>Nothing from <paramref name="end"/> on belongs to the same number.</summary>
    public static bool EndsNumber(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length) return true;
        var after = text[end];
        if (IsWordAt(text, end) || after is (byte)'@' or (byte)'%') return false;
        return after is not ((byte)'-' or (byte)'.' or (byte)'/' or (byte)',' or (byte)':') || !IsWordAt(text, end + 1);
    }

    private static bool NeedsBlanks(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => rune.Value is not
            (>= 0x0E00 and <= 0x109F or >= 0x1100 and <= 0x11FF or >= 0x1780 and <= 0x17FF or >= 0x2E80 and <= 0xA4CF or >= 0xA960 and <= 0xA97F or >= 0xAC00 and <= 0xD7FF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFFDC or >= 0x20000),
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.ConnectorPunctuation => true,
        _ => false,
    };

    // JSON writes a line break as \n: the n isn't a letter of the number behind it.
    private static bool EscapedLineBreak(ReadOnlySpan<byte> text, int start) => start >= 2 && text[start - 2] == '\\';
}
