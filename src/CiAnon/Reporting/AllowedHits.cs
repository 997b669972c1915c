using CiAnon.Reporting.Languages;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting;

/// <summary>What checks found and the policy lets through: said where the outcome is said, since it is in the result.</summary>
public static class AllowedHits
{
    private const int MostPlaces = 3;

    /// <summary>The largest first.</summary>
    public static IReadOnlyList<AllowedSection> Of(ComplianceReport report) =>
        [.. report.Checks.SelectMany(check => check.Allowed).OrderByDescending(hit => hit.Count).ThenBy(hit => hit.Object, StringComparer.Ordinal)];

    /// <summary>Null when there are none.</summary>
    public static string? Sentence(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        var hits = Of(report);
        if (hits.Count == 0) return null;
        var count = hits.Sum(hit => hit.Count);
        var places = string.Join(", ", hits.Take(MostPlaces).Select(hit => say.F($"{ReportWords.Count(hit.Count)} × {say.Kind(hit.Kind)} in {hit.Object}")))
            + (hits.Count > MostPlaces ? say.F($", and {ReportWords.Count(hits.Count - MostPlaces)} more") : "");
        return count == 1
            ? say.F($"1 value that looks personal is in the result because the policy allows it: {places}.")
            : say.F($"{ReportWords.Count(count)} values that look personal are in the result because the policy allows it: {places}.");
    }
}
