using System.Diagnostics;
using System.IO.Compression;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Streams;

namespace CiAnon.Tests.Dumps;

/// <summary>What several threads compress is one stream for everybody else: for .NET's readers, which look at checksums, and for gzip itself.</summary>
public sealed class DeflatedPiecesTests : DumpFolder
{
    private const int Piece = DeflatedPieces.Piece;

    public static TheoryData<int, bool> Sizes => [.. new[] { 1, 1000, Piece - 1, Piece, Piece + 1, 2 * Piece, 3 * Piece + 17, 20 * Piece - 5 }.SelectMany(size => new[] { (size, false), (size, true) })];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Pieces_are_one_stream(int size, bool isGzip)
    {
        var content = Content(size, seed: size);
        var written = Compressed(content, isGzip, writes: 70_001);
        using var read = new MemoryStream();
        using (Stream stream = isGzip ? new GZipStream(new MemoryStream(written), CompressionMode.Decompress) : new ZLibStream(new MemoryStream(written), CompressionMode.Decompress)) stream.CopyTo(read);
        Assert.Equal(content, read.ToArray());
        if (isGzip) Assert.Equal(content, OfGzip(written));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Their_bytes_depend_on_nothing_but_what_is_written(bool isGzip)
    {
        var content = Content(5 * Piece + 99, seed: 1);
        var once = Compressed(content, isGzip, writes: content.Length);
        foreach (var writes in new[] { 1013, 65_536, Piece, Piece + 1 }) Assert.Equal(once, Compressed(content, isGzip, writes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_piece_is_what_any_compressor_makes_of_it(bool isGzip)
    {
        var content = Content(Piece, seed: 2);
        using var target = new MemoryStream();
        var options = new ZLibCompressionOptions { CompressionLevel = 2 };
        using (Stream stream = isGzip ? new GZipStream(target, options, leaveOpen: true) : new ZLibStream(target, options, leaveOpen: true)) stream.Write(content);
        Assert.Equal(target.ToArray(), Compressed(content, isGzip, writes: content.Length));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_changed_byte_in_any_piece_is_found(bool isGzip)
    {
        var written = Compressed(Content(4 * Piece, seed: 3), isGzip, writes: 65_536);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            var changed = (byte[])written.Clone();
            // The header has bytes of which nobody thinks anything.
            changed[random.Next(10, changed.Length)] ^= (byte)random.Next(1, 256);
            Assert.True(IsRefused(changed, isGzip), $"seed {seed}, change {i}");
        }
    }

    [Fact]
    public void A_full_disk_is_told_to_who_writes()
    {
        var pieces = new DeflatedPieces(new FullDisk(), level: 1, isGzip: true);
        Assert.Throws<IOException>(() =>
        {
            for (var i = 0; i < 100; i++) pieces.Write(Content(Piece, seed: i));
        });
        var behind = new WriteBehind(new FullDisk());
        Assert.Throws<IOException>(() =>
        {
            for (var i = 0; i < 100; i++) behind.Write(Content(Piece, seed: i));
        });
    }

    private static bool IsRefused(byte[] written, bool isGzip)
    {
        try
        {
            using Stream stream = isGzip ? new GZipStream(new MemoryStream(written), CompressionMode.Decompress) : new ZLibStream(new MemoryStream(written), CompressionMode.Decompress);
            stream.CopyTo(Stream.Null);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Compressed(byte[] content, bool isGzip, int writes)
    {
        using var target = new MemoryStream();
        using (var pieces = new DeflatedPieces(target, level: 2, isGzip))
        {
            for (var at = 0; at < content.Length; at += writes) pieces.Write(content.AsSpan(at, Math.Min(writes, content.Length - at)));
        }
        return target.ToArray();
    }

    private byte[] OfGzip(byte[] written)
    {
        using var gzip = Process.Start(new ProcessStartInfo("gzip", ["-dc", Write(written, "pieces.gz")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var content = new MemoryStream();
        gzip.StandardOutput.BaseStream.CopyTo(content);
        gzip.WaitForExit();
        Assert.Equal(0, gzip.ExitCode);
        return content.ToArray();
    }

    // Words that come again, near and far, and some noise.
    private static byte[] Content(int size, int seed)
    {
        var random = new Random(seed);
        var content = new byte[size];
        for (var i = 0; i < size; i++) content[i] = random.Next(8) == 0 ? (byte)random.Next(256) : (byte)"row\tof\ta\ttable\n"[i % 15];
        return content;
    }

    private sealed class FullDisk : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
