using System.Security.Cryptography;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>
/// A table of a live database as a stream: what <c>COPY … TO STDOUT</c> sends, and the end mark of a data block after it. The connection
/// goes back when all was read.
/// </summary>
internal sealed class CopiedRows : Stream
{
    private readonly LiveSnapshot _snapshot;
    private readonly string _table;
    private readonly SourcePosition? _condition;
    private readonly byte[] _mark;
    private readonly Action<byte[]> _finished;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly NpgsqlConnection _connection;
    private readonly Stream _rows;
    private int _marked = -1;

    /// <param name="condition">Where the policy has the condition that is in the statement; null for none.</param>
    /// <param name="copy">The statement.</param>
    /// <param name="mark">What ends a data block.</param>
    /// <param name="finished">Gets the SHA-256 of the rows when they were all read.</param>
    public CopiedRows(LiveSnapshot snapshot, string table, SourcePosition? condition, string copy, byte[] mark, Action<byte[]> finished)
    {
        (_snapshot, _table, _condition, _mark, _finished) = (snapshot, table, condition, mark, finished);
        _connection = snapshot.Rent();
        try
        {
            _rows = LiveErrors.Guard(snapshot.Address, $"read {table}", () => CopyChannel.OpenRead(_connection, copy));
        }
        catch
        {
            snapshot.Discard(_connection);
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_marked < 0)
        {
            var count = ReadRows(buffer);
            if (count > 0 || buffer.IsEmpty) return count;
            _marked = 0;
            _finished(_digest.GetHashAndReset());
        }
        var rest = _mark.AsSpan(_marked);
        var marked = Math.Min(rest.Length, buffer.Length);
        rest[..marked].CopyTo(buffer);
        _marked += marked;
        return marked;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) GiveBack();
        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        _digest.Dispose();
        // Ending a COPY in the middle costs the rest of the rows, or an error in the transaction.
        if (_marked < 0)
        {
            _snapshot.Discard(_connection);
            return;
        }
        _rows.Dispose();
        _snapshot.Return(_connection);
    }

    private int ReadRows(Span<byte> buffer)
    {
        try
        {
            var count = 0;
            // Each row is a message of its own, and one message is what a read gives.
            for (int read; count < buffer.Length && (read = _rows.Read(buffer[count..])) > 0;) count += read;
            _digest.AppendData(buffer[..count]);
            return count;
        }
        // Values that it can't be judged for.
        catch (PostgresException exception) when (_condition is not null && exception.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            throw new CiAnonException(DiagnosticCodes.RowsConditionFailed, $"the condition can't be judged for a row of {_table}: {Redaction.Describe(exception)}", _condition);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or ObjectDisposedException)
        {
            throw LiveErrors.From(exception, _snapshot.Address, $"read {_table}");
        }
    }
}
