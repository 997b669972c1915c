using Microsoft.Win32.SafeHandles;

namespace CiAnon.Dumps;

/// <summary>A file, then the bytes of a seal.</summary>
internal sealed class SealedFile(string path, byte[] seal) : ReadOnlyStream
{
    private readonly SafeFileHandle _file = DumpFile.Open(path);
    private long _position;
    private int _sealed = -1;

    public override int Read(Span<byte> buffer)
    {
        if (_sealed < 0)
        {
            var count = RandomAccess.Read(_file, buffer, _position);
            _position += count;
            if (count > 0 || buffer.IsEmpty) return count;
            _sealed = 0;
        }
        var rest = Math.Min(buffer.Length, seal.Length - _sealed);
        seal.AsSpan(_sealed, rest).CopyTo(buffer);
        _sealed += rest;
        return rest;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }
}
