using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

/// <summary>What is not a dump that we read is named, with what to do, and exit code 3.</summary>
public sealed class RefusedDumpsTests : DumpFolder
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "CIANON3002" },
        { "random", [1, 2, 3, 4, 5, 6, 7, 8], "CIANON3003" },
        { "text", "hello world"u8.ToArray(), "CIANON3003" },
        { "a script's beginning", "--\n-- PostgreSQL database dump\n--\n"u8.ToArray(), "CIANON3009" },
        { "a script of many databases", "--\n-- PostgreSQL database cluster dump\n--\n"u8.ToArray(), "CIANON3022" },
        { "a script that runs programs", "\nSET statement_timeout = 0;\n\\! id\n"u8.ToArray(), "CIANON3021" },
        { "another tar", [.. "./toc.dat"u8, .. new byte[248], .. "ustar"u8, .. new byte[250]], "CIANON3005" },
        { "a damaged tar", [.. "toc.dat"u8, .. new byte[250], .. "ustar"u8, .. new byte[250]], "CIANON3010" },
        { "too old", [.. "PGDMP"u8, 1, 11, 0, 4, 8, 1], "CIANON3006" },
        { "too new", [.. "PGDMP"u8, 1, 17, 0, 4, 8, 1], "CIANON3007" },
        { "major 2", [.. "PGDMP"u8, 2, 0, 0, 4, 8, 1], "CIANON3007" },
        { "cut in the magic", "PGD"u8.ToArray(), "CIANON3009" },
        { "cut in a tar's first header", [.. "toc.dat"u8, .. new byte[100]], "CIANON3009" },
        { "cut in the header", [.. "PGDMP"u8, 1, 16], "CIANON3009" },
        { "unknown compression", [.. "PGDMP"u8, 1, 16, 0, 4, 8, 1, 9], "CIANON3010" },
        { "unknown number size", [.. "PGDMP"u8, 1, 16, 0, 5, 8, 1, 1], "CIANON3010" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_named(string name, byte[] bytes, string code)
    {
        var error = Assert.Throws<CiAnonException>(() => Dump.Open(Write(bytes, name)));
        Assert.Equal(code, error.Diagnostics[0].Code.Id);
        Assert.Equal(ExitCode.Dump, error.Exit);
        Assert.Contains(error.Diagnostics[0].Code.Help, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x1f, 0x8b, 8, 0, 0 })]
    [InlineData(new byte[] { 0x28, 0xb5, 0x2f, 0xfd, 0 })]
    public void A_wrapped_file_is_for_who_unwraps_it(byte[] bytes) => Assert.Equal(DiagnosticCodes.DumpCompressionUnsupported, CodeOf(() => Dump.Open(Write(bytes, "wrapped"))));

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(DiagnosticCodes.DumpNotFound, CodeOf(() => Dump.Open(In("missing"))));

    [Fact]
    public void A_directory_without_table_of_contents_is_no_dump()
    {
        Directory.CreateDirectory(In("folder"));
        Assert.Equal(DiagnosticCodes.DumpNotRecognized, CodeOf(() => Dump.Open(In("folder"))));
    }

    [Fact]
    public void The_table_of_contents_of_a_directory_is_not_the_dump()
    {
        var path = Write(ArchiveBuilder.Sample(), DumpFormat.Directory);
        var error = Assert.Throws<CiAnonException>(() => Dump.Open(Path.Combine(path, "toc.dat")));
        Assert.Equal(DiagnosticCodes.DumpNotRecognized, error.Diagnostics[0].Code);
        Assert.Contains("pass the directory", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.dat.gz")]
    [InlineData("blobs.toc")]
    public void A_file_that_the_table_of_contents_claims_must_be_there(string file)
    {
        var path = Write(ArchiveBuilder.Sample(), DumpFormat.Directory);
        File.Delete(Path.Combine(path, file));
        Assert.Equal(DiagnosticCodes.DumpBlockMissing, CodeOf(() => Dump.Open(path)));
    }

    [Fact]
    public void A_large_object_s_file_must_be_there()
    {
        var path = Write(ArchiveBuilder.Sample(), DumpFormat.Directory);
        File.Delete(Path.Combine(path, "blob_16400.dat.gz"));
        Assert.Equal(DiagnosticCodes.DumpBlockMissing, CodeOf(() => ReadAll(path)));
    }

    [Fact]
    public void An_archive_older_than_a_compression_is_not_written_with_it()
    {
        var builder = ArchiveBuilder.Sample();
        builder.Minor = 14;
        using var dump = Dump.Open(Write(builder, DumpFormat.Custom));
        var error = Assert.Throws<CiAnonException>(() => DumpWriter.Create(dump, In("target"), DumpFormat.Custom, CompressionChoice.Parse("zstd")!));
        Assert.Equal(DiagnosticCodes.DumpCompressionUnsupported, error.Diagnostics[0].Code);
        Assert.Contains("1.14, which knows no zstd", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    public void A_list_of_large_objects_can_t_lead_out_of_the_dump(string name)
    {
        var path = Write(ArchiveBuilder.Sample(), DumpFormat.Directory);
        File.WriteAllText(In("secret"), "outside");
        File.WriteAllText(Path.Combine(path, "blobs.toc"), $"16400 {name}\n");
        Assert.Equal(DiagnosticCodes.DumpCorrupt, CodeOf(() => ReadAll(path)));
    }

    [Fact]
    public void Rows_without_a_COPY_statement_are_refused()
    {
        var builder = new ArchiveBuilder();
        builder.AddRows(1, "t", "INSERT INTO t VALUES (1);\n", copy: null);
        Assert.Equal(DiagnosticCodes.DumpHasInserts, CodeOf(() => Dump.Open(Write(builder, DumpFormat.Custom))));
    }

    [Fact]
    public void A_block_that_is_not_in_an_archive_without_offsets_is_missing()
    {
        var builder = new ArchiveBuilder { WithOffsets = false };
        builder.AddRows(1, "t", "1\n");
        var whole = builder.Custom();
        var toc = builder.Toc(1, _ => [1, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(DiagnosticCodes.DumpBlockMissing, CodeOf(() => Dump.Open(Write(whole[..toc.Length]))));
    }
}
