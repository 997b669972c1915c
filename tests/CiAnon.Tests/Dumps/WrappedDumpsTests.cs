using System.IO.Compression;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Wrapping;
using CiAnon.Stages;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace CiAnon.Tests.Dumps;

/// <summary>A file that somebody compressed reads as what it holds; what is cut, damaged, wrapped twice or made to fill a disk is refused.</summary>
public sealed class WrappedDumpsTests : DumpFolder
{
    // printf originals | xz
    private static readonly byte[] Xz = Convert.FromBase64String("/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAIb3JpZ2luYWxzAAAAADLzYy8qiuf/AAEhCWwYxdUftvN9AQAAAAAEWVo=");

    private string Work => Directory.CreateDirectory(In("work")).FullName;

    public static TheoryData<string> Programs => ["gzip", "zstd", "lz4"];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_wrapped_dump_reads_as_the_dump_itself(string program)
    {
        var plain = Write(ArchiveBuilder.Sample().Custom());
        var wrapped = Write(Wrap(program, File.ReadAllBytes(plain)), "wrapped");
        using var dump = Open(wrapped);
        Assert.Equal(ReadAll(plain), ReadAll(dump));
        Assert.Equal(ArchiveDigest.Compute(wrapped, CancellationToken.None).Sha256, dump.ComputeSha256(CancellationToken.None));
        Assert.Equal((new FileInfo(wrapped).Length, new FileInfo(plain).Length), (dump.Bytes, dump.ContentBytes));
        Assert.Empty(Directory.GetFileSystemEntries(Work));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void On_standard_input_it_reads_the_same(string program)
    {
        var plain = ArchiveBuilder.Sample().Tar();
        using var dump = DumpSource.Open("-", new StandardInput(() => new TrickleStream(Wrap(program, plain), 3), IsTerminal: false), Work, CancellationToken.None);
        Assert.Equal(ReadAll(Write(plain)), ReadAll(dump));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Cut_anywhere_it_is_refused(string program)
    {
        var whole = Wrap(program, ArchiveBuilder.Sample().Custom());
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => Open(Write(whole[..length])));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Damage_is_refused_or_changes_nothing(string program)
    {
        var original = ArchiveBuilder.Sample().Custom();
        var whole = Wrap(program, original);
        var expected = ReadAll(Write(original));
        for (var position = 0; position < whole.Length; position++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[position] ^= 0x10;
            try
            {
                using var dump = Open(Write(damaged));
                var found = ReadAll(dump);
                // Without checksums, only what an archive knows of itself tells.
                if (program == "gzip") Assert.Equal(expected, found);
            }
            catch (CiAnonException error)
            {
                Assert.True(error.Exit == ExitCode.Dump, $"damaged at {position}: {error.Message}");
            }
        }
    }

    [Fact]
    public void What_follows_is_refused() =>
        Assert.All(Programs, program => Assert.Equal(DiagnosticCodes.DumpCorrupt, CodeOf(() => Open(Write([.. Wrap(program, ArchiveBuilder.Sample().Custom()), 1, 2, 3, 4])))));

    [Fact]
    public void A_wrapper_within_a_wrapper_is_refused()
    {
        var error = Assert.Throws<CiAnonException>(() => Open(Write(Wrap("gzip", Wrap("zstd", ArchiveBuilder.Sample().Custom())))));
        Assert.Equal(DiagnosticCodes.DumpCompressionUnsupported, error.Diagnostics[0].Code);
        Assert.Contains("inside with zstd", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Far_more_than_its_size_is_refused_unless_somebody_wants_it(string program)
    {
        var builder = new ArchiveBuilder { Compressed = false, ChunkSize = 1 << 20 };
        builder.AddRows(1, "t", new string('x', 40 << 20) + "\n");
        var path = Write(Wrap(program, builder.Custom()));
        Assert.Equal(DiagnosticCodes.DumpExpands, CodeOf(() => Open(path, 20)));
        Open(path, 100_000).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(Work));
    }

    [Fact]
    public void Streams_of_xz_may_follow_each_other()
    {
        Assert.Equal("originals", Text(Unwrap(Xz)));
        Assert.Equal("originalsoriginals", Text(Unwrap([.. Xz, .. Xz])));
        Assert.Equal("originalsoriginals", Text(Unwrap([.. Xz, 0, 0, 0, 0, .. Xz, 0, 0, 0, 0])));
    }

    [Fact]
    public void Damaged_xz_is_refused()
    {
        for (var length = 6; length < Xz.Length; length++) Assert.Throws<CiAnonException>(() => Unwrap(Xz[..length]));
        for (var position = 0; position < Xz.Length; position++)
        {
            var damaged = (byte[])Xz.Clone();
            damaged[position] ^= 0x04;
            Assert.True(Refuses(damaged) || Text(Unwrap(damaged)) == "originals", $"damaged at {position}");
        }
        Assert.Throws<CiAnonException>(() => Unwrap([.. Xz, 0, 0, 0]));
        Assert.Throws<CiAnonException>(() => Unwrap([.. Xz, 1, 2, 3, 4]));
    }

    private static bool Refuses(byte[] bytes)
    {
        try
        {
            Unwrap(bytes);
            return false;
        }
        catch (CiAnonException)
        {
            return true;
        }
    }

    private static byte[] Unwrap(byte[] bytes)
    {
        using var content = new UnwrappedStream(new StoredStream(default, new MemoryStream(bytes)), Wrapper.Of(Xz)!, "x", 100);
        using var target = new MemoryStream();
        content.CopyTo(target);
        return target.ToArray();
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.ASCII.GetString(bytes);

    private Dump Open(string path, int maxExpansion = DumpSource.UsualExpansion) => DumpSource.Open(path, input: null, Work, CancellationToken.None, maxExpansion);

    private static byte[] Wrap(string program, byte[] content)
    {
        using var target = new MemoryStream();
        using (Stream compressor = program switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
            "zstd" => new CompressionStream(target, leaveOpen: true),
            _ => LZ4Stream.Encode(target, leaveOpen: true),
        })
        {
            compressor.Write(content);
        }
        return target.ToArray();
    }
}
