using System.Runtime.InteropServices;

namespace CiAnon.Residual;

/// <summary>
/// Pages of 1 KB for fingerprints, in memory outside the collected heap, taken from large blocks and given back together: tables that grow by
/// moving would leave as much behind as they hold. Safe for several threads.
/// </summary>
internal sealed unsafe class FingerprintPages : IDisposable
{
    /// <summary>Words of a page.</summary>
    public const int Words = 128;

    private const int PagesPerBlock = 256;

    private readonly List<nint> _blocks = [];
    private readonly Lock _gate = new();
    private int _taken = PagesPerBlock;
    private long _pages;

    /// <summary>Of all pages that were taken.</summary>
    public long Bytes => Volatile.Read(ref _pages) * Words * sizeof(ulong);

    /// <summary>One of nothing but zeros.</summary>
    public ulong* Take()
    {
        lock (_gate)
        {
            if (_taken == PagesPerBlock)
            {
                _blocks.Add((nint)NativeMemory.AllocZeroed(PagesPerBlock * Words, sizeof(ulong)));
                _taken = 0;
            }
            _pages++;
            return (ulong*)_blocks[^1] + _taken++ * Words;
        }
    }

    public void Dispose()
    {
        foreach (var block in _blocks) NativeMemory.Free((void*)block);
        _blocks.Clear();
        (_taken, _pages) = (PagesPerBlock, 0);
    }
}
