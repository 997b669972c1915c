using System.Text;

namespace CiAnon.Recognition;

/// <summary>Words as dictionaries have them: lower case, Latin letters without accents (ü is u, ß is ss, ł is l), the rest as it is.</summary>
internal static class Folding
{
    /// <summary>Longer words are in no dictionary.</summary>
    public const int Longest = 40;

    // U+00C0 to U+017F.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln" +
        "nnnnnnnnooooooeerrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Folds a word; 0 when it is too long or no UTF-8.</summary>
    public static int Fold(ReadOnlySpan<byte> word, Span<byte> folded)
    {
        var length = 0;
        while (!word.IsEmpty)
        {
            if (length >= Longest - 4) return 0;
            if (word[0] < 0x80)
            {
                folded[length++] = Bytes.Lower(word[0]);
                word = word[1..];
                continue;
            }
            if (Rune.DecodeFromUtf8(word, out var rune, out var consumed) != System.Buffers.OperationStatus.Done) return 0;
            word = word[consumed..];
            if (rune.Value is >= 0xC0 and <= 0x17F)
            {
                var letter = (byte)Latin[rune.Value - 0xC0];
                folded[length++] = letter;
                if (rune.Value == 0xDF) folded[length++] = (byte)'s';
            }
            else
            {
                length += Rune.ToLowerInvariant(rune).EncodeToUtf8(folded[length..]);
            }
        }
        return length;
    }
}
