using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Live;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>
/// Rows into one table of the new database: one transaction with its TRUNCATE, so that they are frozen as they come and, where the server
/// keeps no more of its log than it must, not in there either.
/// </summary>
internal sealed class FilledTable(TargetFill fill, TocEntry entry, string encoding) : RowsBeside
{
    private NpgsqlConnection? _connection;
    private Stream? _rows;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (fill.IsOff || buffer.IsEmpty) return;
        try
        {
            (_rows ??= Begin()).Write(buffer);
        }
        catch (Exception exception) when (IsTheServers(exception))
        {
            fill.GiveUp();
        }
    }

    public override void Complete()
    {
        if (fill.IsOff) return;
        try
        {
            Commit();
            fill.Filled(entry);
        }
        catch (Exception exception) when (IsTheServers(exception))
        {
            fill.GiveUp();
        }
    }

    protected override void Dispose(bool disposing)
    {
        // In the middle of a COPY: ending the session is what undoes it.
        if (disposing) Discard();
        base.Dispose(disposing);
    }

    private Stream Begin()
    {
        _connection = fill.Rent();
        var copy = CopyStatement.Parse(entry)!;
        var table = $"{Sql.Identifier(copy.Schema)}.{Sql.Identifier(copy.Table)}";
        var columns = copy.Columns.Count == 0 ? "" : $" ({string.Join(", ", copy.Columns.Select(Sql.Identifier))})";
        LiveConnection.Execute(_connection, $"BEGIN; TRUNCATE ONLY {table}");
        return CopyChannel.OpenWrite(_connection, $"COPY {table}{columns} FROM STDIN (ENCODING {Sql.Literal(encoding)}, FREEZE)");
    }

    private void Commit()
    {
        if (_rows is null || _connection is null) return;
        _rows.Dispose();
        LiveConnection.Execute(_connection, "COMMIT");
        fill.Return(_connection);
        (_rows, _connection) = (null, null);
    }

    private void Discard()
    {
        try
        {
            _connection?.Dispose();
        }
        catch (Exception exception) when (IsTheServers(exception))
        {
            // It is gone, and so is what it didn't commit.
        }
        (_rows, _connection) = (null, null);
    }

    private static bool IsTheServers(Exception exception) => exception is NpgsqlException or TimeoutException or IOException or ObjectDisposedException or CiAnonException;
}
