using System.Text;
using CiAnon.Recognition.Definitions;

namespace CiAnon.Recognition.Tokens;

/// <summary>Password hashes in the formats of crypt(3), PHC strings, Django and LDAP.</summary>
internal sealed class PasswordHashRecognizer : Recognizer, ISecretFinder
{
    private static readonly (byte[] Prefix, int Length)[] Shapes =
    [
        .. new[]
        {
            ("$2a$", 60), ("$2b$", 60), ("$2y$", 60), ("$2x$", 60), ("$1$", 26), ("$5$", 47), ("$6$", 90), ("$y$", 60), ("$7$", 60), ("$apr1$", 30), ("$P$", 34), ("$H$", 34),
            ("$argon2i$", 50), ("$argon2d$", 50), ("$argon2id$", 50), ("$scrypt$", 50), ("$pbkdf2", 40),
        }.Select(shape => (Encoding.ASCII.GetBytes(shape.Item1), shape.Item2)),
    ];

    private static readonly byte[][] Django =
        [.. new[] { "pbkdf2_sha256", "pbkdf2_sha1", "bcrypt_sha256", "bcrypt", "argon2", "scrypt" }.Select(Encoding.ASCII.GetBytes)];

    public override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        return value.Length < 300 && !value.Contains((byte)' ') && Count(value) > 0 && (value[0] == '$' || value[0] == '{' || StartsDjango(value));
    }

    public override int Count(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("{SSHA"u8) && text.Length > 30) return 1;
        var count = 0;
        while (text.IndexOf((byte)'$') is >= 0 and var found)
        {
            var length = Length(text[found..]);
            if (length > 0 || found is > 4 and < 40 && IsDjango(text, found)) count++;
            text = text[(found + Math.Max(length, 1))..];
            if (length == 0 && count > 0) break;
        }
        return count;
    }

    public void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found)
    {
        for (var at = 0; text[at..].IndexOf((byte)'$') is >= 0 and var next;)
        {
            var start = at + next;
            at = start + 1;
            var length = Length(text[start..]);
            if (length == 0 && !IsDjango(text, start)) continue;
            while (at < text.Length && IsHash(text[at])) at++;
            while (length == 0 && start > 0 && (Bytes.IsAlphanumeric(text[start - 1]) || text[start - 1] == '_')) start--;
            found.Add((start, at));
        }
    }

    // How long the hash is that begins here; 0 when it is none.
    private static int Length(ReadOnlySpan<byte> text)
    {
        foreach (var (prefix, least) in Shapes)
        {
            if (!text.StartsWith(prefix)) continue;
            var length = 0;
            while (length < text.Length && IsHash(text[length])) length++;
            return length >= least ? length : 0;
        }
        return 0;
    }

    private static bool IsHash(byte one) => Bytes.IsAlphanumeric(one) || one is (byte)'$' or (byte)'.' or (byte)'/' or (byte)'+' or (byte)'=' or (byte)',' or (byte)'-' or (byte)'_';

    private static bool StartsDjango(ReadOnlySpan<byte> text) => text.IndexOf((byte)'$') is > 0 and var found && IsDjango(text, found);

    // pbkdf2_sha256$600000$salt$hash
    private static bool IsDjango(ReadOnlySpan<byte> text, int dollar)
    {
        foreach (var name in Django)
        {
            if (text[..dollar].EndsWith(name) && text.Length - dollar > 40 && text[(dollar + 1)..].Count((byte)'$') >= 2) return true;
        }
        return false;
    }
}
