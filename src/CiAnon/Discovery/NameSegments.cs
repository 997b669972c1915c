using System.Collections.Concurrent;
using System.Collections.Frozen;
using CiAnon.Discovery.Lexicon;

namespace CiAnon.Discovery;

/// <summary>Takes words apart that were written without a separator: <c>creditcardapprovalcode</c>, <c>phonenumbertype</c>.</summary>
internal static class NameSegments
{
    private const int Longest = 60;
    private const int FewestLetters = 3;
    // Short words of so many languages make up English ones by chance: plat and form.
    private const int FewestOfOthers = 5;

    private const int MostKnown = 10_000;

    private static readonly FrozenSet<string> Short = FrozenSet.Create(StringComparer.Ordinal, "id", "no", "ip", "at", "on", "by", "is");

    // Ends of names that no other list has.
    private static readonly string[] Others =
        ["cod", "num", "codigo", "codice", "numero", "approval", "product", "sales", "state", "history", "promotion", "vacation", "hours", "only", "flag", "modified", "review", "order", "header", "detail", "document", "head", "work", "home", "primary", "secondary", "alternate", "last", "first", "date", "time", "stamp", "login", "logon", "bill", "billing", "ship", "shipping", "mailing", "other", "person", "personal", "supplied", "assistant", "contact", "emergency", "del", "priv", "mob", "scan", "auto", "pay", "old", "new", "legal", "preferred", "base", "fon"];

    private static readonly FrozenSet<string> Vocabulary = NameLexicon.Words.Where(word => word.Language is "English" || word.Text.Length >= FewestOfOthers).Select(word => word.Text)
        .Concat(NameContext.Things).Concat(NameContext.People).Concat(NameContext.Companies).Concat(NameContext.FactsAfter).Concat(NameContext.Slogans).Concat(Others)
        .SelectMany(word => word.Split(' ')).Where(word => word.Length >= FewestLetters || Short.Contains(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);

    /// <summary>The words, those that are made of known ones in their place.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        var parts = new List<string>(words.Count);
        foreach (var word in words) parts.AddRange(Of(word));
        return parts;
    }

    private static string[] Of(string word)
    {
        if (word.Length is < 6 or > Longest || IsWord(word)) return [word];
        if (Known.TryGetValue(word, out var known)) return known;
        var parts = Split(word);
        // Bounded, whatever names come.
        if (Known.Count < MostKnown) Known[word] = parts;
        return parts;
    }

    private static bool IsWord(string word) => Vocabulary.Contains(word) || NameLexicon.Find(word) is not null || NobodysNames.Contains(word)
        || word[^1] == 's' && (Vocabulary.Contains(word[..^1]) || NameLexicon.Find(word[..^1]) is not null);

    // The fewest known words that make it up: from left to right, the best way to each letter.
    private static string[] Split(string word)
    {
        var count = new int[word.Length + 1];
        var from = new int[word.Length + 1];
        Array.Fill(count, int.MaxValue);
        count[0] = 0;
        for (var end = 2; end <= word.Length; end++)
        {
            for (var start = end - 2; start >= 0; start--)
            {
                if (count[start] == int.MaxValue || count[start] + 1 >= count[end]) continue;
                var part = word[start..end];
                if (!Vocabulary.Contains(part) && !(end == word.Length && part.Length > FewestLetters && part[^1] == 's' && Vocabulary.Contains(part[..^1]))) continue;
                (count[end], from[end]) = (count[start] + 1, start);
            }
        }
        if (count[^1] is int.MaxValue or < 2) return [word];
        var parts = new List<string>();
        for (var end = word.Length; end > 0; end = from[end]) parts.Insert(0, word[from[end]..end]);
        return [.. parts];
    }
}
