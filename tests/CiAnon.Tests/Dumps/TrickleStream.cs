namespace CiAnon.Tests.Dumps;

/// <summary>A pipe whose writer brings a few bytes at a time, and in the end may stay silent or break.</summary>
internal sealed class TrickleStream(byte[] bytes, int piece, Action? atEnd = null) : MemoryStream(bytes)
{
    public long Taken { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = base.Read(buffer[..Math.Min(piece, buffer.Length)]);
        if (count == 0) atEnd?.Invoke();
        Taken += count;
        return count;
    }
}
