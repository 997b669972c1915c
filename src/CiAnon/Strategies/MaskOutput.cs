namespace CiAnon.Strategies;

/// <summary>A growing byte buffer that a mask writes its result into; reused for every value.</summary>
public sealed class MaskOutput
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Gives back the room that a long value took.</summary>
    public void Release() => Growth.Release(ref _bytes);

    /// <summary>Shortens the result to its first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Writes over a byte that is there already.</summary>
    public void Set(int at, byte value) => _bytes[at] = value;

    /// <summary>Room for at least <paramref name="size"/> bytes; call <see cref="Advance"/> with what was used.</summary>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size) Growth.Grow(ref _bytes, Length + size);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }
}
