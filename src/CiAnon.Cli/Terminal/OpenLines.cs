using CiAnon.Hosts;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>What a green run must not hide: columns that nobody decided on, and what looks personal and the policy allows.</summary>
internal static class OpenLines
{
    private const int MostPlaces = 5;

    public static IEnumerable<string> Of(ComplianceReport report)
    {
        var columns = report.Tables.SelectMany(table => table.Columns.Where(column => column.Undecided is not null)
            .Select(column => $"{ReportWords.FullName(table)}.{column.Name}: {column.Strategy ?? column.Decision}")).ToList();
        if (columns.Count > 0) yield return $"open     {Printable.Count(columns.Count)} undecided {(columns.Count == 1 ? "column" : "columns")}: proposed by a machine, and nobody decided";
        foreach (var line in Places(columns)) yield return line;

        var hits = AllowedHits.Of(report);
        var count = hits.Sum(hit => hit.Count);
        if (count > 0) yield return $"allowed  {Printable.Count(count)} {(count == 1 ? "value that looks" : "values that look")} personal, by the policy:";
        foreach (var line in Places([.. hits.Select(hit => $"{hit.Object}: {Printable.Count(hit.Count)} {hit.Kind}")])) yield return line;
    }

    private static IEnumerable<string> Places(List<string> places)
    {
        foreach (var place in places.Take(MostPlaces)) yield return Printable.Line($"         {place}");
        if (places.Count > MostPlaces) yield return $"         and {places.Count - MostPlaces} more: see the report";
    }
}
