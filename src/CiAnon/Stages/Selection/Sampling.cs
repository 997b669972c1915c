namespace CiAnon.Stages.Selection;

/// <summary>Draws a share of subjects by their hashes. A subject is drawn wholly, and a larger share holds a smaller one.</summary>
internal static class Sampling
{
    /// <param name="share">Above 0, at most 1.</param>
    public static bool IsDrawn(ulong subject, double share) => share >= 1 || subject < share * ulong.MaxValue;

    /// <summary>The share of every stratum, rounded up: those with the smallest hashes.</summary>
    /// <param name="rows">Stratum and subject of each row; a subject belongs to the stratum of its first row.</param>
    public static HashSet<ulong> Draw(IEnumerable<(ulong Stratum, ulong Subject)> rows, double share)
    {
        var strata = new Dictionary<ulong, ulong>();
        foreach (var (stratum, subject) in rows) strata.TryAdd(subject, stratum);
        var drawn = new HashSet<ulong>();
        foreach (var stratum in strata.GroupBy(pair => pair.Value, pair => pair.Key))
        {
            var subjects = stratum.Order().ToList();
            drawn.UnionWith(subjects.Take((int)Math.Ceiling(subjects.Count * share)));
        }
        return drawn;
    }
}
