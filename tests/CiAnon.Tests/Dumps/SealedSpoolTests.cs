using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Spools;

namespace CiAnon.Tests.Dumps;

/// <summary>Standard input's spool reads like the bytes that went in, and shows them to nobody else.</summary>
public sealed class SealedSpoolTests : IDisposable
{
    private const int Page = SealedPages.ClearSize;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-spool-");

    public static TheoryData<int> Sizes => [0, 1, Page - 1, Page, Page + 1, (2 * Page) - 1, 2 * Page, (5 * Page) + 17];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Any_piece_reads_as_it_went_in(int size)
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        var bytes = Bytes(random, size);
        using var spool = Filled(bytes);
        Assert.Equal(size, spool.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), spool.ComputeSha256(CancellationToken.None));
        for (var round = 0; round < 300; round++)
        {
            var start = Near(random, size);
            var wanted = random.Next(1, (3 * Page) + 2);
            AssertPiece(spool, bytes, start, wanted, $"seed {seed}, round {round}: {wanted} bytes from {start} of {size}");
        }
    }

    [Fact]
    public void Several_threads_read_at_the_same_time()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        var bytes = Bytes(random, (9 * Page) + 5);
        using var spool = Filled(bytes);
        Parallel.For(0, 400, round => AssertPiece(spool, bytes, (long)round * 1471 % bytes.Length, 2 * Page, $"seed {seed}, round {round}"));
    }

    [Fact]
    public void The_file_has_no_name_and_holds_nothing_in_clear()
    {
        var bytes = Enumerable.Repeat("canary@private.test\n"u8.ToArray(), 20_000).SelectMany(line => line).ToArray();
        using var spool = Filled(bytes);
        Assert.Empty(_folder.GetFileSystemInfos());
        var stored = File.ReadAllBytes(SpoolFile.In(_folder.FullName));
        Assert.True(stored.Length > bytes.Length);
        Assert.Equal(-1, stored.AsSpan().IndexOf("canary"u8));
        // Equal pages must not look alike, and nothing repeats in what looks random.
        Assert.Equal(stored.Length / 16, stored.Chunk(16).Where(block => block.Length == 16).Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Two_spools_of_the_same_bytes_have_nothing_in_common()
    {
        var bytes = new byte[Page];
        using var one = Filled(bytes);
        var first = File.ReadAllBytes(SpoolFile.In(_folder.FullName));
        one.Dispose();
        using var two = Filled(bytes);
        Assert.NotEqual(first, File.ReadAllBytes(SpoolFile.In(_folder.FullName)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Page)]
    [InlineData(SealedPages.StoredSize + 7)]
    public void A_changed_bit_is_found(long at)
    {
        using var spool = Filled(Bytes(new Random(7), (2 * Page) + 100));
        using (var file = Handle())
        {
            var one = new byte[1];
            RandomAccess.Read(file, one, at);
            one[0] ^= 1;
            RandomAccess.Write(file, one, at);
        }
        AssertDamaged(spool, at / SealedPages.StoredSize * Page);
    }

    [Fact]
    public void Pages_that_change_places_are_found()
    {
        using var spool = Filled(Bytes(new Random(7), 2 * Page));
        using (var file = Handle())
        {
            var (first, second) = (new byte[SealedPages.StoredSize], new byte[SealedPages.StoredSize]);
            RandomAccess.Read(file, first, 0);
            RandomAccess.Read(file, second, SealedPages.StoredSize);
            RandomAccess.Write(file, second, 0);
            RandomAccess.Write(file, first, SealedPages.StoredSize);
        }
        AssertDamaged(spool, 0);
        AssertDamaged(spool, Page);
    }

    [Fact]
    public void A_page_that_was_cut_off_is_found()
    {
        using var spool = Filled(Bytes(new Random(7), 2 * Page));
        using (var file = Handle()) RandomAccess.SetLength(file, SealedPages.StoredSize + 100);
        AssertDamaged(spool, Page);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SealedSpool Filled(byte[] bytes)
    {
        var spool = new SealedSpool(_folder.FullName);
        // Whole pages first, as many at a time as happen to be there.
        var first = bytes.Length / Page / 2 * Page;
        spool.Append(bytes.AsSpan(0, first));
        spool.Append(bytes.AsSpan(first));
        return spool;
    }

    private static byte[] Bytes(Random random, int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }

    // Borders of pages more often than not, and beyond the end.
    private static long Near(Random random, int size) =>
        random.Next(2) == 0 ? random.NextInt64(size + 10) : Math.Max(0, (random.NextInt64((size / Page) + 2) * Page) + random.Next(-2, 3));

    private static void AssertPiece(SealedSpool spool, byte[] bytes, long start, int wanted, string context)
    {
        var piece = new byte[wanted];
        var count = spool.Read(piece, start);
        var left = (int)Math.Max(0, bytes.Length - start);
        Assert.True(count > 0 == left > 0 && count <= left, $"{context}: {count} bytes came");
        Assert.True(piece.AsSpan(0, count).SequenceEqual(bytes.AsSpan((int)Math.Min(start, bytes.Length), count)), context);
    }

    private static void AssertDamaged(SealedSpool spool, long position)
    {
        var failure = Assert.Throws<CiAnonException>(() => spool.Read(new byte[10], position));
        Assert.Equal((DiagnosticCodes.SpoolDamaged, ExitCode.Environment), (failure.Diagnostics[0].Code, failure.Exit));
    }

    private Microsoft.Win32.SafeHandles.SafeFileHandle Handle() =>
        File.OpenHandle(SpoolFile.In(_folder.FullName), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
