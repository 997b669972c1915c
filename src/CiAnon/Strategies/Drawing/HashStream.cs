using System.Runtime.InteropServices;

namespace CiAnon.Strategies.Drawing;

/// <summary>As many numbers as a result needs, from one keyed hash (SplitMix64; Steele, Lea, Flood 2014).</summary>
[StructLayout(LayoutKind.Auto)]
internal struct HashStream(UInt128 seed)
{
    private readonly ulong _step = (ulong)(seed >> 64) | 1;
    private ulong _state = (ulong)seed;

    public ulong Next()
    {
        _state += _step;
        var mixed = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Index(int count) => Draw.Index(Next(), count);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>.</summary>
    public long Between(long low, long high) => low + (long)Math.BigMul(Next(), (ulong)(high - low) + 1, out _);
}
