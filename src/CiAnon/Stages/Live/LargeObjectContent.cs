using System.Globalization;
using System.Security.Cryptography;
using CiAnon.Dumps.Streams;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>What is in a large object of a live database, a part at a time, as the connection's snapshot sees it.</summary>
/// <param name="digest">Gets what is read.</param>
internal sealed class LargeObjectContent(NpgsqlConnection connection, LiveAddress address, uint oid, IncrementalHash digest) : ReadOnlyStream
{
    private const int PartBytes = 256 * 1024;

    private byte[] _part = [];
    private int _taken;
    private long _read;
    private bool _isAtEnd;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _part.Length && !_isAtEnd) Next();
        var count = Math.Min(buffer.Length, _part.Length - _taken);
        _part.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    private void Next()
    {
        _part = LiveErrors.Guard(address, string.Create(CultureInfo.InvariantCulture, $"read large object {oid}"), () => (byte[])LiveConnection.Execute(connection,
            string.Create(CultureInfo.InvariantCulture, $"SELECT pg_catalog.lo_get({oid}, {_read}, {PartBytes})"))!);
        (_taken, _read, _isAtEnd) = (0, _read + _part.Length, _part.Length < PartBytes);
        digest.AppendData(_part);
    }
}
