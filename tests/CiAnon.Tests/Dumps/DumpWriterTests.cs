using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;

namespace CiAnon.Tests.Dumps;

public sealed class DumpWriterTests : DumpFolder
{
    // What a script holds must be SQL, and these builders' definitions aren't: scripts have tests of their own.
    private static readonly DumpFormat[] Archives = [DumpFormat.Custom, DumpFormat.Directory, DumpFormat.Tar];

    public static TheoryData<int, DumpFormat, bool, DumpFormat, string> Conversions
    {
        get
        {
            var conversions = new TheoryData<int, DumpFormat, bool, DumpFormat, string>();
            foreach (var minor in new[] { 12, 13, 14, 15, 16 })
                foreach (var source in Archives)
                    foreach (var compressed in source == DumpFormat.Tar ? [false] : new[] { false, true })
                        foreach (var target in Archives)
                            foreach (var level in target == DumpFormat.Tar ? ["0"] : (string[])["0", "1", "9", .. minor >= 15 ? ["lz4", "zstd:1"] : Array.Empty<string>()])
                                conversions.Add(minor, source, compressed, target, level);
            return conversions;
        }
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Copied_and_replaced_blocks_read_the_same(int minor, DumpFormat from, bool compressed, DumpFormat to, string level)
    {
        var builder = ArchiveBuilder.Sample();
        (builder.Minor, builder.Compressed) = ((byte)minor, compressed);
        var source = Write(builder, from);
        using var dump = Dump.Open(source);

        Write(dump, In("copied"), to, level, (writer, entry) => writer.CopyBlock(entry));
        Write(dump, In("replaced"), to, level, (writer, entry) =>
        {
            if (entry.IsLargeObjects) writer.CopyBlock(entry);
            else Replace(writer, entry, Read(dump, entry));
        });

        Assert.Equal(ReadAll(source), ReadAll(In("copied")));
        Assert.Equal(ReadAll(source), ReadAll(In("replaced")));
        using var written = Dump.Open(In("copied"));
        Assert.Equal(CompressionChoice.Parse(level)!.Method, written.Header.Compression);
        Assert.Equal(dump.Header with { Compression = written.Header.Compression, CompressionLevel = written.Header.CompressionLevel }, written.Header);
    }

    [Theory]
    [InlineData(true, "6")]
    [InlineData(false, "none")]
    public void A_copy_in_the_same_format_is_the_same_byte_for_byte(bool compressed, string level)
    {
        var builder = ArchiveBuilder.Sample();
        builder.Compressed = compressed;
        using (var dump = Dump.Open(Write(builder, DumpFormat.Custom, "custom")))
            Write(dump, In("custom copy"), DumpFormat.Custom, level, (writer, entry) => writer.CopyBlock(entry));
        using (var dump = Dump.Open(Write(builder, DumpFormat.Directory, "directory")))
            Write(dump, In("directory copy"), DumpFormat.Directory, level, (writer, entry) => writer.CopyBlock(entry));

        Assert.Equal(File.ReadAllBytes(In("custom")), File.ReadAllBytes(In("custom copy")));
        Assert.Equal(Contents("directory"), Contents("directory copy"));
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void A_dump_with_other_definitions_is_written_with_them(int minor, DumpFormat from, bool compressed, DumpFormat to, string level)
    {
        var builder = ArchiveBuilder.Sample();
        (builder.Minor, builder.Compressed) = ((byte)minor, compressed);
        var source = Write(builder, from);
        using var dump = Dump.Open(source);
        dump.Redefine(new Dictionary<int, byte[]> { [7] = "CREATE TABLE public.customers (id integer, name text, none text DEFAULT 'größer');\n"u8.ToArray(), [12] = "x"u8.ToArray() });
        dump.Redefine(new Dictionary<int, byte[]> { [1] = "SET"u8.ToArray() });
        Assert.Equal("SET", Encoding.UTF8.GetString(dump.Definition(dump.Toc[0])));
        var before = ReadAll(dump);
        Assert.Equal("CREATE TABLE public.customers (id integer, name text, none text DEFAULT 'größer');\n", Encoding.UTF8.GetString(dump.Definition(dump.Toc[1])));
        Assert.Equal(ReadAll(source), before.Replace(" SET ", " SET client_encoding = 'UTF8';\n ", StringComparison.Ordinal).Replace(" name text, none text DEFAULT 'größer');", " name text);", StringComparison.Ordinal).Replace(" x ", " COMMENT ON TABLE public.customers IS 'x';\n ", StringComparison.Ordinal));

        Write(dump, In("copied"), to, level, (writer, entry) => writer.CopyBlock(entry));

        Assert.Equal(before, ReadAll(In("copied")));
    }

    [Fact]
    public void An_archive_without_offsets_gets_them()
    {
        var builder = ArchiveBuilder.Sample();
        builder.WithOffsets = false;
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));
        Write(dump, In("target"), DumpFormat.Custom, "1", (writer, entry) => writer.CopyBlock(entry));

        builder.WithOffsets = true;
        Assert.Equal(builder.Custom(), File.ReadAllBytes(In("target")));
    }

