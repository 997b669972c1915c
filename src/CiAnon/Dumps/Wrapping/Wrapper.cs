using CiAnon.Dumps.Compressing;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace CiAnon.Dumps.Wrapping;

/// <summary>What a whole dump may be compressed with: a custom or tar archive, or a script.</summary>
/// <param name="Name">Of the program that does it.</param>
/// <param name="Magic">The first bytes of every such file.</param>
/// <param name="Method">What <c>pg_dump --compress</c> calls it; none where it has no word.</param>
/// <param name="Open">Decompresses a stream, of which nothing was read, to its end; disposes it. Cut or damaged streams are exceptions of any kind.</param>
internal sealed record Wrapper(string Name, byte[] Magic, Compression Method, Func<Stream, Stream> Open)
{
    /// <summary>The most bytes that are needed to tell.</summary>
    public const int MagicSize = 6;

    private static readonly Wrapper[] All =
    [
        new("gzip", [0x1f, 0x8b], Compression.Gzip, source => new GzipFileStream(source, "", "")),
        new("zstd", [0x28, 0xb5, 0x2f, 0xfd], Compression.Zstd, source => new DecompressionStream(source, leaveOpen: false)),
        new("lz4", [0x04, 0x22, 0x4d, 0x18], Compression.Lz4, source => LZ4Stream.Decode(source)),
        new("xz", [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], Compression.None, source => new XzFileStream(source)),
    ];

    /// <summary>Null for what isn't wrapped.</summary>
    public static Wrapper? Of(ReadOnlySpan<byte> start)
    {
        foreach (var wrapper in All)
        {
            if (start.StartsWith(wrapper.Magic)) return wrapper;
        }
        return null;
    }
}
