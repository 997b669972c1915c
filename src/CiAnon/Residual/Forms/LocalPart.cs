using System.Buffers;
using CiAnon.Recognition.Names;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Forms;

/// <summary>
/// What stands before the @ of an address, without its +tag: whether it says enough of a person to be looked for by itself, and where
/// in a text it is written as people write user names.
/// </summary>
internal static class LocalPart
{
    /// <summary>No shorter one is looked for: the beginning of the whole address in <see cref="PrefixFilter"/> is then its own.</summary>
    public const int FewestBytes = PrefixFilter.Prefix;

    private const int ManyDigits = 3;
    private const int LongName = 5;

    private static readonly SearchValues<byte> Joints = SearchValues.Create("._-+'"u8);
    private static readonly SearchValues<byte> Before = SearchValues.Create("\"'@/\\=:<>[{(|;,~\t\r\n"u8);
    private static readonly SearchValues<byte> Behind = SearchValues.Create("\"'/\\&?#<>]})|;,:\t\r\n"u8);

    /// <summary>The local part of an address without its tag.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> address)
    {
        var local = address[..address.LastIndexOf((byte)'@')];
        var tag = local.IndexOf((byte)'+');
        return tag > 0 ? local[..tag] : local;
    }

    /// <param name="folded">Its words end to end.</param>
    /// <param name="starts">Where each begins; one more entry closes the last.</param>
    public static Telling TellingOf(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        if (folded.Length < FewestBytes || starts.Length - 1 > Extent.MostWords) return Telling.Nothing;
        var (digits, roles, initials, first, last, others, longest) = (0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var word = folded[starts[i]..starts[i + 1]];
            var letters = word.TrimEnd("0123456789"u8);
            digits += word.Length - letters.Length;
            longest = Math.Max(longest, letters.Length);
            if (letters.IsEmpty) continue;
            if (RoleWords.Contains(letters)) roles++;
            else if (letters.Length == 1) initials++;
            else if (NameWords.First.Contains(letters)) first++;
            else if (NameWords.Last.Contains(letters)) last++;
            else others++;
        }
        var isNumbered = digits >= ManyDigits;
        if (first + last + others == 0) return Telling.Nothing;
        if (starts.Length == 2)
        {
            if (isNumbered) return Telling.Anywhere;
            return others > 0 || digits > 0 ? Telling.Alone : Telling.Nothing;
        }
        if (last + others == 0 && !isNumbered) return Telling.Nothing;
        if (first + last == 0 && roles > 0) return Telling.Nothing;
        return isNumbered || first + last > 0 || (initials > 0 && longest >= LongName) ? Telling.Anywhere : Telling.Alone;
    }

    /// <summary>Whether words are written as one, and aren't the beginning of an address, which is looked for as a whole.</summary>
    /// <param name="end">Where the last word ends in the text.</param>
    public static bool IsOne(ReadOnlySpan<byte> text, ReadOnlySpan<int> positions, ReadOnlySpan<int> starts, int word, int last, out int end)
    {
        for (var i = word; i < last; i++)
        {
            var gap = positions[i] + starts[i + 1] - starts[i];
            if (positions[i + 1] != gap + 1 || !Joints.Contains(text[gap]))
            {
                end = gap;
                return false;
            }
        }
        end = positions[last] + starts[last + 1] - starts[last];
        return !IsAt(text[end..]);
    }

    /// <summary>Whether it is a value of its own: nothing before and behind but what containers put there; or is marked as a name, like @anna.</summary>
    public static bool IsAlone(ReadOnlySpan<byte> text, int start, int end)
    {
        if (start > 0 && text[start - 1] == '@') return true;
        if (start > 0 && !Before.Contains(text[start - 1])) return false;
        if (end == text.Length) return true;
        // A space behind it: a sentence goes on.
        return Behind.Contains(text[end]) && (text[end] is not ((byte)',' or (byte)';' or (byte)':') || end + 1 == text.Length || text[end + 1] != ' ');
    }

    private static bool IsAt(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("@"u8) || rest.StartsWith("%40"u8) || rest.StartsWith("=40"u8) || rest.StartsWith("&#"u8) || rest.StartsWith("\\u0040"u8);
}
