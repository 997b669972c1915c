using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

/// <summary>Damage is an error with exit code 3, or changes nothing; never another exception, a hang or other rows.</summary>
public sealed class DamagedDumpsTests : DumpFolder
{
    public static TheoryData<int, bool, bool> CustomArchives => new()
    {
        { 12, true, true }, { 14, true, true }, { 14, true, false }, { 14, false, true }, { 14, false, false }, { 16, true, true },
        { 16, false, false },
    };

    [Theory]
    [MemberData(nameof(CustomArchives))]
    public void A_custom_archive_cut_at_any_byte_is_refused(int minor, bool compressed, bool withOffsets)
    {
        var whole = Sample(minor, compressed, withOffsets).Custom();
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => ReadAll(Write(whole[..length])));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
        }
    }

    [Theory]
    [MemberData(nameof(CustomArchives))]
    public void A_custom_archive_cut_at_any_byte_is_not_copied(int minor, bool compressed, bool withOffsets)
    {
        var whole = Sample(minor, compressed, withOffsets).Custom();
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => Copy(Write(whole[..length])));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
            Assert.False(File.Exists(In("target")));
        }
    }

    [Theory]
    [InlineData("toc.dat")]
    [InlineData("8.dat")]
    [InlineData("9.dat")]
    [InlineData("8.dat.gz")]
    [InlineData("9.dat.gz")]
    [InlineData("blob_16400.dat.gz")]
    [InlineData("blob_16401.dat.gz")]
    public void A_directory_with_a_file_cut_at_any_byte_is_refused(string file)
    {
        var builder = ArchiveBuilder.Sample();
        builder.Compressed = file.EndsWith(".gz", StringComparison.Ordinal);
        var path = Path.Combine(Write(builder, DumpFormat.Directory), file);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var error = Assert.Throws<CiAnonException>(() => ReadAll(In("source")));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
        }
    }

    [Theory]
    [InlineData(12, true, true, Traits = ["When", "nightly"])]
    [InlineData(14, true, false)]
    [InlineData(16, false, true, Traits = ["When", "nightly"])]
    public void Every_flipped_bit_is_an_error_or_harmless(int minor, bool compressed, bool withOffsets)
    {
        var builder = Sample(minor, compressed, withOffsets);
        var whole = builder.Custom();
        var rows = RowsOf(Write(whole, "whole"));
        var refused = 0;
        for (var at = 0; at < whole.Length; at++)
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = whole.ToArray();
                damaged[at] ^= (byte)(1 << bit);
                if (!Survives(Write(damaged), $"byte {at}, bit {bit}", out var read)) refused++;
                // Only checksums can tell that content changed; structure that changed must not pass as other rows.
                else if (compressed) Assert.True(rows.SequenceEqual(read), $"byte {at}, bit {bit}: other rows were read");
            }
        Assert.InRange(refused, whole.Length, whole.Length * 8);
    }

    [Fact]
    public void Every_flipped_bit_of_a_gzip_file_is_an_error_or_harmless()
    {
        var path = Path.Combine(Write(ArchiveBuilder.Sample(), DumpFormat.Directory), "8.dat.gz");
        var whole = File.ReadAllBytes(path);
        var rows = RowsOf(In("source"));
        for (var at = 0; at < whole.Length; at++)
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = whole.ToArray();
                damaged[at] ^= (byte)(1 << bit);
                File.WriteAllBytes(path, damaged);
                if (Survives(In("source"), $"byte {at}, bit {bit}", out var read)) Assert.True(rows.SequenceEqual(read), $"byte {at}, bit {bit}: other rows");
            }
    }

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var run = 0; run < 1000; run++)
        {
            var builder = Sample(random.Next(12, 17), random.Next(2) == 0, random.Next(2) == 0);
            builder.ChunkSize = random.Next(1, 40);
            var bytes = builder.Custom().ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(3))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 9))); break;
                    default: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at - 1)); break;
                }
            }
            Survives(Write([.. bytes]), $"seed {seed}, run {run}", out _);
        }
    }

    [Fact]
    public void A_huge_length_costs_no_memory()
    {
        var builder = ArchiveBuilder.Sample();
        var whole = builder.Custom();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < builder.Toc(1, _ => new byte[9]).Length - 4; at++)
        {
            var damaged = whole.ToArray();
            new byte[] { 0xff, 0xff, 0xff, 0x7f }.CopyTo(damaged, at);
            Survives(Write(damaged), $"byte {at}", out _);
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    [Fact]
    public void The_error_names_the_entry_and_no_value()
    {
        var builder = ArchiveBuilder.Sample();
        var whole = builder.Custom();
        whole[builder.Toc(1, _ => new byte[9]).Length + 20] ^= 0xff;
        var error = Assert.Throws<CiAnonException>(() => ReadAll(Write(whole)));
        Assert.Contains("TABLE DATA public.customers", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nne", error.Message, StringComparison.Ordinal);
    }

    private static ArchiveBuilder Sample(int minor, bool compressed, bool withOffsets)
    {
        var builder = ArchiveBuilder.Sample();
        (builder.Minor, builder.Compressed, builder.WithOffsets) = ((byte)minor, compressed, withOffsets);
        return builder;
    }

    private static bool Survives(string path, string what, out List<string> rows)
    {
        rows = [];
        try
        {
            rows = RowsOf(path);
            return true;
        }
        catch (CiAnonException e)
        {
            Assert.True(e.Exit == ExitCode.Dump, $"{what}: {e.Message}");
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name}", e);
        }
    }

    private static List<string> RowsOf(string path)
    {
        using var dump = Dump.Open(path);
        return dump.Toc.Where(entry => entry.HasData).Select(entry => Convert.ToHexString(Read(dump, entry))).ToList();
    }

    private void Copy(string path)
    {
        using var dump = Dump.Open(path);
        using var writer = DumpWriter.Create(dump, In("target"), DumpFormat.Custom, CompressionChoice.Like(dump.Header.Compression));
        foreach (var entry in dump.Toc.Where(entry => entry.HasData)) writer.CopyBlock(entry);
        writer.Complete();
    }
}
