using System.Buffers;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Spools;

/// <summary>
/// Keeps the stored bytes of one block until its turn: a few in memory, more in a file without a name, so that nothing is left behind
/// whatever happens.
/// </summary>
internal sealed class Spool(string folder) : WriteOnlyStream
{
    private const int MemorySize = 1 << 15;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(MemorySize);
    private int _count;
    private FileStream? _file;

    /// <summary>Bytes written so far.</summary>
    public long Written => (_file?.Length ?? 0) + _count;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _count) Spill();
        if (buffer.Length > _buffer.Length)
        {
            OpenFile().Write(buffer);
            return;
        }
        buffer.CopyTo(_buffer.AsSpan(_count));
        _count += buffer.Length;
    }

    /// <summary>No more writes: gives the large buffer back.</summary>
    public void Seal()
    {
        var rented = _buffer;
        if (_file is not null) Spill();
        _buffer = rented[.._count];
        ArrayPool<byte>.Shared.Return(rented);
    }

    public void WriteTo(Stream target)
    {
        if (_file is not null)
        {
            _file.Position = 0;
            _file.CopyTo(target, 1 << 20);
        }
        target.Write(_buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private void Spill()
    {
        if (_count == 0) return;
        OpenFile().Write(_buffer, 0, _count);
        _count = 0;
    }

    private FileStream OpenFile() => _file ??= NamelessFile.Create(folder);
}
