using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Sandboxes.Live;

/// <summary>What databases beside a target are called. PostgreSQL cuts names off without a word, so that one that is too long would be the target's own.</summary>
internal static class DatabaseNames
{
    /// <summary>NAMEDATALEN - 1: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS</summary>
    public const int MostBytes = 63;

    private const int DigestDigits = 8;

    public static bool IsTooLong(string name) => Encoding.UTF8.GetByteCount(name) > MostBytes;

    /// <summary>The name and the suffix; of a long name its beginning and a digest of the whole, so that two of them stay two.</summary>
    public static string Beside(string name, string suffix)
    {
        if (!IsTooLong(name + suffix)) return name + suffix;
        var digest = "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestDigits];
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsTooLong($"{kept}{rune}{digest}{suffix}")) break;
            kept.Append(rune);
        }
        return $"{kept}{digest}{suffix}";
    }
}
