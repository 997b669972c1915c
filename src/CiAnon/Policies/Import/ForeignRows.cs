using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Filters and samples of tables.</summary>
internal static class ForeignRows
{
    /// <param name="where">A condition of SQL; null for none.</param>
    /// <param name="sample">A share such as <c>10%</c>; null for none.</param>
    /// <param name="stratum">The column of whose every value some are in the sample; null for none.</param>
    public static void Add(string table, SourcePosition at, YamlNode? where, YamlNode? sample, YamlNode? stratum, PolicyDraft draft)
    {
        if (where is null && sample is null) return;
        var place = (where ?? sample)!.At;
        var keys = new List<(string, YamlNode)>();
        if (where.Scalar() is { } condition) keys.Add((PolicyLanguage.RowsWhere.Name, PolicyNode.Text(condition.Trim(), place)));
        if (sample is not null) keys.Add((PolicyLanguage.RowsSample.Name, sample));
        if (sample is not null && stratum.Scalar() is { } column) keys.Add((PolicyLanguage.RowsStratify.Name, PolicyNode.Text(column, stratum!.At)));
        draft.Rows(table, at, PolicyNode.Map(place, keys));
    }
}
