using System.Buffers;

namespace CiAnon.Recognition.Definitions;

/// <summary>How variables, options, settings and columns that hold secrets are called: what ends with such a word, as <c>db_password</c>.</summary>
internal static class SecretNames
{
    private static readonly string[] Endings =
        ["password", "passwd", "pwd", "passphrase", "secret", "secret_key", "access_key", "api_key", "apikey", "access_token", "auth_token", "encryption_key"];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Endings, .. SecretArguments.Names], StringComparison.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>Whether a text speaks of any: most don't, and needn't be looked at more closely.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(Any);
}
