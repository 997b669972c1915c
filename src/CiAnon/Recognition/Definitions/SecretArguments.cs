using System.Collections.Frozen;
using CiAnon.Catalogs.Ddl;

namespace CiAnon.Recognition.Definitions;

/// <summary>
/// A string among arguments or values: the key of pgcrypto's functions, <c>json_build_object('password', '…')</c>,
/// <c>VALUES ('smtp_password', '…')</c>, <c>INSERT INTO users (name, password) VALUES ('app', '…')</c>.
/// </summary>
internal static class SecretArguments
{
    // More than anybody writes between two parentheses; a longer list isn't walked again for each of its values.
    private const int MostTokens = 2000;

    /// <summary>Functions that take a secret, and the place of that argument, from 0: https://www.postgresql.org/docs/current/pgcrypto.html</summary>
    private static readonly FrozenDictionary<string, int> Takers = new Dictionary<string, int>
    {
        ["crypt"] = 0,
        ["hmac"] = 1,
        ["encrypt"] = 1,
        ["decrypt"] = 1,
        ["encrypt_iv"] = 1,
        ["decrypt_iv"] = 1,
        ["pgp_sym_encrypt"] = 1,
        ["pgp_sym_encrypt_bytea"] = 1,
        ["pgp_sym_decrypt"] = 1,
        ["pgp_sym_decrypt_bytea"] = 1,
        ["pgp_pub_decrypt"] = 2,
        ["pgp_pub_decrypt_bytea"] = 2,
    }.ToFrozenDictionary();

    // What keeps, sends or builds something of a name and its value.
    private static readonly string[] Keepers = ["set", "put", "store", "save", "config", "option", "param", "header", "build_object", "hstore", "secret", "vault"];

    /// <summary>Names that a text has to speak of for anything to be found.</summary>
    public static IEnumerable<string> Names => Takers.Keys;

    /// <summary>Whether the string at that place is a secret.</summary>
    public static bool IsSecret(List<Token> tokens, int text)
    {
        // Views are written with each constant's type, ('…'::text)::bytea: such parentheses are nobody's.
        for (var at = text; text - at < MostTokens && Place(tokens, at) is var (open, argument, previous) && open > 0; at = open)
        {
            var owner = tokens[open - 1];
            var values = Rows(tokens, open);
            if (argument == 0 && !owner.IsName && values is null) continue;
            if (owner.IsName && Takers.TryGetValue(owner.Text, out var taken) && argument == taken) return true;
            var isNamed = previous is { Kind: TokenKind.Text } name && SecretNames.Is(name.Text.AsSpan().Trim("{}\" "));
            if (values is { } rows) return isNamed || Column(tokens, rows, argument) is { } column && SecretNames.Is(column.Text);
            return isNamed && owner.IsName && Array.Exists(Keepers, keeper => owner.Text.Contains(keeper, StringComparison.OrdinalIgnoreCase));
        }
        return false;
    }

    // The parenthesis that the string stands in, its place among what commas separate, and the first token of what stands before.
    private static (int Open, int Argument, Token? Previous)? Place(List<Token> tokens, int text)
    {
        var depth = 0;
        var argument = 0;
        Token? previous = null;
        for (var at = text - 1; at >= 0 && text - at < MostTokens; at--)
        {
            var token = tokens[at];
            if (token.Is(")") || token.Is("]")) depth++;
            else if (depth > 0 && (token.Is("(") || token.Is("["))) depth--;
            else if (depth > 0) continue;
            else if (token.Is("(")) return (at, argument, previous);
            else if (token.Is("[") || token.Is(";")) return null;
            else if (token.Is(",")) argument++;
            if (depth == 0 && argument == 1 && !token.Is(",")) previous = token;
        }
        return null;
    }

    // The place of VALUES, when the parenthesis is that of one of its rows.
    private static int? Rows(List<Token> tokens, int open)
    {
        var at = open - 1;
        while (at > 1 && open - at < MostTokens && tokens[at].Is(",") && tokens[at - 1].Is(")")) at = OpenOf(tokens, at - 1) - 1;
        return at >= 0 && tokens[at].Is("values") ? at : null;
    }

    // The column of an INSERT's list that a row's value goes to.
    private static Token? Column(List<Token> tokens, int values, int argument)
    {
        if (values < 2 || !tokens[values - 1].Is(")")) return null;
        var at = OpenOf(tokens, values - 1) + 1;
        for (; at < values && argument > 0; at++)
        {
            if (tokens[at].Is(",")) argument--;
        }
        return at < values && tokens[at].IsName ? tokens[at] : null;
    }

    private static int OpenOf(List<Token> tokens, int close)
    {
        var depth = 0;
        for (var at = close; at > 0 && close - at < MostTokens; at--)
        {
            if (tokens[at].Is(")")) depth++;
            else if (tokens[at].Is("(") && --depth == 0) return at;
        }
        return 0;
    }
}
