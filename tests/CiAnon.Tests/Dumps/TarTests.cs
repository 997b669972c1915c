using System.Formats.Tar;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

/// <summary>Tar archives: what .NET's own reader and writer make of them is the judge.</summary>
public sealed class TarTests : DumpFolder
{
    [Fact]
    public void Cut_at_any_byte_it_is_refused()
    {
        var whole = ArchiveBuilder.Sample().Tar();
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => ReadAll(Write(whole[..length])));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
        }
    }

    [Fact]
    public void A_flipped_bit_of_a_header_is_an_error_or_harmless()
    {
        var whole = ArchiveBuilder.Sample().Tar();
        var expected = ReadAll(Write(whole, "whole"));
        var (refused, tried) = (0, 0);
        foreach (var header in Headers(whole))
            for (var at = header; at < header + 512; at += header == 0 ? 1 : 7)
                for (var bit = 0; bit < 8; bit++, tried++)
                {
                    var damaged = whole.ToArray();
                    damaged[at] ^= (byte)(1 << bit);
                    try
                    {
                        Assert.Equal(expected, ReadAll(Write(damaged)));
                    }
                    catch (CiAnonException error)
                    {
                        Assert.True(error.Exit == ExitCode.Dump, $"byte {at}, bit {bit}: {error.Message}");
                        refused++;
                    }
                }
        Assert.InRange(refused, tried * 95 / 100, tried);
    }

    [Fact]
    public void Files_behind_its_end_twice_or_of_another_kind_are_refused()
    {
        var whole = ArchiveBuilder.Sample().Tar();
        Assert.Equal(DiagnosticCodes.DumpCorrupt, CodeOf(() => Dump.Open(Write([.. whole, .. whole]))));
        Assert.Equal(DiagnosticCodes.DumpCorrupt, CodeOf(() => Dump.Open(Write([.. whole[..^1024], .. whole]))));
        Dump.Open(Write([.. whole, .. new byte[8192]])).Dispose();
        using var link = new MemoryStream();
        using (var tar = new TarWriter(link, TarEntryFormat.Ustar, leaveOpen: true)) tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "8.dat") { LinkName = "/etc/passwd" });
        Assert.Equal(DiagnosticCodes.DumpCorrupt, CodeOf(() => Dump.Open(Write([.. whole[..^1024], .. link.ToArray()]))));
    }

    [Fact]
    public void A_file_that_the_table_of_contents_claims_must_be_there()
    {
        var builder = new ArchiveBuilder();
        builder.AddRows(1, "t", "1\n");
        var whole = builder.Tar();
        var headers = Headers(whole);
        Assert.Equal(DiagnosticCodes.DumpBlockMissing, CodeOf(() => Dump.Open(Write([.. whole[..headers[1]], .. whole[headers[2]..]]))));
    }

    [Fact]
    public void A_list_of_large_objects_can_t_lead_to_what_isn_t_there()
    {
        var whole = ArchiveBuilder.Sample().Tar();
        var at = whole.AsSpan().LastIndexOf("16400 blob"u8);
        "16400 ../b"u8.CopyTo(whole.AsSpan(at));
        Assert.Equal(DiagnosticCodes.DumpBlockMissing, CodeOf(() => ReadAll(Write(whole))));
    }

    [Fact]
    public void What_we_write_is_read_by_others_in_the_order_of_the_table_of_contents()
    {
        var builder = ArchiveBuilder.Sample();
        builder.Minor = 16;
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));
        using (var writer = DumpWriter.Create(dump, In("target"), DumpFormat.Tar, CompressionChoice.None))
        {
            foreach (var entry in dump.Toc.Where(entry => entry.HasData).Reverse()) writer.CopyBlock(entry);
            writer.Complete();
        }
        using var file = File.OpenRead(In("target"));
        using var tar = new TarReader(file);
        var files = new List<(string, string)>();
        while (tar.GetNextEntry() is { } entry)
        {
            Assert.Equal((TarEntryFormat.Ustar, TarEntryType.RegularFile, new DateTimeOffset(2024, 12, 31, 23, 58, 59, TimeSpan.Zero)), (entry.Format, entry.EntryType, entry.ModificationTime));
            using var content = new StreamReader(entry.DataStream ?? Stream.Null);
            files.Add((entry.Name, content.ReadToEnd()));
        }
        Assert.Equal(
        [
            ("8.dat", ArchiveBuilder.Rows("1\tÄnne\n2\t\\N\n")), ("9.dat", ArchiveBuilder.Rows("")), ("blob_16400.dat", "hello"), ("blob_16401.dat", ""),
            ("blob_4000000000.dat", "beyond the signed numbers"), ("blobs_11.toc", "16400 blob_16400.dat\n16401 blob_16401.dat\n4000000000 blob_4000000000.dat\n"),
        ], files.Skip(1));
        Assert.Equal("toc.dat", files[0].Item1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((8L << 30) - 1)]
    [InlineData(8L << 30)]
    [InlineData(5L << 40)]
    public void Lengths_of_any_size_are_written_and_read(long length)
    {
        var header = TarHeader.Make("1.dat", length, modified: null);
        Assert.Equal(("1.dat", length), TarHeader.Parse(header));
        // The bytes themselves may be missing: .NET seeks over them.
        using var file = File.OpenRead(Write(header));
        using var tar = new TarReader(file);
        Assert.Equal(length, tar.GetNextEntry()!.Length);
    }

    [Fact]
    public void A_file_of_9_GiB_is_gone_over_without_being_read()
    {
        var whole = ArchiveBuilder.Sample().Tar();
        var path = Write([.. whole[..^1024], .. TarHeader.Make("large.dat", 9L << 30, modified: null)]);
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length + (9L << 30) + 1024);
        Assert.Equal(ReadAll(Write(whole, "whole")), ReadAll(path));
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length - 2048);
        Assert.Equal(DiagnosticCodes.DumpTruncated, CodeOf(() => Dump.Open(path)));
    }

    [Fact]
    public void It_has_no_compression()
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        var error = Assert.Throws<CiAnonException>(() => DumpWriter.Create(dump, In("target"), DumpFormat.Tar, CompressionChoice.Parse("gzip")!));
        Assert.Equal(DiagnosticCodes.DumpCompressionUnsupported, error.Diagnostics[0].Code);
        Assert.False(File.Exists(In("target")));
    }

    private static List<int> Headers(byte[] tar)
    {
        var headers = new List<int>();
        for (var at = 0; tar[at] != 0;)
        {
            headers.Add(at);
            var length = Convert.ToInt32(System.Text.Encoding.ASCII.GetString(tar, at + 124, 11), 8);
            at += 512 + (length + 511) / 512 * 512;
        }
        return headers;
    }
}
