using CiAnon.Recognition.Names;

namespace CiAnon.Residual.Encodings;

/// <summary>Reads the label before a sign: <c>billing_first_name=</c>, <c>"patientLastName":</c>, <c>Family name:</c>, <c>&lt;ns:given xsi:type="string"&gt;</c>.</summary>
internal static class LabelReader
{
    private const int Longest = 40;
    private const int LongestTag = 200;
    private const int Farthest = 128;
    private const int MostWords = 8;
    // Whoever is called Ho or Ten has a name.
    private const int ShortestValue = 4;

    /// <param name="sign">Behind the label.</param>
    /// <param name="pending">A label that stood before as a value, or around.</param>
    /// <param name="label">None where the value may be one.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int sign, ref NameLabel pending, out NameLabel label)
    {
        label = default;
        var before = text[..sign].TrimEnd(" \"'\\]"u8);
        // s:5:"first";s:4:"Anna" of PHP.
        if (before.EndsWith("\";s"u8)) before = before[..^3];
        if (before.Length < 2) return false;
        var (isKey, isValue) = (false, false);
        if (NameLabels.MayEnd(before[^2], before[^1]))
        {
            var start = StartOf(before);
            // What is before a blank is another's value, or says no more of whose name it is.
            var last = start + before[start..].LastIndexOf((byte)' ') + 1;
            if (TryWords(before[start..], isWhole: false, out var mayBeFirst, out var mayBeLast))
            {
                label = new NameLabel(last..before.Length, mayBeFirst, mayBeLast);
                pending = default;
                return true;
            }
            if (NameLabels.All.Contains(before[last..])) (isKey, isValue) = (NameLabels.Keys.Contains(before[last..]), NameLabels.Values.Contains(before[last..]));
        }
        if (isValue && pending.IsOne && sign - pending.Place.End.Value <= Farthest)
        {
            label = pending;
            return true;
        }
        return isKey || ((isValue || text[sign] == '>') && TryElement(text, sign, out label));
    }

    /// <summary>Whether a value is itself a label, or a key around whose value a label stands: then <paramref name="pending"/> is it.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> text, Range value, NameLabel label, ref NameLabel pending)
    {
        var name = text[value];
        if (LabelledValue.IsKey(text[value.End.Value..]))
        {
            if (label.IsOne && NameLabels.Values.Contains(name)) pending = label;
            return true;
        }
        if (name.Length < ShortestValue || !TryWords(name, isWhole: true, out var mayBeFirst, out var mayBeLast)) return false;
        pending = new NameLabel(value, mayBeFirst, mayBeLast);
        return true;
    }

    private static int StartOf(ReadOnlySpan<byte> before)
    {
        var start = before.Length;
        var least = Math.Max(0, start - Longest);
        while (start > least && (IsLetter(before[start - 1]) || before[start - 1] is (byte)'_' or (byte)'-' or (byte)' ')) start--;
        return start;
    }

    // <ns:FirstName xsi:type="string">, <family value="Lindqvist"/>
    private static bool TryElement(ReadOnlySpan<byte> text, int sign, out NameLabel label)
    {
        label = default;
        var from = Math.Max(0, sign - LongestTag);
        var open = text[from..sign].LastIndexOf((byte)'<');
        if (open < 0 || text[(from + open)..sign].Contains((byte)'>')) return false;
        var start = from + open + 1;
        var length = text[start..sign].IndexOfAny((byte)' ', (byte)'\n', (byte)'\r');
        if (length < 0) return false;
        start += text.Slice(start, length).LastIndexOf((byte)':') + 1;
        var end = from + open + 1 + length;
        if (start == end || !TryWords(text[start..end], isWhole: false, out var mayBeFirst, out var mayBeLast)) return false;
        label = new NameLabel(start..end, mayBeFirst, mayBeLast);
        return true;
    }

    // The words at its end that are one in a dictionary of labels.
    private static bool TryWords(ReadOnlySpan<byte> label, bool isWhole, out bool mayBeFirst, out bool mayBeLast)
    {
        Span<byte> letters = stackalloc byte[Longest];
        Span<int> starts = stackalloc int[MostWords];
        var (length, words) = (0, 0);
        if (label.Length > Longest) label = label[^Longest..];
        for (var i = label.Length - 1; i >= 0 && words < MostWords; i--)
        {
            if (!IsLetter(label[i])) continue;
            letters[^++length] = label[i];
            if (i == 0 || !IsLetter(label[i - 1]) || (char.IsAsciiLetterUpper((char)label[i]) && !char.IsAsciiLetterUpper((char)label[i - 1]))) starts[words++] = length;
        }
        (mayBeFirst, mayBeLast) = (false, false);
        foreach (var start in starts[(isWhole ? Math.Max(0, words - 1) : 0)..words])
        {
            if (!NameLabels.All.Contains(letters[^start..])) continue;
            var (isFirst, isLast) = (NameLabels.First.Contains(letters[^start..]), NameLabels.Last.Contains(letters[^start..]));
            // The longest decides: a family name is no name.
            if (isFirst || isLast) (mayBeFirst, mayBeLast) = (isFirst, isLast);
        }
        return mayBeFirst || mayBeLast;
    }

    private static bool IsLetter(byte value) => value >= 0x80 || char.IsAsciiLetter((char)value);
}
