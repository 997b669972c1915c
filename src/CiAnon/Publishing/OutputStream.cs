using System.Runtime.InteropServices;
using CiAnon.Dumps.Streams;

namespace CiAnon.Publishing;

/// <summary>Our standard output. The console's own stream says nothing when whoever reads it has gone, and a file's would lose its place to those that write to it after us.</summary>
internal sealed partial class OutputStream : WriteOnlyStream
{
    private const int Descriptor = 1;
    private const int Interrupted = 4;

    /// <exception cref="IOException">It is closed, or its disk is full.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var written = write(Descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted) throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint write(int descriptor, ref byte bytes, nint count);
}
