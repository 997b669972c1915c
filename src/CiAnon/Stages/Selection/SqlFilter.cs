using System.Buffers.Text;
using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Lets PostgreSQL judge rows by a condition, some thousand at a time: a temporary table in the session's own memory holds their numbers
/// and the columns that the condition reads, and is emptied before the next.
/// </summary>
internal sealed class SqlFilter : IDisposable
{
    private const string Rows = "pg_temp.ci_anon_rows";
    private const string Number = "ci_anon_row";
    private const int BatchBytes = 2 << 20;
    private const int BatchRows = 100_000;

    private readonly SqlCondition _condition;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly string _copy;
    private readonly string _select;
    private readonly MemoryStream _batch = new();
    private int _rows;

    public SqlFilter(SqlCondition condition, NpgsqlConnection connection, string encoding)
    {
        _condition = condition;
        _connection = connection;
        // Room for a batch, so that no row of it is ever written to a file.
        Run("SET temp_buffers = '64MB'");
        _transaction = connection.BeginTransaction();
        var columns = condition.Columns.Select(Sql.Identifier).Prepend(Number).ToList();
        Run($"SET LOCAL search_path = {Sql.Identifier(condition.Table.Schema)}, public");
        Run($"CREATE TABLE {Rows} AS SELECT {string.Join(", ", columns.Select((column, index) => index == 0 ? $"0::bigint AS {column}" : column))} FROM ONLY {condition.Table.SqlName} WITH NO DATA");
        _copy = $"COPY {Rows} FROM STDIN (ENCODING {Sql.Literal(encoding)})";
        _select = $"COPY (SELECT {Number} FROM {Rows} AS {Sql.Identifier(condition.Alias)} WHERE {SqlCondition.InParentheses(condition.Rule)} ORDER BY {Number}) TO STDOUT";
    }

    /// <summary>Numbers of the rows that the condition is true of.</summary>
    public LongList Passed { get; } = new();

    public void Add(int number, ReadOnlySpan<byte> row, RowView view)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out var length);
        _batch.Write(digits[..length]);
        foreach (var field in _condition.Fields)
        {
            _batch.WriteByte((byte)'\t');
            _batch.Write(view.Raw(row, field));
        }
        _batch.WriteByte(CopyText.RowEnd);
        if (++_rows >= BatchRows || _batch.Length >= BatchBytes) Judge();
    }

    /// <summary>Judges the rows that are still waiting.</summary>
    public void Complete() => Judge();

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Judge()
    {
        if (_rows == 0) return;
        try
        {
            using (var rows = CopyChannel.OpenWrite(_connection, _copy)) rows.Write(_batch.GetBuffer(), 0, (int)_batch.Length);
            using (var passed = new StreamReader(CopyChannel.OpenRead(_connection, _select)))
                while (passed.ReadLine() is { } number) Passed.Add(ulong.Parse(number, CultureInfo.InvariantCulture));
            Run($"TRUNCATE {Rows}");
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new CiAnonException(DiagnosticCodes.RowsConditionFailed, $"the condition can't be judged for a row of {_condition.Table.FullName}: {Redaction.Describe(exception)}", _condition.Rule.Position);
        }
        catch (NpgsqlException exception)
        {
            throw SandboxErrors.From(exception, $"judge rows of {_condition.Table.FullName}");
        }
        _batch.SetLength(0);
        _rows = 0;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
