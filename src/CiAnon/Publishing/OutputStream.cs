using CiAnon.Dumps;
using CiAnon.Sandboxes;

namespace CiAnon.Publishing;

/// <summary>Our standard output. The console's own stream says nothing when whoever reads it has gone, and a file's would lose its place to those that write to it after us.</summary>
internal sealed class OutputStream : WriteOnlyStream
{
    private const int Descriptor = 1;

    /// <exception cref="IOException">It is closed, or its disk is full.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0) buffer = buffer[Libc.Write(Descriptor, buffer)..];
    }
}
