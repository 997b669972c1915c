using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Discovery.Shapes;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>Keys for <c>hstore</c>, from what stands in the sampled values of a column; what no sample has becomes other text.</summary>
internal static class HstoreChoice
{
    private static readonly ColumnType TextType = new("text", TypeKind.Text, "text");

    /// <summary>Null where the values can't be told by their keys: too many, or keys that are data themselves.</summary>
    public static MaskChoice? Of(ColumnCase column)
    {
        if (column.Column.Type.BaseName != HstorePairs.Type || column.Sample is not { Count: > 0 } sample) return null;
        var values = sample.Values.Where(value => value.Length < ColumnSample.LongestValue).ToList();
        var keys = values.SelectMany(value => HstorePairs.Read(value)).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToList();
        if (keys.Count > InnerChoice.Most || keys.Exists(key => !JsonChoice.IsName(key.Key))) return null;
        var common = keys.Where(key => key.Count() >= values.Count * InnerChoice.Common).OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => Rule(key.Key, key, column)).ToList();
        if (common.Count == 0) return null;
        var choice = new MaskChoice("hstore", ("keys", PathsOption.Text([.. common, InnerChoice.Rule("*", "text")])));
        return SampleFit.Takes(choice, column.Column.Type, sample) ? choice : null;
    }

    private static PathRule Rule(string key, IEnumerable<string?> values, ColumnCase column)
    {
        var texts = new ColumnSample();
        foreach (var text in values)
            if (text is { Length: > 0 }) texts.Add(Encoding.UTF8.GetBytes(text));
        var verdict = ColumnScorer.Score(column.Table, new Column(key, TextType, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null), texts);
        return InnerChoice.OfTexts(key, verdict, texts, mayStay: true, column);
    }
}
