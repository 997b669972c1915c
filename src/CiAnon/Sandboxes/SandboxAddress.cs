using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>Where others on this machine reach a run's database while it lives. There is no password: the socket's folder is private.</summary>
public sealed record SandboxAddress(string SocketFolder, string Database)
{
    private const string User = "postgres";

    /// <summary>For .NET: Npgsql, Entity Framework, DbUp.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = SocketFolder,
        Username = User,
        Database = Database,
        Pooling = false,
    }.ConnectionString;

    /// <summary>For psql and everything else that is built on libpq.</summary>
    public string Uri => $"postgresql://{User}@/{System.Uri.EscapeDataString(Database)}?host={System.Uri.EscapeDataString(SocketFolder)}";
}
