namespace CiAnon.Strategies;

/// <summary>How buffers grow: twofold while they are small. A long value's takes half as much again, and gives back at once what it leaves behind.</summary>
internal static class Growth
{
    private const int Long = 64 << 20;

    /// <param name="least">Bytes that are needed.</param>
    public static void Grow(ref byte[] bytes, int least)
    {
        var isLong = bytes.Length >= Long;
        Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(least, isLong ? bytes.Length * 3L / 2 : bytes.Length * 2L)));
        if (isLong) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>What a long value needed and nothing needs any more.</summary>
    public static void Release(ref byte[] bytes)
    {
        if (bytes.Length < Long) return;
        bytes = [];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
