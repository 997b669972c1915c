using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What the check <c>patterns</c> will see in a column's values if they stay as they are, as far as a sample tells.</summary>
internal static class SampledPatterns
{
    /// <param name="named">The kind that the column's name speaks of.</param>
    /// <returns>The kinds with the share of values that hold one, the commonest first.</returns>
    public static IReadOnlyList<SampledKind> In(Column column, PersonalKind? named, ColumnSample sample)
    {
        var scanner = new PatternScanner(Recognizers.All, [ScannedPattern.Of(column, named)]);
        if (!scanner.Wanted[0]) return [];
        foreach (var value in sample.Values) scanner.Field(0, value);
        // What is rare among words that come again and again may have stayed out of the sample.
        if (sample.IsEnumLike)
        {
            foreach (var word in sample.Words) scanner.Field(0, word);
        }
        return [.. PatternThreshold.All.Select(threshold => Seen(threshold, scanner)).OfType<SampledKind>().OrderByDescending(found => found.Share)];
    }

    private static SampledKind? Seen(PatternThreshold threshold, PatternScanner scanner)
    {
        var matching = scanner.Matching(0, threshold.Kind);
        if (matching == 0) return null;
        var kind = new SampledKind(threshold.Kind, (double)matching / scanner.Seen(0), scanner.SeesUnmistakable(0, threshold.Kind));
        // One word alone says nothing.
        return kind.IsWord && !threshold.IsExceeded(matching, scanner.Seen(0)) ? null : kind;
    }
}
