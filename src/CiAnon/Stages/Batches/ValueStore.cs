using CiAnon.Dumps.Spools;
using CiAnon.Sandboxes;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>
/// The values of a column, to be read in any order. The first of them are in memory, the others in a file without a name, encrypted under a key
/// that is in memory only: none lies on a disk in clear. Of each value, its place stays in memory: 8 bytes.
/// </summary>
/// <param name="folder">Where the file lies.</param>
/// <param name="memory">Bytes of values that are kept in memory, rounded up to whole pages.</param>
internal sealed class ValueStore(string folder, long memory = ValueStore.DefaultMemory) : IDisposable
{
    public const long DefaultMemory = 64L << 20;

    private const int PageSize = SealedPages.ClearSize;

    // The end of each value and, in the lowest bit, whether it is NULL.
    private readonly List<long> _ends = [];
    private readonly List<byte[]> _pages = [];
    private readonly byte[] _read = new byte[PageSize];
    private SealedSpool? _spool;
    private byte[] _last = new byte[PageSize];
    private int _used;
    private long _length;
    private long _readPage = -1;

    public int Count => _ends.Count;

    /// <summary>Bytes that are in the file.</summary>
    public long Spilled => _spool?.Length ?? 0;

    public void AddNull() => _ends.Add((_length << 1) | 1);

    public void Add(ReadOnlySpan<byte> value)
    {
        _length += value.Length;
        _ends.Add(_length << 1);
        while (!value.IsEmpty)
        {
            var part = value[..Math.Min(value.Length, PageSize - _used)];
            part.CopyTo(_last.AsSpan(_used));
            _used += part.Length;
            value = value[part.Length..];
            if (_used == PageSize) Turn();
        }
    }

    /// <summary>Appends a value; false for NULL.</summary>
    public bool Read(int index, MaskOutput output)
    {
        var end = _ends[index];
        if ((end & 1) != 0) return false;
        var position = index == 0 ? 0 : _ends[index - 1] >> 1;
        for (end >>= 1; position < end;)
        {
            var within = (int)(position % PageSize);
            var count = (int)Math.Min(end - position, PageSize - within);
            output.Append(Page(position / PageSize).Slice(within, count));
            position += count;
        }
        return true;
    }

    public void Dispose() => _spool?.Dispose();

    private ReadOnlySpan<byte> Page(long page)
    {
        if (page < _pages.Count) return _pages[(int)page];
        if (page == _length / PageSize) return _last;
        if (_readPage != page) _spool!.Read(_read, (page - _pages.Count) * PageSize);
        _readPage = page;
        return _read;
    }

    private void Turn()
    {
        _used = 0;
        if (_spool is null && (_pages.Count + 1L) * PageSize <= memory)
        {
            _pages.Add(_last);
            _last = new byte[PageSize];
            return;
        }
        try
        {
            _spool ??= new SealedSpool(folder);
            _spool.Append(_last);
        }
        catch (IOException failure)
        {
            throw SandboxErrors.From(failure, "keep the values of a column that is shuffled");
        }
    }
}
