using System.Globalization;
using System.Text;

namespace CiAnon.Reporting.Markdown;

/// <summary>
/// Builds GitHub's Markdown. Every text is escaped: no name from a schema becomes a link, an image, a mention, HTML or a new cell.
/// </summary>
/// <param name="rows">Most rows of one table; the rest is counted.</param>
/// <param name="longest">Most characters of one cell.</param>
internal sealed class MarkdownText(int rows, int longest)
{
    public const int LongestName = 300;

    private const string Split = "<!-- -->";

    private readonly StringBuilder _text = new();

    public void Heading(int level, string text) => _text.Append('#', level).Append(' ').Append(Escape(text)).Append("\n\n");

    public void Paragraph(string text) => _text.Append(Escape(text)).Append("\n\n");

    public void Table<T>(IReadOnlyList<string> heads, IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> cells)
    {
        Row(heads);
        _text.Append('|').Insert(_text.Length, "---|", heads.Count).Append('\n');
        foreach (var item in items.Take(rows)) Row([.. cells(item).Select(Cut)]);
        _text.Append('\n');
        if (items.Count > rows) Paragraph($"… and {ReportWords.Count(items.Count - rows)} more.");
    }

    public override string ToString() => _text.ToString();

    private void Row(IEnumerable<string> cells)
    {
        _text.Append('|');
        foreach (var cell in cells) _text.Append(' ').Append(Escape(cell)).Append(" |");
        _text.Append('\n');
    }

    private string Cut(string text) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes()) Append(escaped, rune);
        return escaped.ToString();
    }

    // Entities instead of backslashes, which don't work inside what GitHub would take for HTML.
    private static void Append(StringBuilder escaped, Rune rune)
    {
        switch (rune.Value)
        {
            case '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '|' or '!' or '~' or '&' or '$':
                escaped.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
                break;
            case '@' or '#':
                // GitHub looks for people and issues in the finished text: the comment splits it.
                escaped.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};{Split}");
                break;
            case '.' or '/' when EndsLikeAddress(escaped):
                escaped.Append(Split).Append((char)rune.Value);
                break;
            default:
                escaped.Append(IsHarmful(rune) ? "\uFFFD" : rune.Value is '\n' or '\t' or '\r' ? " " : rune.ToString());
                break;
        }
    }

    // www. and :// would become links without further ado.
    private static bool EndsLikeAddress(StringBuilder escaped) =>
        escaped.Length >= 1 && escaped[^1] == ':' || escaped.Length >= 3 && escaped.ToString(escaped.Length - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    private static bool IsHarmful(Rune rune) => rune.Value is not ('\n' or '\t' or '\r') && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
