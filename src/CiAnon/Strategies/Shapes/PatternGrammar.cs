using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Shapes;

/// <summary>Reads patterns. The words of DbToolsBundle's (<c>[1,99]</c>, <c>{x}</c>) mean what they mean there; behind a colon stands a part there, and a column here.</summary>
internal static partial class PatternGrammar
{
    private const int MostRepeats = 1000;

    /// <summary>The parts, or null and why it can't be read.</summary>
    public static IReadOnlyList<PatternPart>? Read(string pattern, StrategyContext context, out string? problem)
    {
        var parts = new List<PatternPart>();
        problem = Literal.Problem(pattern, context with { Type = context.Type with { MaxLength = null } });
        for (var rest = pattern; problem is null && rest.Length > 0;)
        {
            var match = Part().Match(rest);
            rest = rest[match.Length..];
            problem = Add(parts, match, context);
        }
        return problem is null ? parts : null;
    }

    private static string? Add(List<PatternPart> parts, Match match, StrategyContext context)
    {
        if (match.Groups["low"] is { Success: true } low)
        {
            if (!long.TryParse(low.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from)
                || !long.TryParse(match.Groups["high"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to) || from > to)
                return $"has the numbers {match.Value}, of which the second must not be below the first";
            parts.Add(new NumberPart(from, to));
            return null;
        }
        if (match.Groups["class"] is { Success: true } characters)
        {
            var set = Characters(characters.Value);
            if (set.Count == 0) return $"has the characters {match.Value}, which are none";
            parts.Add(new ClassPart([.. set.Select(rune => Encoding.UTF8.GetBytes(rune.ToString()))]));
            return null;
        }
        if (match.Groups["fewest"] is { Success: true } fewest)
        {
            var least = int.Parse(fewest.Value, CultureInfo.InvariantCulture);
            var most = match.Groups["most"] is { Success: true } end ? int.Parse(end.Value, CultureInfo.InvariantCulture) : least;
            if (parts is not [.., ClassPart { Fewest: 1, Most: 1 } repeated]) return $"has {match.Value} behind what is no [...], \\d or \\w";
            if (most < least || most > MostRepeats) return $"repeats {match.Value}, which must rise and be {MostRepeats} at most";
            parts[^1] = repeated with { Fewest = least, Most = most };
            return null;
        }
        if (match.Groups["strategy"] is { Success: true } name) return AddStrategy(parts, name.Value, match.Groups["column"] is { Success: true } column ? column.Value : null, context);
        switch (match.Value)
        {
            case "\\d":
                parts.Add(Of("0123456789"));
                return null;
            case "\\w":
                parts.Add(Of("abcdefghijklmnopqrstuvwxyz0123456789"));
                return null;
            case "[" or "]" or "{" or "}" or "\\":
                return $"has a {match.Value} that stands alone: write \\{match.Value} for the character";
            default:
                parts.Add(new LiteralPart(Encoding.UTF8.GetBytes(match.Value.StartsWith('\\') ? match.Value[1..] : match.Value)));
                return null;
        }
    }

    private static string? AddStrategy(List<PatternPart> parts, string name, string? column, StrategyContext context)
    {
        if (StrategyRegistry.Find(name) is not { } strategy || name is "keep" or "template" or "pattern") return $"has {{{name}}}, which is no strategy that it can use";
        if (StrategyOptions.Validate(strategy, OptionValues.None.Given) is [{ } missing, ..]) return $"has {{{name}}}, but {missing.Problem}";
        if ((strategy.Types & TypeKind.Text) == TypeKind.None) return $"has {{{name}}}, which makes no text";
        var inner = context.Inside!(name, OptionValues.None, new ColumnType("text", TypeKind.Text, "text"));
        if (inner.Mask is null) return $"has {{{name}}}, which {inner.Problem}";
        if (inner.Mask.SeesRow || inner.Mask.WritesNull) return $"has {{{name}}}, which is no strategy that it can use";
        parts.Add(new StrategyPart(inner.Mask, column));
        return null;
    }

    private static ClassPart Of(string characters) => new([.. characters.Select(one => new[] { (byte)one })]);

    private static HashSet<Rune> Characters(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var seen = new HashSet<Rune>();
        for (var i = 0; i < runes.Length; i++)
        {
            if (i + 2 < runes.Length && runes[i + 1].Value == '-')
            {
                for (var value = runes[i].Value; value <= runes[i + 2].Value && seen.Count < char.MaxValue; value++)
                    if (Rune.IsValid(value)) seen.Add(new Rune(value));
                i += 2;
            }
            else
            {
                seen.Add(runes[i]);
            }
        }
        return seen;
    }

    [GeneratedRegex(@"\G(?:\[(?<low>-?[0-9]+),(?<high>-?[0-9]+)\]|\[(?<class>[^\[\]]+)\]|\{(?<fewest>[0-9]{1,4})(?:,(?<most>[0-9]{1,4}))?\}|\{(?<strategy>[a-z][a-z_0-9]*)(?::(?<column>[^{}]+))?\}|\\.|[^\[\]{}\\]+|.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Part();
}
