using System.Buffers;
using CiAnon.Recognition.Names;

namespace CiAnon.Residual.Encodings;

/// <summary>
/// Puts first and last names together that stand under labels of their own: <c>{"first": "Anna", "age": 41, "last": "Lindqvist"}</c>,
/// <c>last_name=Lindqvist&amp;first_name=Anna</c>, <c>&lt;person given="Anna" family="Lindqvist"&gt;</c>, in whatever order.
/// </summary>
internal static class LabelledNames
{
    private const int LongestLabel = 40;
    // Whoever is called Ho or Ten has a name.
    private const int ShortestLabel = 4;
    private const int LongestName = 48;
    private const int MostHeld = 4;
    private const int MostWords = 8;

    private static readonly SearchValues<byte> Signs = SearchValues.Create(":=>"u8);
    // Between a label and its sign, and between the sign and the name.
    private static readonly SearchValues<byte> Gap = SearchValues.Create(" \t\r\n\"'\\[]{(:=>-"u8);
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\"',;&|<>()[]{}\r\n\t"u8);

    /// <summary>A line for each two names; empty when there are none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        Span<LabelledName> held = stackalloc LabelledName[MostHeld];
        Span<byte> target = default;
        var (count, written, at) = (0, 0, 0);
        while (text[at..].IndexOfAny(Signs) is >= 0 and var next)
        {
            var sign = at + next;
            at = sign + 1;
            if (!TryRead(text, sign, out var name)) continue;
            // The same label again begins another person.
            foreach (var other in held[..count])
            {
                if (!text[other.Label].SequenceEqual(text[name.Label])) continue;
                count = 0;
                break;
            }
            // As few as are held, each name is written eight times at most.
            if (count > 0 && target.IsEmpty) target = level.Room(8 * text.Length);
            foreach (var other in held[..count])
            {
                if (name.MayBeFirst && other.MayBeLast) written += Join(text[name.Value], text[other.Value], target[written..]);
                if (name.MayBeLast && other.MayBeFirst) written += Join(text[other.Value], text[name.Value], target[written..]);
            }
            if (count == MostHeld) held[1..].CopyTo(held);
            else count++;
            held[count - 1] = name;
        }
        return target[..written];
    }

    private static bool TryRead(ReadOnlySpan<byte> text, int sign, out LabelledName name)
    {
        name = default;
        var before = text[..sign].TrimEnd(" \"'\\]"u8);
        // s:5:"first";s:4:"Anna" of PHP.
        if (before.EndsWith("\";s"u8)) before = before[..^3];
        if (before.Length < 2 || !NameLabels.MayEnd(before[^2], before[^1])) return false;
        var start = StartOfLabel(before);
        if (!TryLabel(before[start..], out var mayBeFirst, out var mayBeLast) || !TryValue(text, sign, out var value)) return false;
        // What is before a blank is another's value, or says no more of whose name it is.
        start += before[start..].LastIndexOf((byte)' ') + 1;
        name = new LabelledName(start..before.Length, value, mayBeFirst, mayBeLast);
        return true;
    }

    private static int StartOfLabel(ReadOnlySpan<byte> before)
    {
        var start = before.Length;
        var least = Math.Max(0, start - LongestLabel);
        while (start > least && (IsLetter(before[start - 1]) || before[start - 1] is (byte)'_' or (byte)'-' or (byte)' ')) start--;
        return start;
    }

    // The words at its end that are one in a dictionary of labels: billing_first_name, patientLastName, "Family name".
    private static bool TryLabel(ReadOnlySpan<byte> label, out bool mayBeFirst, out bool mayBeLast, bool isWhole = false)
    {
        Span<byte> letters = stackalloc byte[LongestLabel];
        Span<int> starts = stackalloc int[MostWords];
        var (length, words) = (0, 0);
        if (label.Length > LongestLabel) label = label[^LongestLabel..];
        for (var i = label.Length - 1; i >= 0 && words < MostWords; i--)
        {
            if (!IsLetter(label[i])) continue;
            letters[^++length] = label[i];
            if (i == 0 || !IsLetter(label[i - 1]) || (char.IsAsciiLetterUpper((char)label[i]) && !char.IsAsciiLetterUpper((char)label[i - 1]))) starts[words++] = length;
        }
        (mayBeFirst, mayBeLast) = (false, false);
        foreach (var start in starts[(isWhole ? Math.Max(0, words - 1) : 0)..words])
        {
            var word = letters[^start..];
            // The longest decides: a family name is no name.
            if (NameLabels.First.Contains(word) || NameLabels.Last.Contains(word)) (mayBeFirst, mayBeLast) = (NameLabels.First.Contains(word), NameLabels.Last.Contains(word));
        }
        return mayBeFirst || mayBeLast;
    }

    private static bool TryValue(ReadOnlySpan<byte> text, int sign, out Range value)
    {
        value = default;
        var rest = text[(sign + 1)..];
        // A length of PHP's.
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits > 0 && rest[digits..].StartsWith(":\""u8)) rest = rest[digits..];
        var gap = rest.IndexOfAnyExcept(Gap);
        if (gap < 0) return false;
        var start = text.Length - rest.Length + gap;
        rest = rest[gap..];
        var quote = text[start - 1];
        var end = quote is (byte)'"' or (byte)'\'' ? rest.IndexOf(quote) : rest.IndexOfAny(Ends);
        var name = end < 0 ? rest : rest[..end];
        // first=Anna last=Lindqvist
        if (quote is not ((byte)'"' or (byte)'\'') && name.IndexOf((byte)'=') is >= 0 and var other && name[..other].LastIndexOf((byte)' ') is > 0 and var blank) name = name[..blank];
        name = name.TrimEnd(" \\"u8);
        if (name.Length is 0 or > LongestName || name.ContainsAny(Signs) || name.ContainsAnyInRange((byte)'0', (byte)'9')) return false;
        // <field name="first_name">
        if (name.Length >= ShortestLabel && TryLabel(name, out _, out _, isWhole: true)) return false;
        value = start..(start + name.Length);
        return true;
    }

    private static bool IsLetter(byte value) => value >= 0x80 || char.IsAsciiLetter((char)value);

    private static int Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, Span<byte> target)
    {
        first.CopyTo(target);
        target[first.Length] = (byte)' ';
        last.CopyTo(target[(first.Length + 1)..]);
        var length = first.Length + last.Length + 1;
        target[length] = (byte)'\n';
        return length + 1;
    }
}
