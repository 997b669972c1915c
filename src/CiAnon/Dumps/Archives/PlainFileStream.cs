using CiAnon.Dumps.Streams;
using Microsoft.Win32.SafeHandles;

namespace CiAnon.Dumps.Archives;

/// <summary>An uncompressed data file.</summary>
internal sealed class PlainFileStream(string path) : ReadOnlyStream
{
    private readonly SafeFileHandle _file = DumpFile.Open(path);
    private long _position;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = RandomAccess.Read(_file, buffer, _position);
            _position += count;
            return count;
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(path, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }
}
