namespace CiAnon.Reporting;

/// <summary>What checks found and the policy lets through: said where the outcome is said, since it is in the result.</summary>
public static class AllowedHits
{
    private const int MostPlaces = 3;

    /// <summary>The largest first.</summary>
    public static IReadOnlyList<AllowedSection> Of(ComplianceReport report) =>
        [.. report.Checks.SelectMany(check => check.Allowed).OrderByDescending(hit => hit.Count).ThenBy(hit => hit.Object, StringComparer.Ordinal)];

    /// <summary>Null when there are none.</summary>
    public static string? Sentence(ComplianceReport report)
    {
        var hits = Of(report);
        if (hits.Count == 0) return null;
        var count = hits.Sum(hit => hit.Count);
        var places = string.Join(", ", hits.Take(MostPlaces).Select(hit => $"{ReportWords.Count(hit.Count)} × {hit.Kind} in {hit.Object}"));
        var more = hits.Count > MostPlaces ? $", and {ReportWords.Count(hits.Count - MostPlaces, "more place")}" : "";
        return $"{ReportWords.Count(count, "value")} that {(count == 1 ? "looks" : "look")} personal {(count == 1 ? "is" : "are")} in the result because the policy allows it: {places}{more}.";
    }
}
