using CiAnon.Recognition;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery;

/// <summary>Remarks that come again and again, and speak of somebody all the same: <c>Thank you Grace</c>, <c>Austritt Vogel</c>.</summary>
internal static class NamesAmongWords
{
    // One may be a word as well.
    private const int Fewest = 2;

    public static bool Are(ColumnSample sample) => sample.Words.Count(Has) >= Fewest;

    // Beside other words: a name by itself is a word of the list.
    private static bool Has(byte[] value)
    {
        var text = Bytes.Trim(value);
        if (text.IndexOf((byte)' ') < 0) return false;
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && Bytes.IsWord(text[at - 1]) || !NameText.IsCapital(text[at])) continue;
            var word = text[at..NameText.WordEnd(text, at)];
            if (word.Length > 2 && (NameWords.First.Contains(word) || at > 0 && NameWords.Last.Contains(word)) && !NameWords.Directions.Contains(word) && !NameWords.Colours.Contains(word)) return true;
        }
        return false;
    }
}
