namespace CiAnon.Discovery.Lexicon;

/// <summary>Scripts that write words of a phrase as one: Hangul compounds, ideographs, kana and Thai.</summary>
internal static class UnspacedScripts
{
    public static bool Has(string word) => word.Length > 0 && word.All(letter => letter is >= '\u0E00' and <= '\u0E7F' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');
}
