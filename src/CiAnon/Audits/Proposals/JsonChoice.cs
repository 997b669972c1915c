using System.Globalization;
using System.Text;
using System.Text.Json;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>Paths for <c>json</c>, from what stands in the sampled values of a column; what no sample has becomes other text.</summary>
internal sealed class JsonChoice
{
    private const int LongestKey = 40;

    private static readonly ColumnType TextType = new("text", TypeKind.Text, "text");
    private static readonly ColumnType NumberType = new("numeric", TypeKind.Decimal, "numeric");

    private readonly Dictionary<string, Leaf> _leaves = [];
    private int _value;

    /// <summary>Null where the values can't be told by their paths: too many, or names of members that are data themselves.</summary>
    public static MaskChoice? Of(ColumnCase column)
    {
        if (column.Sample is not { Count: > 0 } sample) return null;
        var paths = new JsonChoice();
        var values = sample.Values.Where(value => value.Length < ColumnSample.LongestValue).ToList();
        foreach (var value in values)
            if (!paths.Read(value)) return null;
        var common = paths._leaves.Where(leaf => leaf.Value.Values >= values.Count * InnerChoice.Common).ToList();
        if (common.Count == 0) return null;
        var rules = common.OrderBy(leaf => leaf.Key, StringComparer.Ordinal).Select(leaf => leaf.Value.Rule(leaf.Key, column)).ToList();
        var choice = new MaskChoice("json", ("paths", PathsOption.Text([.. rules, InnerChoice.Rule("$..*", "text")])));
        return SampleFit.Takes(choice, column.Column.Type, sample) ? choice : null;
    }

    private bool Read(byte[] value)
    {
        _value++;
        try
        {
            using var parsed = JsonDocument.Parse(value);
            return Read(parsed.RootElement, "$", "");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Read(JsonElement value, string path, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject().All(member => IsName(member.Name) && Read(member.Value, $"{path}.{member.Name}", member.Name));
            case JsonValueKind.Array:
                return value.EnumerateArray().All(element => Read(element, path + "[*]", name));
            case JsonValueKind.String or JsonValueKind.Number:
                if (!_leaves.TryGetValue(path, out var leaf)) _leaves.Add(path, leaf = new Leaf(name));
                leaf.SeeIn(_value);
                if (value.ValueKind == JsonValueKind.String) leaf.Add(value.GetString()!);
                else leaf.AddNumber(value.GetRawText());
                return _leaves.Count <= InnerChoice.Most;
            default:
                return true;
        }
    }

    /// <summary>The names of members stay: one that isn't a word of a programmer's may be somebody's.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestKey && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        && name.Count(char.IsAsciiDigit) < 4;

    private sealed class Leaf(string name)
    {
        private readonly ColumnSample _texts = new();
        private readonly ColumnSample _numbers = new();

        private int _last;

        /// <summary>How many values of the column have it.</summary>
        public int Values { get; private set; }

        public void SeeIn(int value)
        {
            if (_last != value) Values++;
            _last = value;
        }

        public void Add(string text)
        {
            if (text.Length > 0) _texts.Add(Encoding.UTF8.GetBytes(text));
        }

        public void AddNumber(string number) => _numbers.Add(Encoding.UTF8.GetBytes(number));

        public PathRule Rule(string path, ColumnCase column)
        {
            var texts = Score(column, TextType, _texts);
            var numbers = Score(column, NumberType, _numbers);
            if (_texts.Count > 0) return InnerChoice.OfTexts(path, texts, _texts, numbers is { Kind: null, Seen.Count: 0 }, column);
            return numbers.Kind is null && numbers.Seen.Count == 0 ? InnerChoice.Rule(path, "keep") : new PathRule(path, null, 0.ToString(CultureInfo.InvariantCulture), Delete: false);
        }

        private ColumnVerdict Score(ColumnCase column, ColumnType type, ColumnSample sample) =>
            ColumnScorer.Score(column.Table, new Column(name, type, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null), sample);
    }
}
