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

    /// <summary>Its parts; the host may be a list, as Npgsql has it.</summary>
    /// <exception cref="ArgumentException">A word that libpq doesn't know, or that means nothing here.</exception>
    /// <exception cref="FormatException">No connection URI, or no number where one belongs.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        if (!ConnectionUri.IsOne(text)) return new NpgsqlConnectionStringBuilder(text);
        // Of several hosts the list is enough: who connects refuses it.
        var words = ConnectionUri.Read(text).Where(pair => pair.Word != "port" || !pair.Value.Contains(',', StringComparison.Ordinal));
        var settings = new NpgsqlConnectionStringBuilder { Host = "" };
        // verify-full is VerifyFull there, read-only ReadOnly aside: that one keeps its dash.
        foreach (var (word, value) in words) settings[Words.GetValueOrDefault(word, word)] = word is "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        return settings;
    }
}
