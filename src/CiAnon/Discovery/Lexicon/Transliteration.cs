using System.Text;

namespace CiAnon.Discovery.Lexicon;

/// <summary>
/// Cyrillic and Greek words as people write them in Latin letters, of which every hand has its own way: <c>прізвище</c> is
/// prizvyshche, prizvishche and pryzvysche. Both sides are brought to one form, in which letters that hands mix up are the same.
/// </summary>
internal static class Transliteration
{
    /// <summary>Shorter ones are like too many other words.</summary>
    public const int Shortest = 5;

    private const string Cyrillic = "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя";
    private static readonly string[] LatinOfCyrillic = "a b v g g d e e z z i i i i k l m n o p r s t u f g c c s s a i  e u a".Split(' ');

    private const string Greek = "αβγδεζηθικλμνξοπρστυφχψω";
    private static readonly string[] LatinOfGreek = "a v g d e z i t i k l m n h o p r s t i f h ps o".Split(' ');
    private static readonly string[] KeysOfGreek = "a b g d e z h th i k l m n ks o p r s t y f x ps w".Split(' ');

    // Longer ones first.
    private static readonly (string Written, string Folded)[] OfCyrillic =
        [("shch", "s"), ("sch", "s"), ("sht", "s"), ("zh", "z"), ("kh", "g"), ("ch", "c"), ("sh", "s"), ("ts", "c"), ("h", "g"), ("y", "i"), ("j", "i"), ("w", "v"), ("ia", "a"), ("iu", "u"), ("ie", "e")];

    private static readonly (string Written, string Folded)[] OfGreek =
        [("eu", "ei"), ("ey", "ei"), ("ev", "ei"), ("ef", "ei"), ("au", "av"), ("ay", "av"), ("af", "av"), ("th", "t"), ("ph", "f"), ("ch", "h"), ("kh", "h"), ("ks", "h"), ("x", "h"), ("b", "v"), ("w", "o"), ("ou", "u"), ("y", "i"), ("ei", "i"), ("oi", "i"), ("ai", "e")];

    /// <summary>The forms of a word of these scripts; none for others.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Any(letter => Cyrillic.Contains(letter, StringComparison.Ordinal))) return [Folded(Latin(word, Cyrillic, LatinOfCyrillic), OfCyrillic)];
        if (!word.Any(letter => Greek.Contains(letter, StringComparison.Ordinal))) return [];
        // By sound, and by the keys of a Greek keyboard.
        return [Folded(Latin(Sounded(word), Greek, LatinOfGreek), OfGreek), Folded(Latin(word, Greek, KeysOfGreek), [])];
    }

    /// <summary>The forms that a Latin word may be one of.</summary>
    public static IEnumerable<string> Readings(string word) => Ascii.IsValid(word) ? [Folded(word, OfCyrillic), Folded(word, OfGreek), Folded(word, [])] : [];

    private static string Sounded(string word) => word.Replace("ου", "u", StringComparison.Ordinal).Replace("ευ", "ει", StringComparison.Ordinal).Replace("αυ", "αβ", StringComparison.Ordinal);

    private static string Latin(string word, string letters, string[] latin) =>
        string.Concat(word.Select(letter => letters.IndexOf(letter, StringComparison.Ordinal) is var at && at >= 0 ? latin[at] : letter.ToString()));

    private static string Folded(string word, (string Written, string Folded)[] forms)
    {
        foreach (var (written, folded) in forms) word = word.Replace(written, folded, StringComparison.Ordinal);
        var text = new StringBuilder(word.Length);
        // Doubled letters are one.
        foreach (var letter in word)
            if (text.Length == 0 || text[^1] != letter) text.Append(letter);
        return text.ToString();
    }
}
