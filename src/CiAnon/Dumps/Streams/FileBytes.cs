using Microsoft.Win32.SafeHandles;

namespace CiAnon.Dumps.Streams;

/// <summary>The bytes of a file.</summary>
internal sealed class FileBytes(string path, SafeFileHandle file) : ArchiveBytes(path)
{
    public override long Length => RandomAccess.GetLength(file);

    public static FileBytes Open(string path) => new(path, DumpFile.Open(path));

    public override int Read(Span<byte> target, long position) => RandomAccess.Read(file, target, position);

    public override void Dispose() => file.Dispose();
}
