using System.Collections.Frozen;
using System.Text;

namespace CiAnon.Strategies.Net;

/// <summary>Schemes that say nothing of anybody. What stands before another colon may be a name: <c>Anna Weber: see http://x.example</c>. Source: IANA's registry of URI schemes.</summary>
internal static class UrlSchemes
{
    private const int Longest = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All = FrozenSet.ToFrozenSet(
    [
        "http", "https", "ws", "wss", "ftp", "ftps", "sftp", "ssh", "git", "svn", "file", "smb", "nfs", "s3", "gs", "ldap", "ldaps", "imap", "pop", "nntp", "news",
        "mailto", "tel", "sms", "sip", "sips", "xmpp", "facetime", "skype", "geo", "urn", "data", "cid", "mid", "magnet", "javascript", "about", "blob", "intent", "market", "android-app",
        "jdbc", "postgres", "postgresql", "mysql", "redis", "amqp", "amqps", "mongodb", "mongodb+srv", "docker", "oci", "app",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<byte> scheme)
    {
        if (scheme.Length > Longest) return false;
        Span<char> characters = stackalloc char[Longest];
        return All.Contains(characters[..Encoding.Latin1.GetChars(scheme, characters)]);
    }
}
