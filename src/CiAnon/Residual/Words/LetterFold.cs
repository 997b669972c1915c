using System.Buffers;
using System.Globalization;
using System.Text;
using CiAnon.Residual.Encodings;

namespace CiAnon.Residual.Words;

/// <summary>
/// Makes texts comparable that people call the same: letters lose case, accents and width, digits of all scripts are those of ASCII, marks and invisible characters go, everything
/// that is no letter or digit becomes a space. UTF-8 in, UTF-8 out. Single bytes that aren't UTF-8 are read as Windows-1252, as old documents
/// and bytea have them; longer runs of them are another script's: they stay and count as letters.
/// </summary>
internal static partial class LetterFold
{
    /// <summary>Bytes that a byte of text may grow to at most.</summary>
    public const int Growth = 3;

    private static readonly Dictionary<int, byte[]> Letters = Read();
    // More in a row are hardly letters of a Western word.
    private const int MostLoneBytes = 2;

    private static readonly byte[][] LoneBytes = [.. Enumerable.Range(0x80, 0x80).Select(value => Fold(new Rune(Windows1252.Character((byte)value))))];
    private static readonly bool[] TwoByteCapitals = [.. Enumerable.Range(0, 0x800).Select(code => code >= 0x80 && IsCapital(new Rune(code)))];
    private static readonly byte[]?[] TwoByteLetters = [.. Enumerable.Range(0, 0x800).Select(code => code < 0x80 ? null : Fold(new Rune(code)))];

    /// <summary>Folds everything but ASCII, which <see cref="WordSplitter"/> folds; returns the bytes written.</summary>
    /// <param name="capitals">Gets where in the target words begin with a capital letter that isn't ASCII.</param>
    public static int Apply(ReadOnlySpan<byte> text, Span<byte> target, List<int> capitals)
    {
        var (at, written) = (0, 0);
        while (at < text.Length)
        {
            var ascii = text[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff);
            if (ascii < 0) ascii = text.Length - at;
            text.Slice(at, ascii).CopyTo(target[written..]);
            written += ascii;
            at += ascii;
            if (at == text.Length) break;
            if (BeginsWithCapital(text, at)) capitals.Add(written);
            written += One(text, at, target[written..], out var length);
            at += length;
        }
        return written;
    }

    /// <summary>Folds the letter that begins there, which isn't ASCII; returns the bytes written.</summary>
    /// <param name="length">The letter's bytes.</param>
    public static int One(ReadOnlySpan<byte> text, int at, Span<byte> target, out int length)
    {
        var rest = text[at..];
        if (rest.Length > 1 && rest[0] is >= 0xc2 and <= 0xdf && (rest[1] & 0xc0) == 0x80)
        {
            length = 2;
            return Raw(TwoByteLetters[((rest[0] & 0x1f) << 6) | (rest[1] & 0x3f)]!, target);
        }
        if (Rune.DecodeFromUtf8(rest, out var rune, out length) == OperationStatus.Done) return Append(Composed(rune, rest, ref length), target);
        if (!IsLone(text, at)) return Raw(rest[..length], target);
        length = 1;
        return Raw(LoneBytes[rest[0] - 0x80], target);
    }

    /// <summary>Whether the letter there, which isn't ASCII, is a capital one behind no ASCII letter.</summary>
    public static bool BeginsWithCapital(ReadOnlySpan<byte> text, int at)
    {
        if (at > 0 && char.IsAsciiLetter((char)text[at - 1])) return false;
        var rest = text[at..];
        if (rest.Length > 1 && rest[0] is >= 0xc2 and <= 0xdf && (rest[1] & 0xc0) == 0x80) return TwoByteCapitals[((rest[0] & 0x1f) << 6) | (rest[1] & 0x3f)];
        if (Rune.DecodeFromUtf8(rest, out var rune, out _) == OperationStatus.Done) return IsCapital(rune);
        return IsLone(text, at) && IsCapital(new Rune(Windows1252.Character(rest[0])));
    }

    private static bool IsCapital(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    // Whether no more than two bytes that aren't ASCII stand there in a row.
    private static bool IsLone(ReadOnlySpan<byte> text, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && text[start - 1] >= 0x80 && end - start <= MostLoneBytes) start--;
        while (end < text.Length && text[end] >= 0x80 && end - start <= MostLoneBytes) end++;
        return end - start <= MostLoneBytes;
    }

    private static int Raw(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }

    private static byte[] Fold(Rune rune)
    {
        var target = new byte[16];
        return target[..Append(rune, target)];
    }

    private static int Append(Rune rune, Span<byte> target)
    {
        if (IsInvisible(rune)) return 0;
        if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber))
        {
            // Fullwidth forms of ASCII's punctuation become that, so that separators of numbers are recognized.
            target[0] = rune.Value is > 0xff00 and < 0xff5f ? (byte)(rune.Value - 0xfee0) : (byte)' ';
            return 1;
        }
        if (rune.Value is > 0xff00 and < 0xff5f)
        {
            target[0] = (byte)(rune.Value - 0xfee0);
            return 1;
        }
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            target[0] = (byte)('0' + (int)Rune.GetNumericValue(rune));
            return 1;
        }
        rune = Rune.ToLowerInvariant(rune);
        return Letters.TryGetValue(rune.Value, out var folded) ? Raw(folded, target) : AppendLetter(rune, target);
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static Dictionary<int, byte[]> Read()
    {
        var letters = new Dictionary<int, byte[]>();
        foreach (var group in Table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = group.Split('=');
            foreach (var letter in parts[1].EnumerateRunes()) letters[letter.Value] = Encoding.UTF8.GetBytes(parts[0]);
        }
        return letters;
    }
}
