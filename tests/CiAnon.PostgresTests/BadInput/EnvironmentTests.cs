using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Sandboxes;

namespace CiAnon.PostgresTests.BadInput;

public sealed class EnvironmentTests(People people) : IClassFixture<People>, IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void An_output_folder_that_is_missing()
    {
        _scene.Output = Path.Combine(_scene.Root, "missing", "anon.dump");
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputFolderMissing);
        Assert.Contains("create it, or give another path", told);
    }

    [Theory]
    [InlineData("/proc/anon.dump")]
    [InlineData("/sys/anon.dump")]
    public void An_output_folder_that_can_not_be_written_to(string output)
    {
        _scene.Output = output;
        _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputFolderMissing);
    }

    [Fact]
    public void An_output_below_a_file()
    {
        _scene.Output = Path.Combine(_scene.Write("file", ""), "anon.dump");
        _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputFolderMissing);
    }

    [Fact]
    public void A_report_folder_that_is_missing()
    {
        var result = _scene.Anonymize(people.Custom, People.Policy, "--report", Path.Combine(_scene.Root, "missing", "report.json"));
        _scene.AssertRefused(result, DiagnosticCodes.OutputFolderMissing);
    }

    [Fact]
    public void An_output_that_is_the_input_also_by_another_name()
    {
        var dump = Path.Combine(_scene.Folder("dumps"), "people.dump");
        File.Copy(people.Custom, dump);
        Directory.CreateSymbolicLink(Path.Combine(_scene.Root, "link"), Path.Combine(_scene.Root, "dumps"));
        foreach (var output in new[] { dump, Path.Combine(_scene.Root, "link", "people.dump"), Path.Combine(_scene.Root, "dumps", ".", "people.dump") })
        {
            var result = _scene.Run("anonymize", dump, "-p", _scene.Write("ci-anon.yml", People.Policy), "-o", output);
            Assert.Equal((int)ExitCode.Usage, result.Exit);
            Assert.Contains("--in-place", result.Line(DiagnosticCodes.OutputIsInput));
        }
        Assert.Equal(File.ReadAllBytes(people.Custom), File.ReadAllBytes(dump));
    }

    [Fact]
    public void A_report_that_is_the_output_the_policy_or_the_dump()
    {
        foreach (var report in new[] { _scene.Output, _scene.PolicyPath, people.Custom })
            _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy, "--report", report), DiagnosticCodes.OutputIsInput);
        Assert.Equal(People.Policy, File.ReadAllText(_scene.PolicyPath));
    }

    [Fact]
    public void An_output_that_git_would_commit()
    {
        var repository = _scene.Folder("repository");
        TestProcess.Run("git", ["init", "-q", repository]);
        _scene.Output = Path.Combine(repository, "anon.dump");
        Assert.Contains(".gitignore", _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputInGit));

        Directory.CreateSymbolicLink(Path.Combine(_scene.Root, "link"), repository);
        _scene.Output = Path.Combine(_scene.Root, "link", "anon.dump");
        _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputInGit);

        // A second work tree of it has a file where a repository has a folder.
        TestProcess.Run("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@b.test", "commit", "-q", "--allow-empty", "-m", "first"]);
        TestProcess.Run("git", ["-C", repository, "worktree", "add", "-q", Path.Combine(_scene.Root, "tree")]);
        _scene.Output = Path.Combine(_scene.Root, "tree", "anon.dump");
        _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.OutputInGit);

        _scene.Output = Path.Combine(_scene.Root, "link", "anon.dump");
        File.WriteAllText(Path.Combine(repository, ".gitignore"), "*.dump\n*.report.json\n");
        var ignored = _scene.Anonymize(people.Custom, People.Policy);
        Assert.True(ignored.Exit == 0, ignored.Error);
        Assert.True(File.Exists(_scene.Output));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_folder_without_postgres()
    {
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy, "--postgres-bin", _scene.Folder("bin")), DiagnosticCodes.PostgresMissing);
        Assert.Contains("apt-get install postgresql", told);
    }

    [Theory]
    [InlineData("exit 1", "CIANON4002")]
    [InlineData("echo 'postgres (PostgreSQL) 12.3'", "CIANON4003")]
    [InlineData("echo 'postgres (PostgreSQL) 15.3'", "CIANON4004")]
    public void A_postgres_that_does_not_work(string postgres, string code)
    {
        using var folder = new TestFolder();
        folder.Program("postgres", postgres);
        folder.Program("initdb", "echo 'initdb: error: a fake' >&2; exit 1");
        var result = _scene.Anonymize(people.Custom, People.Policy, "--postgres-bin", folder.Path);
        _scene.AssertRefused(result, DiagnosticCodes.All.Single(known => known.Id == code));
    }

    [Fact]
    public void A_full_disk_below_the_sandbox()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "8m");
        _scene.Work = disk.Path;
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy), DiagnosticCodes.DiskFull);
        Assert.Contains("--work-dir", told);
    }

    [Fact]
    public void A_disk_that_gets_full_while_rows_are_loaded()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "60m");
        _scene.Work = disk.Path;
        var told = _scene.AssertRefused(_scene.Anonymize(people.Large, LargePolicy + "proof: restore\n"), DiagnosticCodes.DiskFull);
        Assert.Contains("--work-dir", told);
    }

    [Fact]
    public void A_disk_that_holds_only_what_PostgreSQL_must_see_is_enough()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "60m");
        _scene.Work = disk.Path;
        Assert.Equal((int)ExitCode.Done, _scene.Anonymize(people.Large, LargePolicy).Exit);
    }

    [Fact]
    public void A_disk_that_can_not_hold_what_stays_as_it_is_is_told_before_a_row_is_read()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "1m");
        _scene.Output = Path.Combine(disk.Path, "anon.dump");
        var told = _scene.AssertRefused(_scene.Anonymize(people.Large, "version: 1\ntables: { large: { keep: [word] } }\n"), DiagnosticCodes.DumpNotWritable);
        Assert.Matches("has 1 MB left, too little for the artefact \\(at least [0-9]+ MB\\)", told);
    }

    [Theory]
    [InlineData("custom")]
    [InlineData("directory")]
    public void A_full_disk_below_the_output(string format)
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "1m");
        _scene.Output = Path.Combine(disk.Path, "anon.dump");
        var result = _scene.Anonymize(people.Large, LargePolicy, "--format", format);
        Assert.Contains("Check free space", _scene.AssertRefused(result, DiagnosticCodes.DumpNotWritable));
        // What becomes of masked rows is a guess, and of another format none.
        Assert.Equal(format == "custom", result.Error.Contains("warning CIANON4054", StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_disk_below_the_report()
    {
        using var disk = new SmallDisk(_scene.Folder("small"), "4k");
        var report = Path.Combine(disk.Path, "report.json");
        var result = _scene.Anonymize(people.Custom, People.Policy, "--report", report);
        _scene.AssertRefused(result, DiagnosticCodes.DiskFull);
        Assert.Empty(Directory.GetFileSystemEntries(disk.Path));
    }

    private const string LargePolicy = "version: 1\ntables: { large: { columns: { word: hash } } }\n";
}
