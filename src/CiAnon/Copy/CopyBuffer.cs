namespace CiAnon.Copy;

/// <summary>Collects transformed bytes and hands them to a sink in large pieces. The buffer begins small, as most tables are.</summary>
public sealed class CopyBuffer(Stream sink, int capacity = CopyBuffer.DefaultCapacity)
{
    public const int DefaultCapacity = 256 * 1024;

    private const int Piece = 64 * 1024;

    private const int First = 8 * 1024;

    private byte[] _bytes = new byte[Math.Min(capacity, First)];
    private int _length;

    /// <summary>Bytes handed over and waiting.</summary>
    public long Total { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Total += bytes.Length;
        if (bytes.Length > _bytes.Length - _length)
        {
            MakeRoom(bytes.Length);
            if (bytes.Length >= _bytes.Length)
            {
                sink.Write(bytes);
                return;
            }
        }
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Appends one value with COPY's escapes.</summary>
    public void AppendEncoded(ReadOnlySpan<byte> value)
    {
        // Each byte is escaped for itself: a long value goes in pieces, and takes no buffer of twice its size.
        for (; value.Length > Piece; value = value[Piece..]) AppendPiece(value[..Piece]);
        AppendPiece(value);
    }

    private void AppendPiece(ReadOnlySpan<byte> value)
    {
        var most = CopyText.MaxEncodedLength(value.Length);
        if (most > _bytes.Length - _length)
        {
            MakeRoom(most);
            if (most > _bytes.Length) _bytes = new byte[most];
        }
        var written = CopyText.Encode(value, _bytes.AsSpan(_length));
        _length += written;
        Total += written;
    }

    private void MakeRoom(int length)
    {
        while (_bytes.Length < capacity && _bytes.Length - _length < length) Array.Resize(ref _bytes, Math.Min(capacity, _bytes.Length * 2));
        if (_bytes.Length - _length < length) Flush();
    }

    public void Flush()
    {
        if (_length == 0) return;
        sink.Write(_bytes.AsSpan(0, _length));
        _length = 0;
    }
}
