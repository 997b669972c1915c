using System.Runtime.InteropServices;
using CiAnon.Recognition.Names;

namespace CiAnon.Stages.Prose;

/// <summary>One word of a text that may be a name: with all that hyphens and apostrophes join to it, without a genitive's <c>'s</c>.</summary>
/// <param name="Word">The first of the splitter's words that it is made of.</param>
/// <param name="Behind">The one behind its last.</param>
/// <param name="Start">Its first byte in the text.</param>
/// <param name="End">The byte behind it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoneWord(int Word, int Behind, int Start, int End)
{
    // d'Anna, qu'Anna: longer ones are names themselves.
    private const int LongestElision = 2;

    /// <summary>False where the word is only a part of one, or of an identifier.</summary>
    public static bool TryAt(ReadOnlySpan<byte> text, ProseWords words, int word, out LoneWord lone)
    {
        lone = default;
        var start = words.StartOf(word);
        if (start > 0 && text[start - 1] == '_' || word > 0 && IsJoined(text, words, word)) return false;
        var behind = word + 1;
        while (behind < words.Count && Joint(text[words.EndOf(behind - 1)..words.StartOf(behind)]) != 0 && words.Of(behind, behind + 1)[0] > '9') behind++;
        var end = words.EndOf(behind - 1);
        if (end < text.Length && text[end] == '_') return false;
        if (behind > word + 1 && words.Of(behind - 1, behind) is [(byte)'s'] && Joint(text[words.EndOf(behind - 2)..words.StartOf(behind - 1)]) == '\'') behind--;
        lone = new LoneWord(word, behind, start, words.EndOf(behind - 1));
        return true;
    }

    /// <summary>Whether a genitive's s may stand at its end, as in Müllers.</summary>
    public bool MayBeGenitive(ReadOnlySpan<byte> text) => Behind == Word + 1 && text[End - 1] is (byte)'s' or (byte)'S';

    public bool IsCapitalized(ReadOnlySpan<byte> text) => NameText.IsCapital(text[Start]);

    /// <summary>Whether it stands in a sentence: not in a path, an address or a key.</summary>
    public bool StandsFree(ReadOnlySpan<byte> text) =>
        (Start == 0 || text[Start - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'(' or (byte)'"' or (byte)'\'' or (byte)',' or >= 0x80)
        && (End == text.Length || text[End] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)')' or (byte)'"' or (byte)'\'' or (byte)',' or (byte)';' or (byte)'!' or (byte)'?' or >= 0x80
            || text[End] is (byte)'.' or (byte)':' && (End + 1 == text.Length || text[End + 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'));

    private static bool IsJoined(ReadOnlySpan<byte> text, ProseWords words, int word)
    {
        var before = words.EndOf(word - 1);
        var joint = Joint(text[before..words.StartOf(word)]);
        return joint == '-' || joint == '\'' && before - words.StartOf(word - 1) > LongestElision;
    }

    // Typewriter's apostrophe, and the typographer's that keyboards of telephones write; 0 where nothing joins.
    private static char Joint(ReadOnlySpan<byte> between) => between switch
    {
        [(byte)'-'] => '-',
        [(byte)'\''] or [0xE2, 0x80, 0x99] => '\'',
        _ => '\0',
    };
}
