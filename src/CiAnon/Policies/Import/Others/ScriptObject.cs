using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.Others;

/// <summary>An object that is written out in JavaScript or TypeScript, as a tree; every value that is no object stays the text that it is.</summary>
internal sealed partial class ScriptObject
{
    private const int MaximumDepth = 32;

    private readonly string _file;
    private readonly string _text;
    private int _at;

    private ScriptObject(string file, string text, int start)
    {
        _file = file;
        _text = text;
        _at = start;
    }

    /// <summary>The first object from <paramref name="start"/> on; null when there is none, or it isn't understood.</summary>
    public static YamlMapping? Read(string file, string text, int start)
    {
        var brace = text.IndexOf('{', start);
        return brace < 0 ? null : new ScriptObject(file, text, brace).Object(0);
    }

    private YamlMapping? Object(int depth)
    {
        if (depth > MaximumDepth) return null;
        var at = Place();
        _at++;
        var entries = new List<YamlEntry>();
        while (true)
        {
            Blanks();
            if (_at >= _text.Length) return null;
            if (_text[_at] == '}')
            {
                _at++;
                return new YamlMapping(at, entries);
            }
            if (Key().Match(_text, _at) is not { Success: true } key)
            {
                // A method, or what is spread in: it has a name, and says something that nobody understood.
                var place = Place();
                if (Skip() is not { } text) return null;
                entries.Add(new YamlEntry(PolicyNode.Text(text.Split('(', '\n')[0].Trim(), place), PolicyNode.Text(text, place)));
                continue;
            }
            var name = PolicyNode.Text(key.Groups["name"].Value, Place());
            _at += key.Length;
            Blanks();
            if (Value(depth) is not { } value) return null;
            entries.Add(new YamlEntry(name, value));
        }
    }

    private YamlNode? Value(int depth)
    {
        // A function that gives an object stands for the object.
        var arrow = Arrow().Match(_text, _at);
        _at += arrow.Length;
        if (_at < _text.Length && _text[_at] == '{')
        {
            var inner = Object(depth + 1);
            if (inner is null) return null;
            // The body of a function that returns it has a brace of its own.
            if (arrow.Value.Contains("return", StringComparison.Ordinal)) _at += Body().Match(_text, _at).Length;
            return Skip() is null ? null : inner;
        }
        var at = Place();
        return Skip() is { } text ? new YamlScalar(at, at.Line, text, text, Plain: false) : null;
    }

    // Up to the comma or brace that ends the value; the comma is taken, the brace is not.
    private string? Skip()
    {
        var (start, depth) = (_at, 0);
        for (; _at < _text.Length; _at++)
        {
            if (Literal().Match(_text, _at) is { Success: true } literal)
            {
                _at += literal.Length - 1;
                continue;
            }
            var sign = _text[_at];
            if (sign is '(' or '[' or '{') depth++;
            else if (depth > 0 && sign is ')' or ']' or '}') depth--;
            else if (depth == 0 && sign is ',' or '}')
            {
                var text = _text[start.._at].Trim();
                if (sign == ',') _at++;
                return text;
            }
        }
        return null;
    }

    private void Blanks() => _at += Blank().Match(_text, _at).Length;

    private SourcePosition Place() => PolicyText.PositionOf(_file, _text, _at);

    [GeneratedRegex(@"\G(\s|//[^\n]*|/\*.*?\*/)*", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G['""]?(?<name>[\w$.-]+)['""]?\s*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\G(async\s+)?(\([^()]*\)|\w+)\s*=>\s*(\(\s*(?=\{)|\{\s*return\s*\(?\s*(?=\{))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\G\s*\)?\s*;?\s*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Body();

    [GeneratedRegex(@"\G('(\\.|[^'\\])*'|""(\\.|[^""\\])*""|`(\\.|[^`\\])*`|//[^\n]*|/\*.*?\*/)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Literal();
}
