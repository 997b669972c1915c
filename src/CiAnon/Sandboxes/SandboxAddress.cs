using System.Globalization;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>
/// Where others reach a run's database while it lives. There is no password: the socket's folder of a sandbox of our own is private, and
/// whoever connects to a lent server knows it from where we do.
/// </summary>
/// <param name="Host">The folder of a Unix socket, or a name.</param>
public sealed record SandboxAddress(string Host, int Port, string User, string Database)
{
    /// <summary>PostgreSQL's.</summary>
    public const int UsualPort = 5432;

    /// <summary>For .NET: Npgsql, Entity Framework, DbUp.</summary>
    public string ConnectionString
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder { Host = Host, Username = User, Database = Database, Pooling = false };
            if (Port != UsualPort) settings.Port = Port;
            return settings.ConnectionString;
        }
    }

    /// <summary>For psql and everything else that is built on libpq.</summary>
    public string Uri => $"postgresql://{System.Uri.EscapeDataString(User)}@/{System.Uri.EscapeDataString(Database)}?host={System.Uri.EscapeDataString(Host)}"
        + (Port == UsualPort ? "" : $"&port={Port.ToString(CultureInfo.InvariantCulture)}");
}
