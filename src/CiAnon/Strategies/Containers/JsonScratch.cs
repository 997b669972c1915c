namespace CiAnon.Strategies.Containers;

/// <summary>Buffers of one walk through a JSON value, used again for the next one of the same thread.</summary>
internal sealed class JsonScratch
{
    [ThreadStatic]
    private static Stack<JsonScratch>? _free;

    private ulong[] _places = new ulong[64];
    private byte[] _bytes = new byte[256];

    public MaskOutput Leaf { get; } = new();

    /// <summary>For walks that only show.</summary>
    public MaskOutput Unused { get; } = new();

    /// <summary>The row that the value stands in; null where nobody looks at it.</summary>
    public Row? Row { get; set; }

    public static JsonScratch Rent() => (_free ??= new()).TryPop(out var scratch) ? scratch : new();

    public static void Return(JsonScratch scratch)
    {
        scratch.Unused.Clear();
        scratch.Row = null;
        _free!.Push(scratch);
    }

    /// <summary>Applies a mask to a part of the value.</summary>
    public void Apply(Mask mask, ReadOnlySpan<byte> part, MaskOutput output)
    {
        if (Row is null) mask.Apply(part, output);
        else mask.Apply(part, Row, output);
    }

    /// <summary>Where each path stands at a level.</summary>
    public Span<ulong> Places(int level, int paths)
    {
        if (_places.Length < (level + 1) * paths) Array.Resize(ref _places, (level + 1) * paths * 2);
        return _places.AsSpan(level * paths, paths);
    }

    public Span<byte> Bytes(int length)
    {
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        return _bytes;
    }
}
