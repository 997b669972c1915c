using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Clusters;

/// <summary>
/// A password, mostly its hash, in the statement of a role. Without it a role has none and can't log in by password; a placeholder in its place
/// would be a password that everybody knows. Counterpart: dumpRoles in pg_dumpall.c.
/// </summary>
internal static partial class RolePassword
{
    /// <summary>The statement with NULL in the place of every password, and how many there were.</summary>
    public static (byte[] Statement, int Count) Remove(byte[] statement)
    {
        var count = 0;
        var text = Tokens().Replace(Encoding.Latin1.GetString(statement), match =>
        {
            if (!match.Groups["before"].Success) return match.Value;
            count++;
            return match.Groups["before"].Value + "NULL";
        });
        return (Encoding.Latin1.GetBytes(text), count);
    }

    // Names and literals come first, so that nothing within one is taken for more.
    [GeneratedRegex(@"""([^""]|"""")*""|(?<before>\bPASSWORD\s+)(E'([^'\\]|''|\\.)*'|'([^']|'')*')|E'([^'\\]|''|\\.)*'|'([^']|'')*'",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tokens();
}
