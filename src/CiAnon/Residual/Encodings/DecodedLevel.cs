namespace CiAnon.Residual.Encodings;

/// <summary>Where a decoder writes; one per level of encodings within encodings, reused.</summary>
internal sealed class DecodedLevel
{
    private byte[] _bytes = new byte[1024];

    /// <summary>Room for so many bytes; what was written stays.</summary>
    public Span<byte> Room(int length)
    {
        if (_bytes.Length < length) Array.Resize(ref _bytes, length * 2);
        return _bytes;
    }
}
