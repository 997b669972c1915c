using System.Globalization;
using System.Text;

namespace CiAnon.Reporting.Html;

/// <summary>
/// Builds HTML. Tags, attribute names and classes are ours; every text and attribute value is escaped, so that a table named
/// <c>&lt;script&gt;</c> is only a name.
/// </summary>
internal sealed class HtmlWriter
{
    private const char Replacement = '\uFFFD';

    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");

    public void Element(string tag, Action content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        content();
        _text.Append("</").Append(tag).Append(">\n");
    }

    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        Text(text);
        _text.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element without content and end tag: meta, br; or self-closing in SVG.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        _text.Insert(_text.Length - 1, '/');
    }

    public void Text(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogate(character))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1])) _text.Append(character).Append(text[++index]);
                else _text.Append(Replacement);
                continue;
            }
            Append(character);
        }
    }

    /// <summary>A style sheet of ours, as it is.</summary>
    public void Style(string css) => _text.Append("<style>").Append(css).Append("</style>\n");

    public override string ToString() => _text.ToString();

    private void Open(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Text(value);
            _text.Append('"');
        }
        _text.Append('>');
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

    // Control characters, and those that turn the direction of what follows.
    private static bool IsHarmful(char character) => char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || character is '\uFFFE' or '\uFFFF';
}
