using System.Runtime.CompilerServices;

namespace CiAnon.Residual;

/// <summary>
/// Keyed fingerprints with their kinds, safe for several threads. Of the 128 bits of a hash it compares 69: ten choose the shard and
/// 59 are kept beside the kind, 8 bytes in all. Beyond a limit it keeps a uniform share: those below a threshold.
/// </summary>
internal sealed class FingerprintSet : IDisposable
{
    /// <summary>Bits that two different texts must share to be taken for the same.</summary>
    public const int Bits = ShardBits + 59;

    private const int ShardBits = 10;

    private readonly FingerprintPages _pages = new();
    private readonly FingerprintShard[] _shards;
    private readonly Lock _thinning = new();
    private ulong _below = ulong.MaxValue;
    private readonly long _limit;
    private long _count;

    /// <param name="limit">Beyond it a share is kept.</param>
    public FingerprintSet(long limit)
    {
        _limit = limit;
        _shards = [.. Enumerable.Range(0, 1 << ShardBits).Select(number => new FingerprintShard(_pages, number))];
    }

    public long Count => Volatile.Read(ref _count);

    /// <summary>The part of all fingerprints that is kept; 1 unless there were more than the limit.</summary>
    public double Share => Volatile.Read(ref _below) / (double)ulong.MaxValue;

    public long Bytes => _pages.Bytes;

    /// <summary>False when it was there already, or isn't in the share that is kept.</summary>
    public bool Add(UInt128 hash, int kind)
    {
        var low = Low(hash);
        if (low >= Volatile.Read(ref _below)) return false;
        var shard = Shard(hash);
        bool added;
        lock (shard) added = shard.Add(low, kind);
        if (added && Interlocked.Increment(ref _count) > _limit) Thin();
        return added;
    }

    /// <summary>Adds what another set under the same key has, of which nobody adds to either meanwhile; the share is the smaller of both.</summary>
    public void Add(FingerprintSet other)
    {
        for (var i = 0; i < _shards.Length; i++) _shards[i].Add(other._shards[i]);
        Keep(Math.Min(_below, other._below));
        while (Count > _limit) Thin();
    }

    /// <summary>The kind, or -1. Only after everything was added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(UInt128 hash) => Shard(hash).Find(Low(hash));

    public void Dispose() => _pages.Dispose();

    private static ulong Low(UInt128 hash) => (ulong)hash;

    private FingerprintShard Shard(UInt128 hash) => _shards[(int)(ulong)(hash >> (128 - ShardBits))];

    private void Thin()
    {
        lock (_thinning)
        {
            if (Count > _limit) Keep(Volatile.Read(ref _below) / 2);
        }
    }

    private void Keep(ulong below)
    {
        Volatile.Write(ref _below, below);
        long count = 0;
        foreach (var shard in _shards)
        {
            lock (shard)
            {
                if (below < ulong.MaxValue) shard.Thin(below);
                count += shard.Count;
            }
        }
        Volatile.Write(ref _count, count);
    }
}
