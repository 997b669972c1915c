namespace CiAnon.Residual.Encodings;

/// <summary>Where a decoder writes; one per level of encodings within encodings, reused.</summary>
internal sealed class DecodedLevel
{
    private byte[] _bytes = new byte[1024];

    /// <summary>Room for so many bytes, in which those that were written stay.</summary>
    public Span<byte> MoreRoom(int length)
    {
        if (_bytes.Length < length) Array.Resize(ref _bytes, length * 2);
        return _bytes;
    }

    /// <summary>Room for so many bytes.</summary>
    public Span<byte> Room(int length)
    {
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        return _bytes;
    }
}
