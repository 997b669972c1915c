using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

public sealed class NotADumpTests(People people) : IClassFixture<People>, IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_file_that_is_no_dump() =>
        Refused(_scene.Write("x", "canary is no dump"), DiagnosticCodes.DumpNotRecognized, "pg_dump --format=custom");

    [Fact]
    public void An_empty_file() => Refused(_scene.Write("x", ""), DiagnosticCodes.DumpEmpty, "Make the dump again");

    [Fact]
    public void A_pipe_is_refused_without_waiting_for_its_writer()
    {
        var pipe = Path.Combine(_scene.Root, "pipe");
        TestProcess.Run("mkfifo", [pipe]);
        Refused(pipe, DiagnosticCodes.DumpEmpty, "read as standard input");
    }

    [Fact]
    public void A_script_that_is_cut() =>
        Refused(_scene.Write("x", File.ReadAllText(people.Sql)[..^100]), DiagnosticCodes.DumpTruncated, "its last line is missing");

    [Fact]
    public void A_tar_of_a_directory() => Refused(people.TarredFolder, DiagnosticCodes.DumpIsTar, "unpack a tarred directory dump");

    [Fact]
    public void A_missing_file() => Refused(Path.Combine(_scene.Root, "missing"), DiagnosticCodes.DumpNotFound, "Check the path");

    [Fact]
    public void A_directory_that_is_no_dump() => Refused(_scene.Folder("x"), DiagnosticCodes.DumpNotRecognized, "toc.dat");

    [Theory]
    [InlineData(17, "CIANON3007")]
    [InlineData(9, "CIANON3006")]
    public void An_archive_version_that_is_not_supported(byte minor, string code)
    {
        var bytes = File.ReadAllBytes(people.Custom);
        bytes["PGDMP".Length + 1] = minor;
        var file = Path.Combine(_scene.Root, "x");
        File.WriteAllBytes(file, bytes);
        Refused(file, DiagnosticCodes.All.Single(known => known.Id == code), "archive version 1." + minor);
    }

    private void Refused(string dump, DiagnosticCode code, string advice)
    {
        Assert.Equal(ExitCode.Dump, code.Exit);
        Assert.Contains(advice, _scene.AssertRefused(_scene.Anonymize(dump, People.Policy), code));
        var plan = _scene.Run("plan", dump, "--policy", _scene.PolicyPath);
        Assert.Equal((int)ExitCode.Dump, plan.Exit);
        Assert.Equal("", plan.Out);
    }
}
