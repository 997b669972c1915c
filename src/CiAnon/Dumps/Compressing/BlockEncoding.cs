using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Streams;
using K4os.Compression.LZ4;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace CiAnon.Dumps.Compressing;

/// <summary>What each <see cref="Compression"/> is in files and chunks: suffix, compressor, decompressor.</summary>
internal static class BlockEncoding
{
    // lz4 has no levels between its fast mode and this.
    private const int LeastOfLz4 = 3;

    public static IReadOnlyList<(string Suffix, Compression Method)> Suffixes { get; } =
        [("", Compression.None), (".gz", Compression.Gzip), (".lz4", Compression.Lz4), (".zst", Compression.Zstd)];

    public static string Suffix(Compression method) => Suffixes.First(one => one.Method == method).Suffix;

    public static Compression OfFile(string file) => Suffixes.Last(one => file.EndsWith(one.Suffix, StringComparison.Ordinal)).Method;

    /// <summary>Null where bytes stay as they are. Compresses on other threads than the one that writes. The target stays open.</summary>
    public static Stream? Compressor(Stream target, CompressionChoice choice, bool isFile) => choice.Method switch
    {
        Compression.None => null,
        Compression.Gzip => new DeflatedPieces(target, choice.Level, isFile),
        Compression.Lz4 => new WriteBehind(LZ4Stream.Encode(target, (LZ4Level)(choice.Level < LeastOfLz4 ? 0 : choice.Level), leaveOpen: true)),
        _ => new WriteBehind(new CompressionStream(target, choice.Level, leaveOpen: true)),
    };

    /// <summary>What nothing is compressed to: not every compressor writes something for it, and every reader wants a whole stream.</summary>
    public static ReadOnlySpan<byte> Nothing(Compression method, bool isFile) => method switch
    {
        Compression.None => [],
        Compression.Gzip when isFile => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        Compression.Gzip => [0x78, 0x9c, 3, 0, 0, 0, 0, 1],
        Compression.Lz4 => [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, 0, 0, 0, 0],
        _ => [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0, 1, 0, 0],
    };

    /// <param name="mayBeEmpty">pg_dump leaves the file of an empty large object without a byte, except with gzip.</param>
    public static Stream OpenFile(string file, string subject, bool mayBeEmpty)
    {
        Diagnostics.CiAnonException Corrupt(string what, Exception? cause) => DumpErrors.Corrupt(file, subject, what, cause);
        return OfFile(file) switch
        {
            Compression.Gzip => new GzipFileStream(file, subject),
            Compression.Lz4 => new Lz4BlockStream(new PlainFileStream(file), mayBeEmpty, Corrupt),
            Compression.Zstd => new ZstdBlockStream(new PlainFileStream(file), mayBeEmpty, Corrupt),
            _ => new PlainFileStream(file),
        };
    }

    public static Stream OpenChunks(ChunkStream chunks, FileWindow window, Compression method) => method switch
    {
        Compression.Gzip => new ZlibBlockStream(chunks, window),
        Compression.Lz4 => new Lz4BlockStream(chunks, mayBeEmpty: true, window.Corrupt),
        Compression.Zstd => new ZstdBlockStream(chunks, mayBeEmpty: true, window.Corrupt),
        _ => chunks,
    };
}
