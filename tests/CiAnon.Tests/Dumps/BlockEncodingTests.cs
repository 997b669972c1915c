using CiAnon.Diagnostics;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

/// <summary>Frames of lz4 and zstd have no size and no checksum, so that their ends are all that tells a cut one.</summary>
public sealed class BlockEncodingTests : DumpFolder
{
    public static TheoryData<string> Choices => ["none", "gzip:1", "gzip:9", "lz4", "lz4:3", "lz4:12", "zstd:1", "zstd", "zstd:19"];

    [Theory]
    [MemberData(nameof(Choices))]
    public void What_was_written_is_read(string compress)
    {
        var choice = CompressionChoice.Parse(compress)!;
        foreach (var size in new[] { 0, 1, 100, 65_535, 65_536, 65_537, 3_000_000 })
            Assert.Equal(Content(size), ReadWhole(WriteFile(choice, Content(size))));
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("lz4:9")]
    [InlineData("zstd:1")]
    public void A_cut_is_found_wherever_it_is(string compress)
    {
        var whole = File.ReadAllBytes(WriteFile(CompressionChoice.Parse(compress)!, Content(3000)));
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => ReadWhole(WriteAs(compress, whole[..length])));
            Assert.True(error.Diagnostics[0].Code == DiagnosticCodes.DumpCorrupt, $"{length} of {whole.Length}: {error.Message}");
        }
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd:1")]
    public void What_follows_a_frame_is_found(string compress)
    {
        var whole = File.ReadAllBytes(WriteFile(CompressionChoice.Parse(compress)!, Content(3000)));
        foreach (var more in new byte[][] { [0], [1, 2, 3], [.. Enumerable.Repeat((byte)7, 30)], [.. whole.Take(20)] })
            Assert.Equal(DiagnosticCodes.DumpCorrupt, Assert.Throws<CiAnonException>(() => ReadWhole(WriteAs(compress, [.. whole, .. more]))).Diagnostics[0].Code);
    }

    [Fact]
    public void A_second_frame_is_what_pg_restore_makes_of_it()
    {
        byte[] Twice(string compress)
        {
            var whole = File.ReadAllBytes(WriteFile(CompressionChoice.Parse(compress)!, Content(3000)));
            return ReadWhole(WriteAs(compress, [.. whole, .. whole]));
        }
        Assert.Equal([.. Content(3000), .. Content(3000)], Twice("lz4"));
        // It drops it without a word.
        Assert.Equal(DiagnosticCodes.DumpCorrupt, Assert.Throws<CiAnonException>(() => Twice("zstd")).Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd:1")]
    public void A_changed_byte_is_an_error_of_ours_or_other_content(string compress)
    {
        var whole = File.ReadAllBytes(WriteFile(CompressionChoice.Parse(compress)!, Content(3000)));
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x55;
            var path = WriteAs(compress, changed);
            try
            {
                _ = ReadWhole(path);
            }
            catch (CiAnonException error)
            {
                Assert.Equal(DiagnosticCodes.DumpCorrupt, error.Diagnostics[0].Code);
            }
        }
    }

    [Theory]
    [InlineData("0", "none")]
    [InlineData("7", "gzip:7")]
    [InlineData("gzip", "gzip:2")]
    [InlineData("gzip:level=2", "gzip:2")]
    [InlineData("lz4", "lz4")]
    [InlineData("zstd", "zstd:2")]
    [InlineData("zstd:22", "zstd:22")]
    [InlineData("zstd:23", null)]
    [InlineData("10", null)]
    [InlineData("none:1", null)]
    [InlineData("gzip:0", null)]
    [InlineData("lz4:13", null)]
    [InlineData("zstd:long", null)]
    [InlineData("Zstd", null)]
    [InlineData("", null)]
    [InlineData("-1", null)]
    public void It_is_written_as_pg_dump_writes_it(string text, string? meant) => Assert.Equal(meant, CompressionChoice.Parse(text)?.ToString());

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++) content[i] = (byte)("row\tof\ta\ttable\n"[i % 15] + i / 4096 % 7);
        return content;
    }

    private string WriteFile(CompressionChoice choice, byte[] content)
    {
        var path = In("block.dat" + BlockEncoding.Suffix(choice.Method));
        using (var block = new BlockCompressor(new FileStream(path, FileMode.Create), choice, isFile: true, path, () => { })) block.Write(content);
        return path;
    }

    private string WriteAs(string compress, byte[] bytes)
    {
        var path = In("changed.dat" + BlockEncoding.Suffix(CompressionChoice.Parse(compress)!.Method));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] ReadWhole(string path)
    {
        using var stream = BlockEncoding.OpenFile(path, "TABLE DATA t", mayBeEmpty: false);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
