using System.Collections.Frozen;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>
/// A connection string as Npgsql takes it, or an address as libpq does: <c>postgresql://user@host:5433/shop?sslmode=verify-full</c>.
/// Source: PostgreSQL's documentation, "Connection Strings" and "Parameter Key Words".
/// </summary>
internal static class DatabaseAddress
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["sslnegotiation"] = "SSL Negotiation",
        ["channel_binding"] = "Channel Binding",
        ["require_auth"] = "Require Auth",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["krbsrvname"] = "Kerberos Service Name",
    }.ToFrozenDictionary();

    /// <exception cref="ArgumentException">A word that libpq doesn't know, or that means nothing here.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal)) return new NpgsqlConnectionStringBuilder(text);
        var (address, isHostNamed) = Parse(text);
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = isHostNamed ? Uri.UnescapeDataString(address.Host) : "", Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')) };
        if (address.Port > 0) settings.Port = address.Port;
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            var word = Uri.UnescapeDataString(pair[0]);
            var value = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
            // verify-full is VerifyFull there, read-only ReadOnly aside: that one keeps its dash.
            settings[Words.GetValueOrDefault(word, word)] = word is "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return settings;
    }

    // libpq takes user@ without a host, whose folder comes later as a word; Uri doesn't.
    private static (Uri Address, bool IsHostNamed) Parse(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var end = text.IndexOfAny(['/', '?'], start) is var found and >= 0 ? found : text.Length;
        var host = text.LastIndexOf('@', end - 1, end - start) + 1;
        if (host > start && (host == end || text[host] == ':')) return (new Uri(text.Insert(host, "localhost")), false);
        return (new Uri(text), true);
    }
}
