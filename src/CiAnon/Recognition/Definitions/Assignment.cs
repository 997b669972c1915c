using System.Collections.Frozen;
using CiAnon.Catalogs.Ddl;

namespace CiAnon.Recognition.Definitions;

/// <summary>
/// What a string is given to: <c>password '…'</c>, <c>password := '…'</c>, <c>password varchar(20) NOT NULL DEFAULT '…'</c>,
/// <c>SET app.password TO '…'</c>.
/// </summary>
internal static class Assignment
{
    // Longer than any type with its constraints.
    private const int MostOfDeclaration = 16;

    // No declaration goes on across these.
    private static readonly FrozenSet<string> Ends = new[]
    {
        "add", "and", "as", "begin", "by", "case", "column", "declare", "else", "elsif", "end", "from", "if", "in", "inout", "into", "is", "like", "loop", "on", "or", "out",
        "return", "select", "set", "then", "using", "values", "variadic", "when", "where",
    }.ToFrozenSet();

    /// <summary>Whether a secret's name says what the string at that place is.</summary>
    public static bool IsToSecret(List<Token> tokens, int text)
    {
        var before = text - 1;
        // U&'…'
        if (before > 0 && tokens[before].Is("&") && tokens[before - 1].Is("u")) before -= 2;
        if (before < 0) return false;
        var sign = before;
        while (before >= 0 && tokens[before] is { Kind: TokenKind.Symbol, Text: "=" or ":" or ">" }) before--;
        var isDeclared = before < sign;
        if (before == sign && before > 0 && tokens[before].Is("to")) before--;
        else if (before == sign && before > 0 && tokens[before].Is("default"))
        {
            before -= before > 1 && tokens[before - 1].Is("set") ? 2 : 1;
            isDeclared = true;
        }
        return before >= 0 && (IsSecret(tokens[before]) || isDeclared && DeclaredName(tokens, before) is { } name && IsSecret(name));
    }

    // The name that a declaration begins with, when what follows it reads like a type.
    private static Token? DeclaredName(List<Token> tokens, int last)
    {
        Token? name = null;
        var words = 0;
        var depth = 0;
        for (var at = last; at >= 0 && last - at < MostOfDeclaration; at--)
        {
            var token = tokens[at];
            if (token.Is(")")) depth++;
            else if (token.Is("(") && --depth < 0) break;
            else if (depth > 0 || token is { Kind: TokenKind.Symbol, Text: "." or "[" or "]" or "%" or "(" } or { Kind: TokenKind.Number }) continue;
            else if (!token.IsName || token.Kind == TokenKind.Word && Ends.Contains(token.Text)) break;
            else (name, words) = (token, words + 1);
        }
        return words > 1 ? name : null;
    }

    private static bool IsSecret(Token token) => token.IsName && SecretNames.Is(token.Text);
}
