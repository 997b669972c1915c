using System.Globalization;
using System.Text;
using CiAnon.Reporting.Languages;

namespace CiAnon.Reporting.Html;

/// <summary>
/// Builds HTML. Tags, attribute names and classes are ours; every text and attribute value is escaped, so that a table named
/// <c>&lt;script&gt;</c> is only a name.
/// </summary>
internal sealed class HtmlWriter(ReportLanguage language)
{
    private const char Replacement = '\uFFFD';
    private const string Break = "<wbr/>";

    // No word of people is longer; a digest or a generated name is, and would push a table off the page.
    private const int LongestWord = 30;
    private const int PieceOfWord = 8;

    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");

    /// <summary>What the page is written in.</summary>
    public ReportLanguage Say { get; } = language;

    public void Element(string tag, Action content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        content();
        _text.Append("</").Append(tag).Append(">\n");
    }

    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        // A window's title knows no elements.
        if (tag == "title") Plain(text);
        else Text(text);
        _text.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element without content and end tag: meta, br; or self-closing in SVG.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        _text.Insert(_text.Length - 1, '/');
    }

    /// <summary>A text that breaks between words, behind the signs that join names, and inside nothing else but what is no word.</summary>
    public void Text(string text)
    {
        var word = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            word = char.IsWhiteSpace(character) ? 0 : word + 1;
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) _text.Append(character).Append(text[++index]);
            else Append(character);
            if (index + 1 == text.Length || word == 0 || char.IsWhiteSpace(text[index + 1]) || char.IsLowSurrogate(text[index + 1])) continue;
            var joins = IsEdge(character) && char.IsLetter(text[index + 1]);
            if (!joins && !(word % PieceOfWord == 0 && WordLength(text, index) > LongestWord)) continue;
            _text.Append(Break);
            if (joins) word = 0;
        }
    }

    /// <summary>A style sheet of ours, as it is.</summary>
    public void Style(string css) => _text.Append("<style>").Append(css).Append("</style>\n");

    public override string ToString() => _text.ToString();

    // Between spaces and signs behind which it may break anyway.
    private static int WordLength(string text, int inside)
    {
        var (start, end) = (inside, inside);
        while (start > 0 && !IsEdge(text[start - 1])) start--;
        while (end < text.Length && !IsEdge(text[end])) end++;
        return end - start;
    }

    private static bool IsEdge(char character) => char.IsWhiteSpace(character) || character is '.' or '_' or '/' or '@';

    private void Open(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Plain(value);
            _text.Append('"');
        }
        _text.Append('>');
    }

    private void Plain(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) _text.Append(text[index]).Append(text[++index]);
            else Append(text[index]);
        }
    }

    private void Append(char character)
    {
        _ = character switch
        {
            '&' => _text.Append("&amp;"),
            '<' => _text.Append("&lt;"),
            '>' => _text.Append("&gt;"),
            '"' => _text.Append("&quot;"),
            '\'' => _text.Append("&#39;"),
            '\n' or '\t' => _text.Append(' '),
            _ => _text.Append(IsHarmful(character) ? Replacement : character),
        };
    }

    // Control characters, half characters, and those that turn the direction of what follows.
    private static bool IsHarmful(char character) => char.IsControl(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || character is '\uFFFE' or '\uFFFF';
}
