using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Discovery.Shapes;

/// <summary>A word for a number beside what it is the number of, in either order: <c>num_documento</c>, <c>cislo_pasu</c>, <c>kapi_no</c>, <c>passinumero</c>.</summary>
internal static class NumberGrammar
{
    /// <summary>What the noun says; null where no number stands beside one.</summary>
    public static NameVerdict? Recognize(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (kind, length) = At(words, at);
            if (kind is not { } found) continue;
            if (words.Skip(at + length).Any(NameContext.FactsAfter.Contains)) return null;
            return new NameVerdict(found, NameLexicon.Often, $"name '{string.Join(' ', words.Skip(at).Take(length))}', the number of such") { IsHouseNumber = found == PersonalKind.Address };
        }
        return null;
    }

    private static (PersonalKind? Kind, int Length) At(IReadOnlyList<string> words, int at)
    {
        if (NumberNouns.Numbers.Contains(words[at]))
        {
            var next = at + 1;
            while (next < words.Count && RecordWords.Particles.Contains(words[next])) next++;
            // num_phones is how many.
            return next < words.Count && words[next] is var noun && !(noun.EndsWith('s') && NumberNouns.KindOf(noun[..^1]) is not null) && NumberNouns.KindOf(noun) is { } kind ? (kind, next + 1 - at) : (null, 0);
        }
        if (at + 1 < words.Count && NumberNouns.Numbers.Contains(words[at + 1]) && NumberNouns.KindOf(words[at]) is { } before) return (before, 2);
        foreach (var ending in NumberNouns.Endings)
        {
            if (words[at].Length <= ending.Length + 1 || !words[at].EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = words[at][..^ending.Length];
            if ((NumberNouns.KindOf(stem) ?? (stem[^1] is 's' or 'n' or 'e' ? NumberNouns.KindOf(stem[..^1]) : null)) is { } joined) return (joined, 1);
        }
        return (null, 0);
    }
}