    [Fact]
    public void Bytes_of_texts_that_no_encoding_fits_survive()
    {
        var builder = new ArchiveBuilder();
        builder.Add(1, "ENCODING", "ENCODING", defn: "SET client_encoding = 'SQL_ASCII';\n");
        builder.Add(2, "TABLE", "", rawTag: [0xff, 0xfe, (byte)'x', 0xc3]);
        builder.AddRows(3, "t", "1\n");
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));
        Write(dump, In("target"), DumpFormat.Custom, "1", (writer, entry) => writer.CopyBlock(entry));
        Assert.Equal(File.ReadAllBytes(In("source")), File.ReadAllBytes(In("target")));
    }

    [Fact]
    public void Blocks_written_at_once_from_several_threads_arrive_whole()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var builder = new ArchiveBuilder { ChunkSize = 1000 };
        for (var id = 1; id <= 40; id++) builder.AddRows(id, $"t{id}", "old\n");
        var rows = Enumerable.Range(0, 41).Select(_ => RandomRows(random, random.Next(300_000))).ToList();
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));
        foreach (var format in Archives)
        {
            using (var writer = DumpWriter.Create(dump, In($"{format}"), format, CompressionChoice.Parse(LevelFor(format))!, In("")))
            {
                Parallel.ForEach(dump.Toc.Reverse(), new ParallelOptions { MaxDegreeOfParallelism = 6 },
                    entry => Replace(writer, entry, rows[entry.DumpId]));
                writer.Complete();
            }
            using var written = Dump.Open(In($"{format}"));
            Assert.All(written.Toc, entry => Assert.True(rows[entry.DumpId].AsSpan().SequenceEqual(Read(written, entry)), $"seed {seed}, {entry.FullName}"));
        }
        Assert.DoesNotContain(Directory.GetFiles(In("")), file => file.EndsWith(".spool", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory)]
    [InlineData(DumpFormat.Tar)]
    public void Dropped_large_objects_are_gone(DumpFormat format)
    {
        foreach (var from in Archives)
        {
            using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), from, $"source {from}"));
            var target = In($"target {from}");
            Write(dump, target, format, LevelFor(format), (writer, entry) =>
            {
                if (entry.IsLargeObjects) writer.EmptyLargeObjects(entry);
                else writer.CopyBlock(entry);
            });
            using var written = Dump.Open(target);
            Assert.Empty(Read(written, written.Toc.Single(entry => entry.IsLargeObjects)));
            if (format == DumpFormat.Directory) Assert.Empty(Directory.GetFiles(target, "blob_*"));
        }
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory)]
    [InlineData(DumpFormat.Tar)]
    public void Without_Complete_nothing_stays_behind(DumpFormat format)
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        using (var writer = DumpWriter.Create(dump, In("target"), format, CompressionChoice.Parse(LevelFor(format))!))
        {
            foreach (var entry in dump.Toc.Where(entry => entry.HasData)) writer.CopyBlock(entry);
        }
        Assert.Equal([In("source")], Directory.GetFileSystemEntries(In("")));
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory)]
    [InlineData(DumpFormat.Tar)]
    public void What_exists_is_never_overwritten(DumpFormat format)
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        File.WriteAllText(In("target"), "precious");
        Directory.CreateDirectory(In("folder"));
        File.WriteAllText(In("folder/file"), "precious");

        foreach (var target in new[] { "target", "folder" })
            Assert.Equal(DiagnosticCodes.DumpNotWritable, CodeOf(() => DumpWriter.Create(dump, In(target), format, CompressionChoice.Parse(LevelFor(format))!).Dispose()));

        Assert.Equal("precious", File.ReadAllText(In("target")));
        Assert.Equal("precious", File.ReadAllText(In("folder/file")));
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory)]
    [InlineData(DumpFormat.Tar)]
    public void A_target_that_can_t_be_created_is_an_error_of_the_environment(DumpFormat format)
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        var error = Assert.Throws<CiAnonException>(() => DumpWriter.Create(dump, "/proc/no-such-place/target", format, CompressionChoice.Parse(LevelFor(format))!));
        Assert.Equal(ExitCode.Environment, error.Exit);
    }

    [Fact]
    public void A_forgotten_block_is_a_bug()
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        using var writer = DumpWriter.Create(dump, In("target"), DumpFormat.Custom, CompressionChoice.Parse("1")!);
        var error = Assert.Throws<InvalidOperationException>(writer.Complete);
        Assert.Contains("TABLE DATA public.customers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_can_t_be_written_twice()
    {
        using var dump = Dump.Open(Write(ArchiveBuilder.Sample(), DumpFormat.Custom));
        using var writer = DumpWriter.Create(dump, In("target"), DumpFormat.Custom, CompressionChoice.Parse("1")!);
        var entry = dump.Toc.First(entry => entry.HasData);
        writer.CopyBlock(entry);
        Assert.Throws<InvalidOperationException>(() => writer.CopyBlock(entry));
    }

    private static string LevelFor(DumpFormat format) => format == DumpFormat.Tar ? "0" : "1";

    private static void Write(Dump dump, string target, DumpFormat format, string level, Action<DumpWriter, TocEntry> write)
    {
        using var writer = DumpWriter.Create(dump, target, format, CompressionChoice.Parse(level)!);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData).Reverse()) write(writer, entry);
        writer.Complete();
    }

    private static void Replace(DumpWriter writer, TocEntry entry, byte[] rows)
    {
        using var block = writer.OpenBlock(entry);
        var half = rows.Length / 2;
        block.Write(rows.AsSpan(0, half));
        block.Write(rows, half, rows.Length - half);
    }

    private static byte[] RandomRows(Random random, int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length) text.Append(random.Next()).Append('\t').Append((char)random.Next('a', 'z')).Append('\n');
        return Encoding.UTF8.GetBytes(ArchiveBuilder.Rows(text.ToString()));
    }

    private List<(string, string)> Contents(string directory) => Directory.GetFiles(In(directory))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file))))
        .ToList();
}
