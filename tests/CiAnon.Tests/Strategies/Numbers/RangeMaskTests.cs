using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.Numbers;

/// <summary>Ranges, bound by bound.</summary>
public class RangeMaskTests
{
    [Theory]
    [InlineData("daterange", "date truncate=month", "[2024-01-15,2024-03-20)", "[\"2024-01-01\",\"2024-03-01\")")]
    [InlineData("daterange", "date truncate=month", "(,2024-03-20)", "(,\"2024-03-01\")")]
    [InlineData("daterange", "date truncate=month", "[2024-01-15,)", "[\"2024-01-01\",)")]
    [InlineData("daterange", "date truncate=month", "(,)", "(,)")]
    [InlineData("daterange", "date truncate=month", "[2024-01-15,infinity]", "[\"2024-01-01\",\"infinity\"]")]
    [InlineData("daterange", "date truncate=month", "empty", "empty")]
    [InlineData("tstzrange", "date truncate=year", "[\"2024-01-15 10:00:00+01\",\"2025-03-20 11:30:00.5+01\"]", "[\"2024-01-01 00:00:00+01\",\"2025-01-01 00:00:00+01\"]")]
    [InlineData("int4range", "bucket size=10", "[13,27)", "[\"10\",\"20\")")]
    [InlineData("numrange", "bucket size=0.5", "(-1.3,2.7]", "(\"-1.5\",\"2.5\"]")]
    [InlineData("int8multirange", "bucket size=10", "{[13,27),[31,)}", "{[\"10\",\"20\"),[\"30\",)}")]
    [InlineData("datemultirange", "date truncate=year", "{}", "{}")]
    public void A_range_is_masked_bound_by_bound(string type, string rule, string value, string expected) => Assert.Equal(expected, Mask(type, rule).Of(value));

    [Fact]
    public void Bounds_change_places_where_they_must()
    {
        for (byte key = 1; key < 60; key++)
        {
            var bounds = Mask("daterange", "noise range=90 days", key).Of("[2024-01-15,2024-01-16)").Trim('[', ')').Split(',').Select(bound => bound.Trim('"')).ToList();
            Assert.True(string.CompareOrdinal(bounds[0], bounds[1]) <= 0, $"key {key}");
            var numbers = Mask("int4range", "noise range=50", key).Of("[995,1004]").Trim('[', ']').Split(',').Select(bound => int.Parse(bound.Trim('"'))).ToList();
            Assert.True(numbers[0] <= numbers[1], $"key {key}");
        }
    }

    [Fact]
    public void Bounds_of_one_subject_move_as_its_dates_do()
    {
        const string Rule = """each={"strategy":"shift","options":{"range":"2 years","by":"customer"}}""";
        var (range, many, dates) = (StrategyRun.Mask("array", TypeOf("daterange"), Rule), StrategyRun.Mask("array", TypeOf("datemultirange"), Rule), StrategyRun.Mask("array", Dates, Rule));
        var shift = StrategyRun.Mask("shift", StrategyRun.Date, "range=2 years;by=customer");
        var distances = new HashSet<string>();
        foreach (var customer in Enumerable.Range(1, 50))
        {
            var row = RowRun.Of(("customer", $"{customer}", StrategyRun.Mask("digits", StrategyRun.Integer)), ("from", "2020-02-28", shift), ("to", "2020-03-20", shift),
                ("at", "[2020-02-28,2020-03-20)", range), ("all", "{[2020-02-28,2020-03-20),[2020-03-20,)}", many), ("days", "{2020-03-20,NULL,2020-02-28}", dates));
            Assert.Equal($"[\"{row[1]}\",\"{row[2]}\")", row[3]);
            Assert.Equal($"{{[\"{row[1]}\",\"{row[2]}\"),[\"{row[2]}\",)}}", row[4]);
            Assert.Equal($"{{{row[2]},NULL,{row[1]}}}", row[5]);
            distances.Add(row[1]);
        }
        Assert.True(distances.Count > 30);
        Assert.Equal(["customer"], range.Columns);
        Assert.Contains("only dates may", StrategyRun.Problem("array", new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text), """each={"strategy":"person","options":{"part":"name","by":"id"}}"""));
    }

    private static readonly ColumnType Dates = new("date[]", TypeKind.Array, "_date", ElementKind: TypeKind.Date);

    [Theory]
    [InlineData("nobody")]
    [InlineData("[nobody")]
    [InlineData("[2024-01-15,nobody")]
    [InlineData("[2024-01-15)")]
    [InlineData("[nobody,2024-01-15)")]
    [InlineData("[2024-01-15,2024-03-20)nobody")]
    [InlineData("[\"nobody,2024-03-20)")]
    [InlineData("[\"2024-01-15\"nobody,2024-03-20)")]
    [InlineData("{[2024-01-15,2024-03-20)nobody}")]
    [InlineData("{[2024-01-15,2024-03-20)")]
    [InlineData("[")]
    public void What_is_none_is_refused_and_never_quoted(string value) =>
        Assert.DoesNotContain("nobody", Assert.Throws<MaskException>(() => Mask("daterange", "date truncate=month").Of(value)).Message);

    [Fact]
    public void What_bounds_are_masked_is_shown()
    {
        var seen = new Seen();
        Mask("datemultirange", "date truncate=year").Show("{[2024-01-15,2024-03-20),[2025-01-01,)}"u8, seen);
        Assert.Equal(["0 2024-01-15", "0 2024-03-20", "0 2025-01-01"], seen.Parts);
    }

    [Fact]
    public void What_fits_no_bound_is_refused()
    {
        Assert.Contains("it takes", StrategyRun.Problem("array", TypeOf("daterange"), Each("email")));
        Assert.Contains("can't", StrategyRun.Problem("array", TypeOf("daterange"), Each("null")));
        Assert.Contains("it takes", StrategyRun.Problem("array", TypeOf("tsvector"), Each("noise range=5")));
    }

    private static Mask Mask(string type, string rule, byte key = 1) => StrategyRun.Mask("array", TypeOf(type), Each(rule), key: key);

    private static string Each(string rule)
    {
        var split = rule.IndexOf(' ', StringComparison.Ordinal);
        if (split < 0) return $"each={{\"strategy\":\"{rule}\",\"options\":{{}}}}";
        var equals = rule.IndexOf('=', StringComparison.Ordinal);
        return $"each={{\"strategy\":\"{rule[..split]}\",\"options\":{{\"{rule[(split + 1)..equals]}\":\"{rule[(equals + 1)..]}\"}}}}";
    }

    private static ColumnType TypeOf(string type) => new(type, TypeKind.Other, type);

    private sealed class Seen : IInnerSink
    {
        public List<string> Parts { get; } = [];

        public void Part(int rule, ReadOnlySpan<byte> part) => Parts.Add($"{rule} {System.Text.Encoding.UTF8.GetString(part)}");
    }
}
