using System.Text;

namespace CiAnon.Discovery;

/// <summary>
/// Passwords in definitions: <c>OPTIONS (password '…')</c> of user mappings and foreign servers, <c>password := '…'</c> in the body of a
/// function. For SQL only: in other texts a quotation mark after the word means nothing.
/// </summary>
internal sealed class SqlSecretRecognizer : Recognizer
{
    private static readonly byte[][] Words =
        [.. new[] { "password", "passwd", "pwd", "secret", "secret_key", "secret_access_key", "api_key", "access_token" }.Select(Encoding.ASCII.GetBytes)];

    public override bool IsWhole(ReadOnlySpan<byte> value) => Count(value) > 0;

    public override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var position = 0; text[position..].IndexOf((byte)'\'') is >= 0 and var found; position += found + 1)
        {
            var quote = position + found;
            if (IsSecret(text[(quote + 1)..]) && FollowsWord(text[..quote])) count++;
        }
        return count;
    }

    // Not the empty string, nor the quotation mark that ends a text: it is followed by what separates texts. ***, ${PASSWORD}: placeholders.
    private static bool IsSecret(ReadOnlySpan<byte> quoted) =>
        !quoted.IsEmpty && quoted[0] is not ((byte)'\'' or (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)',' or (byte)';' or (byte)'|' or (byte)')' or (byte)':'
            or (byte)'*' or (byte)'$' or (byte)'<' or (byte)'{' or (byte)'%');

    private static bool FollowsWord(ReadOnlySpan<byte> before)
    {
        // E'…' is how pg_dump quotes a backslash.
        if (before.Length > 1 && before[^1] is (byte)'E' or (byte)'e' && IsBetween(before[^2])) before = before[..^1];
        var trimmed = before;
        while (!trimmed.IsEmpty && IsBetween(trimmed[^1])) trimmed = trimmed[..^1];
        if (trimmed.Length == before.Length) return false;
        if (!trimmed.IsEmpty && trimmed[^1] == '"') trimmed = trimmed[..^1];
        foreach (var word in Words)
        {
            if (trimmed.Length >= word.Length && Ascii.EqualsIgnoreCase(trimmed[^word.Length..], word)) return true;
        }
        return false;
    }

    private static bool IsBetween(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'=' or (byte)':' or (byte)'>';
}
