using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Blocks;

/// <summary>The contents of a BLOBS entry's large objects, one after another.</summary>
internal sealed class LargeObjectsStream(IEnumerable<LargeObject> objects) : ReadOnlyStream
{
    private readonly IEnumerator<LargeObject> _objects = objects.GetEnumerator();
    private Stream? _current;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (_current?.Read(buffer) is > 0 and var count) return count;
            if (!_objects.MoveNext())
            {
                _current = null;
                return 0;
            }
            _current = _objects.Current.Content;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _objects.Dispose();
        base.Dispose(disposing);
    }
}
