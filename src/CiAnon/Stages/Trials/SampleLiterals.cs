using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Stages.Trials;

/// <summary>The literals of an expression: who demands something of values speaks of them.</summary>
internal sealed partial record SampleLiterals(IReadOnlyList<string> Texts, IReadOnlyList<decimal> Numbers, IReadOnlyList<DateTime> Dates)
{
    public static readonly SampleLiterals None = new([], [], []);

    public static SampleLiterals Of(string expression)
    {
        var texts = Text().Matches(expression).Select(match => Unescape(match.Groups["text"].Value, match.Groups["e"].Success)).Distinct().ToList();
        var bare = Text().Replace(expression, match => decimal.TryParse(match.Groups["text"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? $" {match.Groups["text"].Value} " : " ");
        var numbers = Number().Matches(bare).Select(match => decimal.TryParse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).OfType<decimal>().Distinct().Order().ToList();
        var dates = texts.Select(text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) && text.Length >= 8 ? date : (DateTime?)null)
            .OfType<DateTime>().Distinct().Order().ToList();
        return new SampleLiterals(texts, numbers, dates);
    }

    private static string Unescape(string text, bool escapes)
    {
        var plain = text.Replace("''", "'", StringComparison.Ordinal);
        return escapes ? new StringBuilder(plain).Replace("\\\\", "\\").ToString() : plain;
    }

    [GeneratedRegex("""(?<e>\bE)?'(?<text>([^']|'')*)'""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex("""(?<![\w.])-?\d+(\.\d+)?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
