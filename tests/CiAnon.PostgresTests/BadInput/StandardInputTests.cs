using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>What can go wrong with a dump on standard input: the run says so, publishes nothing and leaves nothing.</summary>
public sealed class StandardInputTests(People people) : IClassFixture<People>, IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Nothing_at_all() => Refused([], DiagnosticCodes.DumpEmpty, "standard input ended before its first byte");

    [Fact]
    public void A_script_that_runs_programs() => Refused([.. "\\! id\n"u8, .. File.ReadAllBytes(people.Sql)], DiagnosticCodes.ScriptRefused, "standard input holds psql's command \\!");

    [Fact]
    public void A_tar_of_a_directory() => Refused(File.ReadAllBytes(people.TarredFolder), DiagnosticCodes.DumpIsTar, "standard input is a tar archive, but not one");

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.9999)]
    public void A_dump_whose_end_is_missing(double share)
    {
        foreach (var dump in new[] { people.Custom, people.Uncompressed, people.Tar })
        {
            var bytes = File.ReadAllBytes(dump);
            _scene.Input = bytes[..(int)(bytes.Length * share)];
            Assert.Contains("standard input", _scene.AssertRefused(_scene.Anonymize("-", People.Policy), DiagnosticCodes.DumpTruncated));
            Assert.Equal((int)ExitCode.Dump, _scene.Run("verify", "-", "--policy", _scene.PolicyPath).Exit);
        }
    }

    [Fact]
    public void A_disk_that_gets_full_while_it_is_spooled()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "1m");
        _scene.Work = disk.Path;
        _scene.Input = [.. File.ReadAllBytes(people.Custom), .. new byte[4 << 20]];
        var told = _scene.AssertRefused(_scene.Anonymize("-", People.Policy), DiagnosticCodes.DiskFull);
        Assert.Contains("--work-dir", told);
        Assert.Contains("standard input", told);
    }

    [Fact]
    public void A_work_directory_that_is_missing()
    {
        _scene.Input = File.ReadAllBytes(people.Custom);
        var result = _scene.Run("plan", "-", "-p", _scene.Write("ci-anon.yml", People.Policy), "--work-dir", Path.Combine(_scene.Root, "missing"));
        Assert.Equal((int)ExitCode.Environment, result.Exit);
        Assert.NotEmpty(result.Line(DiagnosticCodes.WorkDirectoryMissing));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 3)]
    [InlineData("", 3)]
    public void A_source_that_failed_though_its_dump_is_whole(string status, int exit)
    {
        _scene.Input = File.ReadAllBytes(people.Custom);
        var result = _scene.Anonymize("-", People.Policy, "--source-status", _scene.Write("status", status));
        Assert.Equal(exit, result.Exit);
        if (exit == 0) return;
        var line = _scene.AssertRefused(result, status.Length > 0 ? DiagnosticCodes.SourceFailed : DiagnosticCodes.SourceUnknown);
        Assert.Contains("nothing was published", line);
    }

    private void Refused(byte[] input, DiagnosticCode code, string told)
    {
        _scene.Input = input;
        Assert.Contains(told, _scene.AssertRefused(_scene.Anonymize("-", People.Policy), code));
        foreach (var command in new[] { "plan", "audit", "verify" })
        {
            var result = _scene.Run(command, "-", "--policy", _scene.PolicyPath);
            Assert.Equal((command, (int)code.Exit, ""), (command, result.Exit, result.Out));
        }
        Assert.Equal((int)code.Exit, _scene.Run("init", "-", "-o", Path.Combine(_scene.Root, "new.yml")).Exit);
    }
}
