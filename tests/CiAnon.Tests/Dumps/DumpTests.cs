using System.Security.Cryptography;
using System.Text;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;

namespace CiAnon.Tests.Dumps;

public sealed class DumpTests : DumpFolder
{
    public static TheoryData<int, DumpFormat, bool, bool> Archives
    {
        get
        {
            var archives = new TheoryData<int, DumpFormat, bool, bool>();
            for (var minor = 12; minor <= 16; minor++)
                foreach (var compressed in new[] { false, true })
                {
                    archives.Add(minor, DumpFormat.Custom, compressed, true);
                    archives.Add(minor, DumpFormat.Custom, compressed, false);
                    archives.Add(minor, DumpFormat.Directory, compressed, true);
                    if (!compressed) archives.Add(minor, DumpFormat.Tar, compressed, true);
                }
            return archives;
        }
    }

    [Fact]
    public void A_symbolic_link_to_a_dump_is_read_as_the_dump()
    {
        var dump = Write(ArchiveBuilder.Sample().Custom());
        File.CreateSymbolicLink(In("link"), dump);
        ReadAll(In("link"));
        using var opened = Dump.Open(In("link"));
        Assert.Equal(new FileInfo(dump).Length, opened.Bytes);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void Every_version_is_read(int minor, DumpFormat format, bool compressed, bool withOffsets)
    {
        var builder = ArchiveBuilder.Sample();
        (builder.Minor, builder.Compressed, builder.WithOffsets) = ((byte)minor, compressed, withOffsets);
        using var dump = Dump.Open(Write(builder, format));

        Assert.Equal(format, dump.Format);
        Assert.Equal(
            new DumpHeader(new Version(1, minor), 4, 8, compressed ? Compression.Gzip : Compression.None,
                minor >= 15 ? null : compressed ? -1 : 0, new DateTime(2024, 12, 31, 23, 58, 59), "shop", "15.4 (Debian)", "15.4"),
            dump.Header);
        Assert.Equal("UTF8", dump.ClientEncoding);
        Assert.Equal([1, 7, 8, 9, 11, 12], dump.Toc.Select(entry => entry.DumpId));

        var customers = dump.Toc.Single(entry => entry.DumpId == 8);
        Assert.Equal("TABLE DATA public.customers", customers.FullName);
        Assert.Equal((1259u, 16385u, TocSection.Data, "COPY public.t FROM stdin;\n", "owner \"x\""),
            (customers.TableOid, customers.CatalogOid, customers.Section, customers.CopyStmt, customers.Owner));
        Assert.Equal([7], customers.Dependencies);
        Assert.Equal(minor >= 14 ? "heap" : null, customers.TableAm);
        Assert.Equal(minor >= 16 ? 'r' : null, dump.Toc[1].RelKind);
        Assert.True(customers is { HasData: true, HadDumper: true, IsTableData: true, WithOids: false });
        Assert.Equal(ArchiveBuilder.Rows("1\tÄnne\n2\t\\N\n"), Encoding.UTF8.GetString(Read(dump, customers)));
        Assert.Equal(ArchiveBuilder.Rows(""), Encoding.UTF8.GetString(Read(dump, dump.Toc[3])));
        Assert.Equal("hellobeyond the signed numbers", Encoding.UTF8.GetString(Read(dump, dump.Toc[4])));
        Assert.All(dump.Toc.Where(entry => entry.HasData), entry => Assert.InRange(dump.StoredBytes(entry), 5, 300));
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(4, 4)]
    [InlineData(8, 4)]
    public void Other_sizes_of_numbers_are_read(int intSize, int offsetSize)
    {
        var builder = ArchiveBuilder.Sample();
        var expected = ReadAll(Write(builder, DumpFormat.Custom, "usual"));
        (builder.IntSize, builder.OffsetSize) = ((byte)intSize, (byte)offsetSize);
        Assert.Equal(expected, ReadAll(Write(builder, DumpFormat.Custom, "other")));
    }

    [Fact]
    public void Blocks_may_lie_in_another_order_than_the_table_of_contents()
    {
        var builder = ArchiveBuilder.Sample();
        var expected = ReadAll(Write(builder, DumpFormat.Custom, "usual"));
        builder.Reversed = true;
        Assert.Equal(expected, ReadAll(Write(builder, DumpFormat.Custom, "with offsets")));
        builder.WithOffsets = false;
        Assert.Equal(expected, ReadAll(Write(builder, DumpFormat.Custom, "without offsets")));
    }

    [Fact]
    public void Texts_that_are_not_UTF8_are_decoded_by_the_encoding_or_kept_as_Latin1()
    {
        var builder = new ArchiveBuilder();
        builder.Add(1, "ENCODING", "ENCODING", defn: "SET client_encoding = 'WIN1252';\n");
        builder.Add(2, "TABLE", "", rawTag: [(byte)'p', 0x80]);
        using (var dump = Dump.Open(Write(builder, DumpFormat.Custom, "win"))) Assert.Equal("p€", dump.Toc[1].Tag);

        builder = new ArchiveBuilder();
        builder.Add(2, "TABLE", "", rawTag: [(byte)'M', 0xfc]);
        using (var dump = Dump.Open(Write(builder, DumpFormat.Custom, "ascii")))
        {
            Assert.Equal("SQL_ASCII", dump.ClientEncoding);
            Assert.Equal("Mü", dump.Toc[0].Tag);
        }
    }

    /// <summary>pg_dump 18 with its standard output redirected to a file.</summary>
    [Fact]
    public void A_table_of_contents_that_is_appended_instead_of_replaced_is_no_data()
    {
        var builder = ArchiveBuilder.Sample();
        var offsets = builder.Toc(1, entry => [(byte)(entry.HasData ? 2 : 3), 9, 9, 0, 0, 0, 0, 0, 0]);
        builder.WithOffsets = false;
        var whole = builder.Custom();
        var expected = ReadAll(Write(whole, "whole"));
        var countAt = Enumerable.Range(0, offsets.Length).First(at => offsets.AsSpan(at).StartsWith<byte>([0, 6, 0, 0, 0, 0, 1, 0, 0, 0]));
        Assert.Equal(expected, ReadAll(Write([.. whole, .. offsets[countAt..]], "again")));
        var other = offsets[countAt..];
        other[^30] ^= 1;
        foreach (var end in new[] { other, offsets[(countAt + 1)..], [.. offsets[countAt..], 0] })
            Assert.Equal(Diagnostics.ExitCode.Dump, CodeOf(() => Dump.Open(Write([.. whole, .. end], "otherwise"))).Exit);
    }

    [Fact]
    public void Several_threads_read_several_blocks_at_once()
    {
        var builder = new ArchiveBuilder { ChunkSize = 1000 };
        var rows = Enumerable.Range(1, 8).Select(id => string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{id}\t{row * id}\n"))).ToList();
        for (var id = 1; id <= rows.Count; id++) builder.AddRows(id, $"t{id}", rows[id - 1]);
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));

        Parallel.For(0, 32, i => Assert.Equal(ArchiveBuilder.Rows(rows[i % 8]), Encoding.UTF8.GetString(Read(dump, dump.Toc[i % 8]))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(33)]
    public void Small_reads_give_the_same_bytes(int size)
    {
        foreach (var format in Enum.GetValues<DumpFormat>())
        {
            using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), format, format.ToString()));
            foreach (var entry in dump.Toc.Where(entry => entry.HasData))
            {
                using var data = dump.OpenData(entry);
                var content = new List<byte>();
                var buffer = new byte[size];
                for (int count; (count = data.Read(buffer)) > 0;) content.AddRange(buffer[..count]);
                Assert.Equal(Read(dump, entry), content);
                Assert.Equal(0, data.Read(buffer));
            }
        }
    }

    [Fact]
    public void The_checksum_of_a_file_is_that_of_its_bytes()
    {
        var bytes = ArchiveBuilder.Sample().Custom();
        using var dump = Dump.Open(Write(bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), dump.ComputeSha256(TestContext.Current.CancellationToken));
        Assert.Equal(bytes.Length, dump.Bytes);
    }

    [Fact]
    public void The_checksum_of_a_directory_is_that_of_what_sha256sum_prints()
    {
        var path = Write(ArchiveBuilder.Sample(), DumpFormat.Directory);
        File.WriteAllText(Path.Combine(path, ".hidden"), "not part of it");
        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", "LC_ALL=C; export LC_ALL; sha256sum * | sha256sum"])
        {
            UseShellExecute = false,
            WorkingDirectory = path,
            RedirectStandardOutput = true,
        };
        using var shell = System.Diagnostics.Process.Start(start)!;
        var expected = shell.StandardOutput.ReadToEnd()[..64];

        using var dump = Dump.Open(path);
        Assert.Equal(expected, dump.ComputeSha256(TestContext.Current.CancellationToken));
        Assert.Equal(Directory.GetFiles(path).Where(file => !file.EndsWith("hidden", StringComparison.Ordinal)).Sum(file => new FileInfo(file).Length), dump.Bytes);
    }

    [Fact]
    public void Computing_the_checksum_can_be_cancelled()
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample().Custom()));
        Assert.Throws<OperationCanceledException>(() => dump.ComputeSha256(new CancellationToken(canceled: true)));
    }
}
