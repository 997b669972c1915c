using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>Rows whose lines end with carriage return and line feed, with line feeds alone. COPY writes no other carriage returns: in a value they are escaped.</summary>
/// <param name="rows">Disposed with the stream.</param>
/// <param name="corrupt">What to throw where one of the two stands alone.</param>
internal sealed class UnixRowsStream(Stream rows, Func<CiAnonException> corrupt) : ReadOnlyStream
{
    private bool _isReturned;

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var count = rows.Read(buffer);
            if (count == 0) return _isReturned ? throw corrupt() : 0;
            if (Shrink(buffer[..count]) is > 0 and var left) return left;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }

    private int Shrink(Span<byte> bytes)
    {
        var target = 0;
        foreach (var value in bytes)
        {
            if (_isReturned != (value == '\n')) throw corrupt();
            _isReturned = value == '\r';
            if (!_isReturned) bytes[target++] = value;
        }
        return target;
    }
}
