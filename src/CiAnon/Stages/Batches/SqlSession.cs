using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages.Batches;

/// <summary>The connection that evaluates the expressions of one table: it changes nothing, and no statement takes longer than its rule allows.</summary>
internal sealed class SqlSession(Sandbox sandbox, string database) : IDisposable
{
    private NpgsqlConnection? _connection;
    private int _timeout;

    /// <param name="timeout">Seconds.</param>
    public NpgsqlConnection Within(int timeout)
    {
        if (_connection is null) Set(_connection = sandbox.Connect(database), "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        if (_timeout != timeout) Set(_connection, $"SET statement_timeout = '{timeout}s'");
        _timeout = timeout;
        return _connection;
    }

    public void Dispose() => _connection?.Dispose();

    private static void Set(NpgsqlConnection connection, string setting)
    {
        using var command = new NpgsqlCommand(setting, connection);
        command.ExecuteNonQuery();
    }
}
