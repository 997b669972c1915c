using CiAnon.Recognition;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What the sampled values of a column look like.</summary>
/// <param name="Kind">The kind that most of them pass as.</param>
/// <param name="Share">How many do, 0 to 1.</param>
/// <param name="IsDistinctive">Values of other kinds hardly ever pass: check digits, or a shape of its own.</param>
internal sealed record ValueEvidence(PersonalKind Kind, double Share, bool IsDistinctive)
{
    /// <summary>From here on, values speak for a kind.</summary>
    public const double Enough = 0.6;

    private const double FewPass = 0.2;

    /// <summary>The best recognizer's finding, or null when no kind has enough.</summary>
    /// <param name="named">The kind that the name speaks of; lets recognizers that need a context speak.</param>
    public static ValueEvidence? In(ColumnSample sample, PersonalKind? named, IReadOnlyList<string> words)
    {
        ValueEvidence? best = null;
        foreach (var recognizer in Recognizers.All)
        {
            var isNamed = recognizer.Kind == named;
            if (recognizer.NeedsContext && !isNamed && !recognizer.ContextWords.Any(words.Contains)) continue;
            var share = sample.Share(value => recognizer.IsWhole(value));
            if (share < Enough) continue;
            var evidence = new ValueEvidence(recognizer.Kind, share, !recognizer.NeedsContext && (recognizer.Strength <= FewPass || IsShape(recognizer.Kind)));
            if (best is null || Rank(evidence, named) > Rank(best, named)) best = evidence;
        }
        return best;
    }

    /// <summary>Kinds that stand somewhere inside of values, and in how many of them.</summary>
    public static IReadOnlyList<(PersonalKind Kind, double Share)> Inside(ColumnSample sample) =>
    [
        .. Recognizers.All.Where(recognizer => PersonalKinds.Of(recognizer.Kind).IsDirect)
            .Select(recognizer => (recognizer.Kind, Share: sample.Share(value => recognizer.Count(value) > 0)))
            .Where(found => found.Share > 0)
            .GroupBy(found => found.Kind).Select(kinds => (kinds.Key, kinds.Max(found => found.Share)))
            .OrderByDescending(found => found.Item2),
    ];

    public string Phrase(ColumnSample sample) =>
        $"{Share * 100:0} % of {sample.Values.Count} sampled values pass as {PersonalKinds.Of(Kind).Title}";

    private static bool IsShape(PersonalKind kind) => kind is PersonalKind.Email or PersonalKind.Ip or PersonalKind.Token;

    private static double Rank(ValueEvidence evidence, PersonalKind? named) =>
        evidence.Share + (evidence.Kind == named ? 0.3 : 0) + (evidence.IsDistinctive ? 0.2 : 0);
}
