using System.Collections.Frozen;
using System.Text;

namespace CiAnon.Strategies.Drawing;

/// <summary>Latin letters with marks as the ASCII letters that stand for them in addresses and login names.</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, byte[]> Letters = Table(
        "a:àáâãåāăą", "ae:äæ", "c:çćĉċč", "d:ďđð", "e:èéêëēĕėęě", "g:ĝğġģ", "h:ĥħ", "i:ìíîïĩīĭįı", "j:ĵ", "k:ķ", "l:ĺļľŀł", "n:ñńņň",
        "o:òóôõøōŏő", "oe:öœ", "r:ŕŗř", "s:śŝşšș", "ss:ß", "t:ţťŧț", "th:þ", "u:ùúûũūŭůűų", "ue:ü", "w:ŵ", "y:ýÿŷ", "z:źżž");

    /// <summary>Appends a text's letters and digits, lower case; everything else is left out.</summary>
    public static void AppendSlug(MaskOutput output, ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] < 0x80)
            {
                if (char.IsAsciiLetterOrDigit((char)text[0])) output.Append((byte)(text[0] is >= (byte)'A' and <= (byte)'Z' ? text[0] | 0x20 : text[0]));
                text = text[1..];
                continue;
            }
            _ = Rune.DecodeFromUtf8(text, out var rune, out var length);
            text = text[length..];
            rune = Rune.ToLowerInvariant(rune);
            if (rune.IsAscii) output.Append((byte)rune.Value);
            else if (rune.IsBmp && Letters.TryGetValue((char)rune.Value, out var letters))
                output.Append(letters);
        }
    }

    private static FrozenDictionary<char, byte[]> Table(params string[] rows) => rows.Select(row => row.Split(':'))
        .SelectMany(row => row[1].Select(letter => KeyValuePair.Create(letter, Encoding.ASCII.GetBytes(row[0])))).ToFrozenDictionary();
}
