using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Publishing;

namespace CiAnon.Tests.Publishing;

public sealed class OutputPathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("output-paths-").FullName;

    [Fact]
    public void A_directory_takes_the_place_of_the_previous_one_with_its_report()
    {
        Directory.CreateDirectory(In("out"));
        File.WriteAllText(In("out/toc.dat"), "old");
        File.WriteAllText(In("out/old.dat"), "old");
        var paths = OutputPaths.Check(Options("out"), DumpFormat.Directory);
        Directory.CreateDirectory(paths.PartialDump);
        File.WriteAllText(Path.Combine(paths.PartialDump, "toc.dat"), "new");

        paths.Publish("{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["out", "out.report.json"], Names());
        Assert.Equal("new", File.ReadAllText(In("out/toc.dat")));
        Assert.False(File.Exists(In("out/old.dat")));
    }

    [Theory]
    [InlineData(true, "new")]
    [InlineData(false, "old")]
    public void A_directory_that_was_killed_between_its_two_moves_leaves_one_of_them(bool isNewThere, string stays)
    {
        foreach (var (folder, text) in new[] { ("out.previous.partial", "old"), ("out", "new") }.Where(pair => isNewThere || pair.Item2 == "old"))
        {
            Directory.CreateDirectory(In(folder));
            File.WriteAllText(In($"{folder}/toc.dat"), text);
        }
        OutputPaths.Check(Options("out"), DumpFormat.Directory).Lock().Dispose();
        Assert.Equal(["out"], Names());
        Assert.Equal(stays, File.ReadAllText(In("out/toc.dat")));
    }

    [Fact]
    public void Without_a_report_no_dump_is_published()
    {
        File.WriteAllText(In("out"), "old");
        var paths = OutputPaths.Check(Options("out"), DumpFormat.Custom);
        File.WriteAllText(paths.PartialDump, "new");
        Directory.CreateDirectory(paths.Report + ".partial");

        Assert.ThrowsAny<Exception>(() => paths.Publish("{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("old", File.ReadAllText(In("out")));
        Assert.False(File.Exists(paths.Report));
    }

    [Theory]
    [InlineData("in", DumpFormat.Custom, "CIANON2002")]
    [InlineData("./x/../in", DumpFormat.Custom, "CIANON2002")]
    [InlineData("in/", DumpFormat.Custom, "CIANON2002")]
    [InlineData("policy.yml", DumpFormat.Custom, "CIANON2002")]
    [InlineData("missing/out", DumpFormat.Custom, "CIANON2001")]
    [InlineData("others", DumpFormat.Custom, "CIANON2007")]
    [InlineData("others", DumpFormat.Directory, "CIANON2007")]
    [InlineData("file", DumpFormat.Directory, "CIANON2007")]
    public void Places_that_must_not_be_written_to_are_refused(string output, DumpFormat format, string code)
    {
        Directory.CreateDirectory(In("others"));
        File.WriteAllText(In("others/letter.txt"), "");
        File.WriteAllText(In("file"), "");
        File.WriteAllText(In("in"), "");
        var failure = Assert.Throws<CiAnonException>(() => OutputPaths.Check(Options(output), format));
        Assert.Equal(code, Assert.Single(failure.Diagnostics).Code.Id);
    }

    [Fact]
    public void Two_runs_never_write_to_the_same_output()
    {
        var paths = OutputPaths.Check(Options("out"), DumpFormat.Custom);
        using (paths.Lock())
        {
            var failure = Assert.Throws<CiAnonException>(() => OutputPaths.Check(Options("out"), DumpFormat.Custom).Lock());
            Assert.Equal("CIANON2008", Assert.Single(failure.Diagnostics).Code.Id);
            OutputPaths.Check(Options("other"), DumpFormat.Custom).Lock().Dispose();
        }
        paths.Lock().Dispose();
        Assert.Empty(Names());
    }

    [Fact]
    public void The_input_may_be_replaced_when_that_is_asked_for()
    {
        File.WriteAllText(In("in"), "");
        Assert.Equal(In("in"), OutputPaths.Check(Options("in") with { InPlace = true }, DumpFormat.Custom).Dump);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private AnonymizeOptions Options(string output) => new(In("in"), In("policy.yml"), Path.Combine(_folder, output));

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
