namespace CiAnon.Dumps.Streams;

/// <summary>Passes on what is written, twice.</summary>
/// <param name="first">Stays open.</param>
/// <param name="second">Stays open.</param>
internal sealed class TeeStream(Stream first, Stream second) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        first.Write(buffer);
        second.Write(buffer);
    }
}
