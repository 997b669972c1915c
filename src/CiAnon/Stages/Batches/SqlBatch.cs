using System.Text;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using CiAnon.Strategies;
using Npgsql;
using NpgsqlTypes;

namespace CiAnon.Stages.Batches;

/// <summary>Sends rows to PostgreSQL as arrays and takes one result each.</summary>
/// <param name="timeout">Seconds for one piece of rows.</param>
internal sealed class SqlBatch(BatchColumn column, SqlStatement statement, IReadOnlyList<int> reads, SqlSession session, int timeout) : IBatch
{
    private readonly List<string?>[] _inputs = [.. Enumerable.Range(0, Math.Max(1, statement.Inputs.Count)).Select(_ => new List<string?>())];
    private readonly Queue<string?> _results = [];
    private long _first;
    private long _last;

    public void Ask(long row, Row values)
    {
        if (_inputs[0].Count == 0) _first = row;
        _last = row;
        var at = 0;
        if (statement.HasOwnValue || statement.Inputs.Count == 0) _inputs[at++].Add(Text(values, column.Field));
        foreach (var field in reads) _inputs[at++].Add(Text(values, field));
    }

    public void Answer()
    {
        var asked = _inputs[0].Count;
        if (asked == 0) return;
        _results.Clear();
        try
        {
            using var command = new NpgsqlCommand(statement.Sql, session.Within(timeout));
            foreach (var input in _inputs) command.Parameters.Add(new NpgsqlParameter { Value = input.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            using var reader = command.ExecuteReader();
            while (reader.Read()) _results.Enqueue(reader.IsDBNull(0) ? null : reader.GetString(0));
        }
        catch (PostgresException failure) when (failure.SqlState is not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DiskFull))
        {
            throw column.Refuses(DiagnosticCodes.ExpressionFailed, failure.SqlState == PostgresErrorCodes.QueryCanceled
                ? $"PostgreSQL took longer than the rule's 'timeout' for the expression in rows {_first} to {_last}"
                : $"PostgreSQL can't evaluate the expression in rows {_first} to {_last}: {Redaction.Describe(failure)}");
        }
        catch (NpgsqlException failure)
        {
            throw SandboxErrors.From(failure, $"evaluate the expression of {column.Table}.{column.Name}");
        }
        if (_results.Count != asked) throw column.Refuses(DiagnosticCodes.ExpressionFailed, $"the expression gave {_results.Count} results for {asked} rows ({_first} to {_last})");
        foreach (var input in _inputs) input.Clear();
    }

    public bool Next(MaskOutput output)
    {
        if (_results.Dequeue() is not { } text) return false;
        output.Advance(Encoding.UTF8.GetBytes(text, output.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length))));
        return true;
    }

    public void Dispose()
    {
        // The session is the table's.
    }

    private static string? Text(Row values, int field) => values.IsNull(field) ? null : Encoding.UTF8.GetString(values[field]);
}
