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
    private const int LongestRun = 16;
    private const int FewestOfRun = 2;

    private static readonly FrozenSet<string> Short = FrozenSet.Create(StringComparer.Ordinal, "id", "no", "ip", "at", "on", "by", "is");

    // Ends of names that no other list has.
    private static readonly string[] Others =
        ["cod", "num", "codigo", "codice", "numero", "approval", "product", "sales", "state", "history", "promotion", "vacation", "hours", "only", "flag", "modified", "review", "order", "header", "detail", "document", "head", "work", "home", "primary", "secondary", "alternate", "last", "first", "date", "time", "stamp", "login", "logon", "bill", "billing", "ship", "shipping", "mailing", "other", "person", "personal", "supplied", "assistant", "contact", "emergency", "del", "priv", "mob", "scan", "auto", "pay", "old", "new", "legal", "preferred", "base", "fon", "occupation", "profession", "specialty", "speciality", "hire", "hired", "joined", "ident", "ref"];

    private static readonly FrozenSet<string> Vocabulary = NameLexicon.Words.Where(word => word.Language is "English" || word.Text.Length >= FewestOfOthers).Select(word => word.Text)
        .Concat(NameContext.Things).Concat(NameContext.People).Concat(NameContext.Companies).Concat(NameContext.FactsAfter).Concat(NameContext.Slogans).Concat(Others)
        .SelectMany(word => word.Split(' ')).Where(word => word.Length >= FewestLetters || Short.Contains(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);

    /// <summary>The words, those that are made of known ones in their place.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        var parts = new List<string>(words.Count);
        foreach (var word in words) parts.AddRange(UnspacedScripts.Has(word) ? OfRun(word) : Of(word));
        return parts;
    }

    /// <summary>A word of any list, of people or of things.</summary>
    public static bool IsKnown(string word) => word.Length == 1 || IsWord(word) || NameContext.FactsBefore.Contains(word) || NameContext.Speaks(NameContext.Things, word) || NameContext.Speaks(NameContext.Companies, word) || NameContext.Descriptions.Contains(word)
        || NameContext.Countries.Contains(word) || ThingNames.Contains(word) || RecordWords.IsRecord(word) || RecordWords.Numbers.Contains(word) || RecordWords.Codes.Contains(word) || RecordWords.NumberedThings.Contains(word) || NameContext.Amounts.Contains(word) || NameContext.Places.Contains(word);

    private static string[] Of(string word)
    {
        if (word.Length is < 6 or > Longest || IsWord(word)) return [word];
        if (Known.TryGetValue(word, out var known)) return known;
        var parts = Split(word);
        // Bounded, whatever names come.
        if (Known.Count < MostKnown) Known[word] = parts;
        return parts;
    }

    // 订单编号, 보호자연락처, เบอร์ผู้รับ: the longest known words from the left, and what is between them. What is one entry stays one.
    private static string[] OfRun(string run)
    {
        if (NameLexicon.Find(run) is not null || NumberedNames.IsThing(run)) return [run];
        var parts = new List<string>();
        var unknown = 0;
        for (var at = 0; at < run.Length;)
        {
            var length = Math.Min(run.Length - at, LongestRun);
            while (length >= FewestOfRun && !IsInRun(run.Substring(at, length))) length--;
            if (length < FewestOfRun)
            {
                at++;
                continue;
            }
            if (unknown < at) parts.Add(run[unknown..at]);
            parts.Add(run.Substring(at, length));
            unknown = at += length;
        }
        if (unknown < run.Length) parts.Add(run[unknown..]);
        return [.. parts];
    }

    private static bool IsInRun(string part) => NameLexicon.IsRun(part) || RecordWords.Numbers.Contains(part) || RecordWords.Codes.Contains(part) || RecordWords.People.Contains(part) || RecordWords.Cases.Contains(part) || NumberNouns.KindOf(part) is not null;

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
                // percentage, passage, linkage: an ending, and nobody's age.
                if (part is "age" or "ages" && start > 0 && end == word.Length && !NameContext.Speaks(NameContext.People, word[..start])) continue;
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
