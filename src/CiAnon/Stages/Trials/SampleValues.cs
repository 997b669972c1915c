using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>
/// Invented values of a column, the same ones in every plan: a plan reads no row. They only need to be plausible, as those that the
/// demand itself refuses can't be originals and are left out.
/// </summary>
internal static class SampleValues
{
    private const int PerLayout = 8;
    private const int PerLiteral = 60;
    private const int Draws = 400;
    private const int LongestText = 300;

    private static readonly DateTime Earliest = new(1940, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>As COPY writes them; empty where nothing is known of the type.</summary>
    public static IReadOnlyList<string> Of(SampledColumn column, SampleLiterals literals, bool asciiOnly)
    {
        var draw = new SampleDraw((ulong)column.Type.Kind);
        if (column.Allowed is { Count: > 0 } allowed) return allowed;
        IEnumerable<string> values = column.Type.Kind switch
        {
            TypeKind.Text => Texts(column.Kind, literals, asciiOnly, draw),
            TypeKind.Integer => Numbers(literals, draw).Select(number => decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)),
            TypeKind.Decimal => Decimals(column.Type, literals, draw),
            TypeKind.Boolean => ["t", "f"],
            TypeKind.Date => Dates(literals, draw).Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TypeKind.Timestamp => Dates(literals, draw).Select(date => date.ToString(column.Type.BaseName == "timestamptz" ? "yyyy-MM-dd HH:mm:ss'+00'" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            TypeKind.Time => column.Type.BaseName == "interval" ? ["1 day", "02:30:00", "3 mons"] : Filled(["0#:1#:2#", "1#:3#:4#"], draw),
            TypeKind.Uuid => Filled(["########-####-4###-8###-############"], draw),
            TypeKind.Json => Jsons(literals),
            TypeKind.Binary => Filled(["\\x########", "\\x"], draw),
            TypeKind.Network => column.Type.BaseName switch
            {
                "macaddr" => Filled(["02:##:##:##:##:##"], draw),
                "macaddr8" => Filled(["02:##:##:##:##:##:##:##"], draw),
                "cidr" => Filled(["10.1#.##.0/24"], draw),
                _ => Filled(["10.1#.##.1#", "2001:db8:#::####"], draw),
            },
            TypeKind.Array => ["{}", .. column.Type.ElementKind == TypeKind.Text ? literals.Texts.Select(text => $"{{\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}").Concat(Filled(["{?????}", "{^????,??-??}"], draw))
                : column.Type.ElementKind is TypeKind.Integer or TypeKind.Decimal ? Filled(["{#}", "{#,1##}"], draw) : []],
            _ => column.Type.BaseName switch
            {
                "point" => Filled(["(1#.###,4#.###)"], draw),
                "xml" => Filled(["<a>?????</a>"], draw),
                "hstore" => Filled(["\"???\"=>\"????\""], draw),
                "int4range" or "int8range" or "numrange" => Filled(["[1#,3#)"], draw),
                "daterange" => Filled(["[200#-01-1#,201#-02-1#)"], draw),
                _ => [],
            },
        };
        return [.. values.Where(value => value.Length <= LongestText).Distinct()];
    }

    private static IEnumerable<string> Texts(PersonalKind? kind, SampleLiterals literals, bool asciiOnly, SampleDraw draw)
    {
        foreach (var layout in SampleLayouts.For(kind, asciiOnly))
            for (var i = 0; i < PerLayout; i++) yield return SampleLayouts.Fill(layout, draw);
        foreach (var literal in literals.Texts.Where(text => text.Length is > 0 and <= LongestText && (!asciiOnly || text.All(char.IsAscii))))
        {
            yield return literal;
            for (var i = 0; i < PerLiteral; i++)
            {
                if (PatternSamples.OfExpression(literal, draw) is { } text) yield return text;
                if (literal.Contains('%', StringComparison.Ordinal) || literal.Contains('_', StringComparison.Ordinal)) yield return PatternSamples.OfLike(literal, draw);
            }
        }
        // A number in a condition on texts is mostly a length.
        foreach (var length in literals.Numbers.Where(number => number is > 0 and <= LongestText).SelectMany(number => new[] { (int)number - 1, (int)number, (int)number + 1 }))
            for (var i = 0; i < PerLayout; i++)
            {
                yield return SampleLayouts.Fill(new string('?', length), draw);
                yield return SampleLayouts.Fill(new string('#', length), draw);
            }
    }

    // Between two limits there are as many as beyond them.
    private static IEnumerable<decimal> Numbers(SampleLiterals literals, SampleDraw draw)
    {
        foreach (var bound in (long[])[100, 10_000, 1_000_000])
            for (var i = 0; i < PerLiteral; i++) yield return draw.Between(0, bound);
        for (var i = 0; i < 10; i++) yield return -draw.Between(0, 1000);
        for (var at = 0; at < literals.Numbers.Count; at++)
        {
            var low = literals.Numbers[at];
            var high = at + 1 < literals.Numbers.Count ? literals.Numbers[at + 1] : low + decimal.Max(1000, decimal.Abs(low) / 2);
            if (decimal.Abs(low) > 1_000_000_000_000 || decimal.Abs(high) > 1_000_000_000_000) continue;
            for (var i = 0; i < PerLiteral * 2; i++) yield return low + ((high - low) * draw.Below(1_000_000) / 1_000_000m);
        }
    }

    private static IEnumerable<string> Decimals(ColumnType type, SampleLiterals literals, SampleDraw draw)
    {
        var scale = int.Clamp(type.Scale ?? 2, 0, 6);
        // As PostgreSQL shows it: numeric(4,2) has two decimals always.
        var form = type.Scale is null ? "0.##" : $"F{scale}";
        var most = type.Precision is { } precision ? (decimal)Math.Pow(10, int.Min(precision - int.Max(type.Scale ?? 0, 0), 12)) : 1_000_000_000m;
        foreach (var number in Numbers(literals, draw))
        {
            var value = number + (draw.Below(100) / 100m);
            if (decimal.Abs(value) >= most) value %= most;
            yield return (type.BaseName == "money" ? "$" : "") + decimal.Round(value, scale).ToString(form, CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<DateTime> Dates(SampleLiterals literals, SampleDraw draw)
    {
        for (var i = 0; i < Draws; i++) yield return Between(Earliest, Latest, draw);
        for (var at = 0; at < literals.Dates.Count; at++)
        {
            var end = at + 1 < literals.Dates.Count ? literals.Dates[at + 1] : literals.Dates[at].Year < 9000 ? literals.Dates[at].AddYears(5) : literals.Dates[at];
            for (var i = 0; i < PerLiteral * 2; i++) yield return Between(literals.Dates[at], end, draw);
        }
    }

    private static DateTime Between(DateTime first, DateTime last, SampleDraw draw) => first.AddSeconds(draw.Between(0, (long)(last - first).TotalSeconds));

    // Keys that a condition names, one by one and together.
    private static IEnumerable<string> Jsons(SampleLiterals literals)
    {
        var keys = literals.Texts.Where(text => text.Length is > 0 and < 60 && text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')).ToList();
        yield return "{}";
        yield return "[]";
        foreach (var value in (string[])["\"text\"", "12", "true", "{}", "[]"])
        {
            foreach (var key in keys) yield return $"{{\"{key}\": {value}}}";
            if (keys.Count > 1) yield return $"{{{string.Join(", ", keys.Select(key => $"\"{key}\": {value}"))}}}";
        }
    }

    private static List<string> Filled(string[] layouts, SampleDraw draw) =>
        layouts.SelectMany(layout => Enumerable.Range(0, 40).Select(_ => SampleLayouts.Fill(layout, draw))).ToList();
}
