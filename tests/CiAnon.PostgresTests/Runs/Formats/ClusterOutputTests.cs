using CiAnon.Clusters;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Where a whole cluster's script comes from and goes to: pipes, its own place, an encrypted file.</summary>
public sealed class ClusterOutputTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IDisposable
{
    private const string Rules = """
        columns: { email: email }
        databases:
          shop: { tables: { customers: { keep: [city] } } }
          'Odd "Name': { tables: { calls: { columns: { phone: phone, line: hash } } } }
          scratch: drop

        """;

    private const string Pipe = """cat "$2" | "$1" anonymize - --policy "$3" --output - --report "$4" --work-dir "$5" | cat > "$6" """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void It_goes_from_pipe_to_pipe()
    {
        var taken = _folder.In("taken.sql");
        var shell = TestProcess.Run("/bin/sh", ["-c", Pipe, "sh", Path.Combine(AppContext.BaseDirectory, "ci-anon"), cluster.Dump, _folder.Policy(Rules), _folder.Report, _folder.WorkDirectory, taken]);
        AssertRestores(taken);
        var report = Report(_folder.Report);
        Assert.Equal((ReportStatus.Passed, StandardOutput.Path, RunFolder.Sha256(taken)), (report.Status, report.Output!.Name, report.Output.Sha256));
        Assert.Equal(("-", RunFolder.Sha256(cluster.Dump)), (report.Input.Name, report.Input.Sha256));
        Assert.DoesNotContain("canary", shell.Errors, StringComparison.Ordinal);
        AssertOnlyPublished("anonymized.report.json");
    }

    [Fact]
    public void It_is_replaced_in_its_place()
    {
        var script = _folder.In("out/cluster.sql");
        File.Copy(cluster.Dump, script);
        Run(_folder.Options(script, _folder.Policy(Rules)) with { OutputPath = script, InPlace = true });
        AssertRestores(script);
        Assert.Equal((RunFolder.Sha256(script), RunFolder.Sha256(cluster.Dump)), (Report(script + ".report.json").Output!.Sha256, Report(script + ".report.json").Input.Sha256));
        AssertOnlyPublished("cluster.sql", "cluster.sql.report.json");
    }

    [Fact]
    public void Encrypted_it_never_lies_there_in_clear()
    {
        var key = AgeKey.Make(_folder.In("one.key"));
        Run(_folder.Options(cluster.Dump, _folder.Policy(Rules)) with { EncryptTo = [key.Recipient] });
        AssertOnlyPublished("anonymized.age", "anonymized.report.json");
        key.Decrypt(_folder.Output + ".age", _folder.In("clear.sql"));
        AssertRestores(_folder.In("clear.sql"));
        var output = Report(_folder.Report).Output!;
        Assert.Equal((output.Sha256, output.Encryption!.Sha256), (RunFolder.Sha256(_folder.In("clear.sql")), RunFolder.Sha256(_folder.Output + ".age")));
        Assert.Equal([key.Recipient], output.Encryption.Recipients);
    }

    public void Dispose() => _folder.Dispose();

    private static void Run(AnonymizeOptions options)
    {
        using var run = ClusterRun.Start(options, new RecordingObserver(), CancellationToken.None);
        run.Run();
    }

    private static ComplianceReport Report(string path) => ReportJson.Read(File.ReadAllBytes(path))!;

    private void AssertRestores(string script)
    {
        Assert.Equal("", cluster.Restore(script));
        Assert.Equal("500|0", cluster.Server.Query("shop", "SELECT count(*), count(*) FILTER (WHERE email LIKE '%private.test') FROM customers"));
        Assert.Equal("50|0", cluster.Server.Query("Odd \"Name", "SELECT count(*), count(*) FILTER (WHERE email LIKE '%private.test') FROM calls"));
    }

    private void AssertOnlyPublished(params string[] names)
    {
        Assert.Equal(names, Directory.GetFileSystemEntries(_folder.In("out")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }
}
