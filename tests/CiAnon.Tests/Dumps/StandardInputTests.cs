using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Spools;
using CiAnon.Stages;

namespace CiAnon.Tests.Dumps;

/// <summary>A dump on standard input reads as from a file, and what isn't one is refused in words that fit.</summary>
public sealed class StandardInputTests : DumpFolder
{
    private const int Large = 40 << 20;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(false, 100)]
    [InlineData(false, 1 << 20)]
    public void A_dump_reads_as_from_a_file(bool withOffsets, int piece)
    {
        var builder = ArchiveBuilder.Sample();
        builder.WithOffsets = withOffsets;
        var bytes = builder.Custom();
        var path = Write(bytes);
        using var file = Dump.Open(path);
        using var dump = Open(bytes, piece);
        Assert.Equal(ReadAll(path), ReadAll(dump));
        Assert.Equal((file.Bytes, file.Format, file.ComputeSha256(CancellationToken.None)), (dump.Bytes, dump.Format, dump.ComputeSha256(CancellationToken.None)));
        Assert.Equal(file.Toc.Where(entry => entry.HasData).Select(file.StoredBytes), dump.Toc.Where(entry => entry.HasData).Select(dump.StoredBytes));
        Assert.Empty(Directory.GetFileSystemEntries(Work));
    }

    [Fact]
    public void A_block_of_many_pages_reads_as_from_a_file()
    {
        var random = Copy.RandomTexts.Seeded(out _);
        var builder = new ArchiveBuilder { Compressed = false, ChunkSize = 4096, WithOffsets = false };
        builder.AddRows(1, "t", string.Concat(Enumerable.Range(0, 40_000).Select(row => $"{row}\t{random.NextInt64():x}{random.NextInt64():x}\n")));
        builder.AddRows(2, "u", "1\n");
        var bytes = builder.Custom();
        Assert.True(bytes.Length > 16 * SealedPages.ClearSize, "more than one piece is received");
        using var dump = Open(bytes, 50_000);
        Assert.Equal(ReadAll(Write(bytes)), ReadAll(dump));
    }

    [Theory]
    [MemberData(nameof(RefusedDumpsTests.Files), MemberType = typeof(RefusedDumpsTests))]
    public void What_is_no_dump_gets_the_same_code_as_a_file(string name, byte[] bytes, string code)
    {
        var error = Refused(() => Open(bytes));
        Assert.True(error.Diagnostics[0].Code.Id == code, name);
        Assert.Contains(StandardInput.Name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'-'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_dump_that_is_cut_anywhere_is_refused(bool withOffsets)
    {
        var builder = ArchiveBuilder.Sample();
        builder.WithOffsets = withOffsets;
        var bytes = builder.Custom();
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() =>
            {
                using var dump = Open(bytes[..length]);
                ReadAll(dump);
            });
            Assert.Equal(ExitCode.Dump, error.Exit);
        }
    }

    [Fact]
    public void Something_long_that_is_no_dump_is_refused_before_its_end()
    {
        using var input = new TrickleStream(Enumerable.Repeat((byte)' ', Large).ToArray(), 1 << 16);
        Assert.Equal(DiagnosticCodes.DumpNotRecognized, CodeOf(() => Open(input)));
        Assert.InRange(input.Taken, 1, Large / 2);
    }

    [Fact]
    public void A_terminal_is_refused_at_once()
    {
        var error = Refused(() => DumpSource.Open("-", new StandardInput(() => throw new InvalidOperationException("was read"), IsTerminal: true), Work, default));
        Assert.Equal((DiagnosticCodes.InputIsTerminal, ExitCode.Usage), (error.Diagnostics[0].Code, error.Exit));
    }

    [Fact]
    public void A_pipe_that_breaks_is_an_error() =>
        Assert.Equal(DiagnosticCodes.DumpUnreadable, CodeOf(() => Open(new TrickleStream(ArchiveBuilder.Sample().Custom(), 10, () => throw new IOException("broken")))));

    [Fact]
    public void A_cancelled_run_doesn_t_wait_for_a_silent_writer()
    {
        using var cancellation = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        // Cancelled by the read itself: by then it is certain that somebody waits.
        var input = new TrickleStream(ArchiveBuilder.Sample().Custom(), 10, () =>
        {
            cancellation.Cancel();
            never.Wait();
        });
        Assert.Throws<OperationCanceledException>(() => DumpSource.Open("-", new StandardInput(() => input, IsTerminal: false), Work, cancellation.Token));
        never.Set();
        Assert.Empty(Directory.GetFileSystemEntries(Work));
    }

    [Theory]
    [InlineData(null, "CIANON3017")]
    [InlineData("", "CIANON3017")]
    [InlineData("\n", "CIANON3017")]
    [InlineData("ok\n", "CIANON3017")]
    [InlineData("-1\n", "CIANON3017")]
    [InlineData("0 canary\n", "CIANON3017")]
    [InlineData("00000000000000000000000000000000\n", "CIANON3017")]
    [InlineData("1\n", "CIANON3016")]
    [InlineData("141\n", "CIANON3016")]
    public void A_source_that_did_not_say_0_stops_the_run(string? status, string code)
    {
        if (status is not null) File.WriteAllText(In("status"), status);
        var error = Refused(() => Open(ArchiveBuilder.Sample().Custom(), status: In("status")));
        Assert.Equal((code, ExitCode.Dump), (error.Diagnostics[0].Code.Id, error.Exit));
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_is_read_when_the_input_has_ended()
    {
        using var input = new TrickleStream(ArchiveBuilder.Sample().Custom(), 10, () => File.WriteAllText(In("status"), "0\n"));
        using var dump = Open(input, In("status"));
        Assert.NotEmpty(dump.Toc);
    }

    [Fact]
    public void A_failed_source_is_named_rather_than_what_it_wrote()
    {
        File.WriteAllText(In("status"), "2\n");
        var error = Refused(() => Open("pg_dump: error\n"u8.ToArray(), status: In("status")));
        Assert.Equal(DiagnosticCodes.SourceFailed, error.Diagnostics[0].Code);
        Assert.Contains("ended with 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_as_status_is_not_waited_for()
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [In("status")]);
        made.WaitForExit();
        Assert.Equal(DiagnosticCodes.SourceUnknown, CodeOf(() => Open(ArchiveBuilder.Sample().Custom(), status: In("status"))));
    }

    [Fact]
    public void Where_there_is_no_standard_input_a_file_must_be_named() => Assert.Equal(DiagnosticCodes.Usage, CodeOf(() => DumpSource.Open("-", null, Work, default)));

    private string Work => Directory.CreateDirectory(In("work")).FullName;

    private Dump Open(byte[] bytes, int piece = 100, string? status = null) => Open(new TrickleStream(bytes, piece), status);

    private Dump Open(Stream input, string? status = null) =>
        DumpSource.Open("-", new StandardInput(() => input, IsTerminal: false) { StatusPath = status }, Work, CancellationToken.None);

    private CiAnonException Refused(Action open)
    {
        var error = Assert.Throws<CiAnonException>(open);
        Assert.Empty(Directory.GetFileSystemEntries(Work));
        return error;
    }
}
