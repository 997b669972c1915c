using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.PostgresTests.BadInput;

public sealed class DamagedDumpTests(People people) : IClassFixture<People>, IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_custom_archive_cut_at_any_tenth_byte_is_never_read_to_its_end(bool compressed)
    {
        var bytes = File.ReadAllBytes(compressed ? people.Custom : people.Uncompressed);
        var file = Path.Combine(_scene.Root, "cut.dump");
        for (var length = 0; length < bytes.Length; length += 10)
        {
            File.WriteAllBytes(file, bytes.AsSpan(0, length));
            Assert.True(IsRefused(file), $"cut at {length} of {bytes.Length} bytes");
        }
    }

    [Fact]
    public void A_directory_archive_with_any_file_cut_at_any_tenth_byte_or_missing_is_never_read_to_its_end()
    {
        foreach (var name in Directory.GetFiles(people.Folder).Select(Path.GetFileName))
        {
            var folder = CopyOfFolder();
            var file = Path.Combine(folder, name!);
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length += 10)
            {
                File.WriteAllBytes(file, bytes.AsSpan(0, length));
                Assert.True(IsRefused(folder), $"{name} cut at {length} of {bytes.Length} bytes");
            }
            File.Delete(file);
            Assert.True(IsRefused(folder), $"{name} missing");
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void A_run_over_a_cut_archive_ends_with_exit_code_3(double part)
    {
        var bytes = File.ReadAllBytes(people.Custom);
        AssertDump(bytes.AsSpan(0, (int)(bytes.Length * part)).ToArray());
    }

    [Fact]
    public void A_run_over_a_directory_without_one_of_its_files_ends_with_exit_code_3()
    {
        var folder = CopyOfFolder();
        File.Delete(Directory.GetFiles(folder, "*.dat.gz")[0]);
        var result = _scene.Anonymize(folder, People.Policy);
        Assert.Contains("Make or fetch the dump again", _scene.AssertRefused(result, DiagnosticCodes.DumpBlockMissing));
    }

    [Fact]
    public void A_flipped_byte_in_a_compressed_block_ends_a_run_with_exit_code_3()
    {
        var bytes = File.ReadAllBytes(people.Custom);
        using (var dump = Dump.Open(people.Custom))
        {
            // The last block of the file: its middle is compressed rows.
            bytes[bytes.Length - (int)dump.StoredBytes(dump.Toc.Last(entry => entry.HasData)) / 2] ^= 0x55;
        }
        AssertDump(bytes);
    }

    [Fact]
    public void A_row_with_a_field_too_many_or_too_few_ends_a_run_with_exit_code_3()
    {
        // The tab within "canary\tnote" is an escape, so all tab bytes stand between fields.
        var bytes = File.ReadAllBytes(people.Uncompressed);
        var more = bytes.ToArray();
        more[more.AsSpan().IndexOf("Canary Bird"u8) + 6] = (byte)'\t';
        AssertDump(more);

        var fewer = bytes.ToArray();
        var name = fewer.AsSpan().IndexOf("Canary Bird"u8);
        fewer[name + fewer.AsSpan(name).IndexOf((byte)'\t')] = (byte)' ';
        AssertDump(fewer);
    }

    private void AssertDump(byte[] bytes)
    {
        var file = Path.Combine(_scene.Root, "damaged.dump");
        File.WriteAllBytes(file, bytes);
        var result = _scene.Anonymize(file, People.Policy);
        Assert.True(result.Exit == (int)ExitCode.Dump, $"exit {result.Exit}: {result.Error}");
        Assert.False(File.Exists(_scene.Output) || File.Exists(_scene.ReportPath));
        _scene.AssertNothingLeft();
    }

    // What a run does with a dump as long as no server is concerned: open it, and read every block to its end.
    private static bool IsRefused(string path)
    {
        try
        {
            using var dump = Dump.Open(path);
            foreach (var entry in dump.Toc.Where(entry => entry.HasData))
            {
                using var block = dump.OpenData(entry);
                var rows = new RowReader(block);
                while (!rows.Next().IsEmpty)
                {
                }
            }
            return false;
        }
        catch (CiAnonException exception)
        {
            Assert.Equal(ExitCode.Dump, exception.Exit);
            Assert.DoesNotContain(Scene.Canary, exception.Message, StringComparison.OrdinalIgnoreCase);
            return true;
        }
        catch (InvalidDataException)
        {
            // TableLoader gives it the code of a damaged dump.
            return true;
        }
    }

    private string CopyOfFolder()
    {
        var folder = _scene.Folder("copy");
        foreach (var file in Directory.GetFiles(people.Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }
}
