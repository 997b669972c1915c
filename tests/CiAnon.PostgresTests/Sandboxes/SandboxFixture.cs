using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.PostgresTests.Sandboxes;

/// <summary>One sandbox for the tests of a class that don't end it.</summary>
public sealed class SandboxFixture : IDisposable
{
    public Sandbox Sandbox { get; } = Sandbox.Start(TestFolder.Machine(null), CancellationToken.None);

    public void Dispose() => Sandbox.Dispose();

    internal static string? Ask(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    internal static void Do(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
