using System.Buffers;
using System.Text;

namespace CiAnon.Catalogs.Ddl;

/// <summary>SQL as pg_dump writes it, cut into words: quoted names, strings of every kind, comments.</summary>
/// <param name="plainEscapes">Backslashes escape in plain strings, too (<c>standard_conforming_strings = off</c>).</param>
internal sealed class Tokenizer(string entry, string sql, bool plainEscapes)
{
    private static readonly SearchValues<char> NeverInTags = SearchValues.Create(" \n\t;,()'\"");

    private int _at;

    public static List<Token> Read(DdlEntry entry, bool plainEscapes) => new Tokenizer(entry.FullName, entry.Definition, plainEscapes).Read();

    private List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            SkipBlanks();
            if (_at >= sql.Length) return tokens;
            tokens.Add(Next());
        }
    }

    private Token Next()
    {
        var start = _at;
        var c = sql[_at];
        if (c == '"') return new(TokenKind.QuotedName, Quoted('"', escapes: false), start, _at);
        if (c == '\'') return new(TokenKind.Text, Quoted('\'', plainEscapes), start, _at);
        if (c == '$' && DollarQuoted() is { } body) return new(TokenKind.Text, body, start, _at);
        if (IsPrefixOfString(c)) return PrefixedString(start);
        if (IsWordStart(c)) return new(TokenKind.Word, Word(), start, _at);
        if (char.IsAsciiDigit(c)) return new(TokenKind.Number, Number(), start, _at);
        _at += sql.AsSpan(_at).StartsWith("::", StringComparison.Ordinal) ? 2 : 1;
        return new(TokenKind.Symbol, sql[start.._at], start, _at);
    }

    private void SkipBlanks()
    {
        while (_at < sql.Length)
        {
            var rest = sql.AsSpan(_at);
            if (char.IsWhiteSpace(rest[0])) _at++;
            else if (rest.StartsWith("--", StringComparison.Ordinal)) _at = rest.IndexOf('\n') is >= 0 and var line ? _at + line : sql.Length;
            else if (rest.StartsWith("/*", StringComparison.Ordinal)) SkipComment();
            else return;
        }
    }

    private void SkipComment()
    {
        var depth = 0;
        do
        {
            var rest = sql.AsSpan(_at);
            if (rest.Length < 2) throw Unclosed("comment");
            var mark = rest[..2];
            depth += mark is "/*" ? 1 : mark is "*/" ? -1 : 0;
            _at += mark is "/*" or "*/" ? 2 : 1;
        }
        while (depth > 0);
    }

    private string Quoted(char quote, bool escapes)
    {
        var text = new StringBuilder();
        for (_at++; _at < sql.Length; _at++)
        {
            if (sql[_at] == '\\' && escapes && _at + 1 < sql.Length)
            {
                text.Append(Unescaped(sql[++_at]));
                continue;
            }
            if (sql[_at] != quote)
            {
                text.Append(sql[_at]);
                continue;
            }
            _at++;
            if (_at >= sql.Length || sql[_at] != quote) return text.ToString();
            text.Append(quote);
        }
        throw Unclosed(quote == '"' ? "name" : "string");
    }

    // pg_dump escapes only the backslash and the quote; the other letters are what C says.
    private static char Unescaped(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => c,
    };

    private bool IsPrefixOfString(char c) => c is 'E' or 'e' or 'B' or 'b' or 'X' or 'x' or 'N' or 'n' && _at + 1 < sql.Length && sql[_at + 1] == '\'';

    private Token PrefixedString(int start)
    {
        var escapes = sql[_at++] is 'E' or 'e';
        return new(TokenKind.Text, Quoted('\'', escapes), start, _at);
    }

    private string? DollarQuoted()
    {
        var tagEnd = sql.IndexOf('$', _at + 1);
        if (tagEnd < 0 || sql.AsSpan(_at + 1, tagEnd - _at - 1).ContainsAny(NeverInTags)) return null;
        var tag = sql[_at..(tagEnd + 1)];
        var end = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        if (end < 0) return null;
        var body = sql[(tagEnd + 1)..end];
        _at = end + tag.Length;
        return body;
    }

    private string Word()
    {
        var start = _at;
        while (_at < sql.Length && (IsWordStart(sql[_at]) || char.IsAsciiDigit(sql[_at]) || sql[_at] == '$')) _at++;
        return string.Create(_at - start, sql.AsSpan(start, _at - start), static (folded, word) =>
        {
            for (var i = 0; i < word.Length; i++) folded[i] = char.IsAsciiLetterUpper(word[i]) ? (char)(word[i] + 32) : word[i];
        });
    }

    private string Number()
    {
        var start = _at;
        while (_at < sql.Length && (char.IsAsciiLetterOrDigit(sql[_at]) || sql[_at] is '.' or '_')) _at++;
        return sql[start.._at];
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 127;

    private DdlException Unclosed(string what) => new(entry, $"a {what} isn't closed");
}
