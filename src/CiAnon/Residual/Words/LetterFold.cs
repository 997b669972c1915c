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
    private static readonly bool[] LoneCapitals = [.. Enumerable.Range(0x80, 0x80).Select(value => IsCapital(new Rune(Windows1252.Character((byte)value))))];

    // Of two and three bytes, folded when they first come. Threads may do so at the same time: what they write is the same.
    private static readonly byte[]?[] FoldedLetters = new byte[]?[0x10000];
    private static readonly bool[] Capitals = new bool[0x10000];

    /// <summary>Folds everything but ASCII, which <see cref="WordSplitter"/> folds; returns the bytes written.</summary>
    /// <param name="capitals">Gets where in the target words begin with a capital letter that isn't ASCII.</param>
    public static int Apply(ReadOnlySpan<byte> text, Span<byte> target, List<int> capitals)
    {
        var (at, written) = (0, 0);
        while (at < text.Length)
        {
            if (text[at] < 0x80)
            {
                var ascii = text[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff);
                if (ascii < 0) ascii = text.Length - at;
                text.Slice(at, ascii).CopyTo(target[written..]);
                written += ascii;
                at += ascii;
                if (at == text.Length) break;
            }
            var length = One(text, at, target[written..], out var read, out var isCapital);
            if (isCapital) capitals.Add(written);
            written += length;
            at += read;
        }
        return written;
    }

    /// <summary>Folds the letter that begins there, which isn't ASCII; returns the bytes written.</summary>
    /// <param name="length">The letter's bytes.</param>
    /// <param name="isCapital">It is a capital one behind no ASCII letter.</param>
    public static int One(ReadOnlySpan<byte> text, int at, Span<byte> target, out int length, out bool isCapital)
    {
        var rest = text[at..];
        if (CodeOf(rest, out length) is > 0 and var code)
        {
            var folded = Volatile.Read(ref FoldedLetters[code]) ?? Learn(code);
            isCapital = Capitals[code] && IsFirst(text, at);
            return Raw(folded, target);
        }
        length = 1;
        if (rest[0] >= 0xc2 && Rune.DecodeFromUtf8(rest, out var rune, out length) == OperationStatus.Done)
        {
            isCapital = IsCapital(rune) && IsFirst(text, at);
            return Append(Composed(rune, rest, ref length), target);
        }
        isCapital = false;
        if (!IsLone(text, at)) return Raw(rest[..length], target);
        length = 1;
        isCapital = LoneCapitals[rest[0] - 0x80] && IsFirst(text, at);
        return Raw(LoneBytes[rest[0] - 0x80], target);
    }

    // Of a letter of two or three bytes that doesn't depend on those behind it; else 0.
    private static int CodeOf(ReadOnlySpan<byte> rest, out int length)
    {
        length = 2;
        if (rest.Length > 1 && rest[0] is >= 0xc2 and <= 0xdf && (rest[1] & 0xc0) == 0x80) return (rest[0] & 0x1f) << 6 | (rest[1] & 0x3f);
        length = 3;
        if (rest.Length < 3 || (rest[0] & 0xf0) != 0xe0 || (rest[1] & 0xc0) != 0x80 || (rest[2] & 0xc0) != 0x80) return 0;
        var code = (rest[0] & 0xf) << 12 | (rest[1] & 0x3f) << 6 | (rest[2] & 0x3f);
        return code is < 0x800 or >= 0xd800 and <= 0xdfff or >= FirstConsonant and <= LastConsonant ? 0 : code;
    }

    private static byte[] Learn(int code)
    {
        var folded = Fold(new Rune(code));
        Capitals[code] = IsCapital(new Rune(code));
        Volatile.Write(ref FoldedLetters[code], folded);
        return folded;
    }

    private static bool IsFirst(ReadOnlySpan<byte> text, int at) => at == 0 || !char.IsAsciiLetter((char)text[at - 1]);

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
