using CiAnon.Dumps;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing;

/// <summary>What is expired goes with its reports, and nothing else ever does.</summary>
public sealed class PurgeTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private readonly string _root = Directory.CreateTempSubdirectory("purge-").FullName;
    private readonly string _folder;

    public PurgeTests() => _folder = Directory.CreateDirectory(Path.Combine(_root, "out")).FullName;

    [Fact]
    public void An_expired_dump_goes_with_everything_that_its_run_published_beside_it()
    {
        File.WriteAllText(In("a.dump"), "rows");
        foreach (var beside in new[] { "a.dump.html", "a.dump.report.md", "a.dump.intoto.json", "a.dump.txt", "b.dump", "b.dump.html" }) File.WriteAllText(In(beside), "x");
        Publish("a.dump", Today.AddDays(-1));
        Publish("b.dump", Today);
        var before = Names();
        Assert.Equal(["a.dump", "a.dump.html", "a.dump.intoto.json", "a.dump.report.md", "a.dump.report.json"], Went(Run(isDryRun: true)));
        Assert.Equal(before, Names());
        Assert.Equal(5, Went(Run()).Count);
        Assert.Equal(["a.dump.txt", "b.dump", "b.dump.html", "b.dump.report.json"], Names());
        Assert.Empty(Run());
    }

    [Fact]
    public void A_folder_goes_when_it_holds_a_dump_and_nothing_else()
    {
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(In(name));
            File.WriteAllText(In($"{name}/toc.dat"), "toc");
            File.WriteAllText(In($"{name}/1.dat"), "rows");
            Publish(name, Today.AddDays(-3));
        }
        Directory.CreateDirectory(In("b/kept"));
        File.WriteAllText(In("b/kept/thesis"), "years");
        var files = Run();
        Assert.Equal(["a", "a.report.json"], Went(files));
        Assert.Equal("the folder holds something else than a dump", Assert.Single(files, file => file.Problem is not null).Problem);
        Assert.Equal(["b", "b.report.json"], Names());
        Assert.Equal(3, Directory.GetFileSystemEntries(In("b")).Length);
    }

    [Theory]
    [InlineData(null, 30, false)]
    [InlineData(null, 31, true)]
    [InlineData(400, 31, true)]
    [InlineData(7, 8, true)]
    public void Nothing_is_kept_for_longer_than_30_days(int? retention, int age, bool goes)
    {
        File.WriteAllText(In("a.dump"), "rows");
        var end = Today.AddDays(-age);
        Publish("a.dump", end.AddDays(retention ?? 0), end);
        // As a version of tomorrow may write it.
        var text = File.ReadAllText(In("a.dump.report.json")).Replace("\"schemaVersion\"", "\"tomorrow\": 1, \"schemaVersion\"", StringComparison.Ordinal);
        if (retention is null) text = text.Replace("\"retention\"", "\"whatever\"", StringComparison.Ordinal);
        File.WriteAllText(In("a.dump.report.json"), text);
        Assert.Equal(goes, Run().Count > 0);
        Assert.Equal(goes, !File.Exists(In("a.dump")));
    }

    [Theory]
    [InlineData("../x.dump")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("sub/x.dump")]
    [InlineData("/etc/passwd")]
    public void A_report_that_names_something_elsewhere_deletes_nothing(string name)
    {
        File.WriteAllText(Path.Combine(_root, "x.dump"), "rows");
        Directory.CreateDirectory(In("sub"));
        File.WriteAllText(In("sub/x.dump"), "rows");
        var digest = ArchiveDigest.Compute(In("sub/x.dump"), CancellationToken.None);
        Write("x.dump", name, digest, Today.AddDays(-1), Today.AddDays(-8));
        Write("y.dump", "y.dump", digest, Today.AddDays(-1), Today.AddDays(-8), encrypted: name);
        var files = Run();
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Equal("it names a dump outside its folder, or none", file.Problem));
        Assert.True(File.Exists(Path.Combine(_root, "x.dump")) && File.Exists(In("sub/x.dump")));
        Assert.Equal(3, Names().Count);
    }

    [Fact]
    public void Links_are_not_followed()
    {
        var target = Path.Combine(_root, "precious");
        File.WriteAllText(target, "rows");
        File.CreateSymbolicLink(In("a.dump"), target);
        Write("a.dump", "a.dump", ArchiveDigest.Compute(target, CancellationToken.None), Today.AddDays(-1), Today.AddDays(-8));
        File.Move(In("a.dump.report.json"), Path.Combine(_root, "real.report.json"));
        File.CreateSymbolicLink(In("b.dump.report.json"), Path.Combine(_root, "real.report.json"));
        File.Copy(Path.Combine(_root, "real.report.json"), In("a.dump.report.json"));
        File.CreateSymbolicLink(In("a.dump.html"), target);
        Assert.Equal(["a.dump", "b.dump.report.json"], Run().Where(file => file.Problem == "it is a symbolic link").Select(file => file.Name));
        Assert.Equal("rows", File.ReadAllText(target));
        Assert.Equal(4, Names().Count);
    }

    [Fact]
    public void What_is_not_what_the_report_speaks_of_stays_and_its_report_with_it()
    {
        File.WriteAllText(In("a.dump"), "rows");
        Publish("a.dump", Today.AddDays(-1));
        File.WriteAllText(In("a.dump"), "more");
        Assert.Equal("it isn't the dump that its expired report speaks of", Assert.Single(Run()).Problem);
        Assert.Equal(["a.dump", "a.dump.report.json"], Names());
    }

    [Fact]
    public void A_failed_runs_report_goes_alone_and_so_does_one_whose_dump_is_gone()
    {
        File.WriteAllText(In("a.dump"), "an earlier run's");
        File.WriteAllBytes(In("a.dump.report.json"), ReportJson.Write(ReportSamples.Failed() with { Retention = new RetentionSection(7, Today.AddDays(-1)) }));
        Write("b.dump", "b.dump", new ArchiveDigest("", 1, []), Today.AddDays(-1), Today.AddDays(-8));
        Assert.Equal(["a.dump.report.json", "b.dump.report.json"], Went(Run()));
        Assert.Equal(["a.dump"], Names());
    }

    [Fact]
    public void A_dump_that_a_run_is_writing_to_stays()
    {
        File.WriteAllText(In("a.dump"), "rows");
        Publish("a.dump", Today.AddDays(-1));
        using (OutputLock.Take(In("a.dump.lock.partial"))) Assert.Contains("another run is writing", Assert.Single(Run()).Problem, StringComparison.Ordinal);
        Assert.Equal(2, Went(Run()).Count);
    }

    [Fact]
    public void The_command_names_what_it_leaves_and_its_exit_code_says_so()
    {
        File.WriteAllText(In("a.dump"), "rows");
        Publish("a.dump", new DateOnly(2020, 1, 8), new DateOnly(2020, 1, 1));
        File.WriteAllBytes(In("c.dump.report.json"), ReportJson.Write(new RunningReport { Tool = new ToolSection("ci-anon", "0.1.0"), StartedAt = DateTimeOffset.UnixEpoch }));
        Assert.Matches("^would go    a.dump  4 B\nwould go    a.dump.report.json  .* kB\nleft        c.dump.report.json: says running: .*\n2 would go, .* kB\n$",
            FakeSession.Run("purge", _folder, "--dry-run").Out);
        File.WriteAllText(In("b.dump.report.json"), "{ \"schema\": \"somebody else's\" }");
        File.WriteAllText(In("d.dump.report.json"), "sqlcanary");
        var (exit, text, error) = FakeSession.Run("purge", _folder);
        Assert.Equal(1, exit);
        Assert.Contains("deleted     a.dump  4 B\n", text, StringComparison.Ordinal);
        Assert.Contains("error CIANON5405: b.dump.report.json was left: it isn't a report of ci-anon", error, StringComparison.Ordinal);
        Assert.Contains("error CIANON5405: d.dump.report.json was left: it isn't a report of ci-anon", error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error, StringComparison.Ordinal);
        Assert.Equal(["b.dump.report.json", "c.dump.report.json", "d.dump.report.json"], Names());
        Assert.Equal(2, FakeSession.Run("purge", In("nowhere")).Exit);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Publish(string name, DateOnly until, DateOnly? end = null) =>
        Write(name, name, ArchiveDigest.Compute(In(name), CancellationToken.None), until, end ?? until.AddDays(-7));

    private void Write(string report, string name, ArchiveDigest digest, DateOnly until, DateOnly end, string? encrypted = null)
    {
        var passed = ReportSamples.Passed();
        File.WriteAllBytes(In(report + ".report.json"), ReportJson.Write(passed with
        {
            FinishedAt = new DateTimeOffset(end, new TimeOnly(12, 0), TimeSpan.Zero),
            Retention = new RetentionSection(7, until),
            Output = passed.Output! with
            {
                Name = name,
                Bytes = digest.Bytes,
                Sha256 = digest.Sha256,
                Encryption = encrypted is null ? null : new EncryptionSection("age", encrypted, digest.Bytes, digest.Sha256, []),
            },
        }));
    }

    private List<PurgedFile> Run(bool isDryRun = false) => [.. new Purge(_folder, Today, isDryRun, CancellationToken.None).Run()];

    private static List<string> Went(IEnumerable<PurgedFile> files) => [.. files.Where(file => file.Problem is null).Select(file => file.Name)];

    private string In(string name) => Path.Combine(_folder, name);

    private List<string> Names() => [.. Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
