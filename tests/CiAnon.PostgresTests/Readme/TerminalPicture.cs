using System.Net;
using System.Text;

namespace CiAnon.PostgresTests.Readme;

/// <summary>A terminal's text as an SVG, for the README: no font, script or image from anywhere else.</summary>
internal static class TerminalPicture
{
    private const double CharacterWidth = 7.3;
    private const int LineHeight = 17;
    private const int Margin = 18;
    private const int Bar = 30;

    // SVG folds ordinary spaces.
    private const char NoBreakSpace = '\u00a0';

    public static string Svg(IReadOnlyList<string> lines)
    {
        var width = (int)(lines.Max(line => line.Length) * CharacterWidth) + 2 * Margin;
        var height = lines.Count * LineHeight + 2 * Margin + Bar;
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"Output of ci-anon anonymize\">\n");
        svg.Append($"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#1b1f24\"/>\n");
        foreach (var (index, color) in new[] { "#ff5f57", "#febc2e", "#28c840" }.Index())
            svg.Append($"<circle cx=\"{Margin + 4 + index * 18}\" cy=\"{Margin}\" r=\"5.5\" fill=\"{color}\"/>\n");
        svg.Append("<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"12\" fill=\"#d7dde4\">\n");
        foreach (var (index, line) in lines.Index())
            svg.Append($"<text x=\"{Margin}\" y=\"{Bar + Margin + (index + 1) * LineHeight - 5}\"{Style(line)}>{WebUtility.HtmlEncode(line).Replace(' ', NoBreakSpace)}</text>\n");
        return svg.Append("</g>\n</svg>\n").ToString();
    }

    /// <summary>The text lines of a picture that <see cref="Svg"/> made.</summary>
    public static IReadOnlyList<string> Lines(string svg) =>
        [.. svg.Split('\n').Where(line => line.StartsWith("<text", StringComparison.Ordinal)).Select(line => WebUtility.HtmlDecode(line[(line.IndexOf('>', StringComparison.Ordinal) + 1)..^"</text>".Length]).Replace(NoBreakSpace, ' '))];

    private static string Style(string line) => line switch
    {
        _ when line.StartsWith('$') => " fill=\"#ffffff\" font-weight=\"bold\"",
        _ when line.StartsWith("passed", StringComparison.Ordinal) => " fill=\"#5fd68a\" font-weight=\"bold\"",
        _ when line.Contains('─', StringComparison.Ordinal) => " fill=\"#6b7480\"",
        _ => "",
    };
}
