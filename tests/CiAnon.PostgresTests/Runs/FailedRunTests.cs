using System.Text;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs.Schemas;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>A run that can't prove itself publishes nothing and leaves nothing behind.</summary>
public sealed class FailedRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL, name varchar(20) CHECK (name <> 'forbidden' OR id <> 77));
        INSERT INTO people SELECT i, 'canary' || i || '@private.test', 'canary name ' || i FROM generate_series(1, 100) i;
        CREATE TABLE posts (author int REFERENCES people, body text); INSERT INTO posts SELECT i, 'canary body ' || i FROM generate_series(1, 100) i;
        CREATE TABLE codes (code int, EXCLUDE USING btree (code WITH =)); INSERT INTO codes SELECT generate_series(1, 100);
        """;

    private const string Good = "tables: { people: { columns: { email: email, name: name } }, posts: { columns: { body: text } } }\n";

    private readonly RunFolder _folder = new();

    public static TheoryData<string, string, string> BadPolicies => new()
    {
        { "CIANON1203", "tables: { people: { columns: { email: email, name: name } } }\n", "planning" },
        { "CIANON4103", "tables: { people: { columns: { email: email, name: { strategy: constant, value: forbidden } } }, posts: { columns: { body: text } } }\n", "loading" },
        { "CIANON5002", "tables: { people: { columns: { email: email, name: name } }, posts: { columns: { body: text } }, codes: { columns: { code: { strategy: constant, value: 1 } } } }\n", "keys" },
        { "CIANON5002", Good + "verify: { sql: [violated.sql] }\n", "sql" },
        { "CIANON5002", Good + "verify: { sql: [broken.sql] }\n", "sql" },
        { "CIANON5003", Good + "verify: { sql: [absent*.sql] }\n", "sql" },
    };

    [Theory]
    [MemberData(nameof(BadPolicies))]
    [Trait("When", "nightly")]
    public void A_failure_leaves_a_previous_artefact_alone(string code, string policy, string stage)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        File.WriteAllText(_folder.In("violated.sql"), "SELECT 'still there' AS \"check\", count(*) FROM people");
        File.WriteAllText(_folder.In("broken.sql"), "SELECT email, 1 / 0 FROM people");
        var good = _folder.Anonymize(dump, _folder.Policy(Good));
        var (artefact, input) = (RunFolder.Sha256(good.Artefact), RunFolder.Sha256(dump));
        var observer = new RecordingObserver();

        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(policy)), observer));

        Assert.Contains(failure.Diagnostics, diagnostic => diagnostic.Code.Id == code);
        Assert.DoesNotContain("canary", failure.ToString() + string.Join('\n', observer.Notices), StringComparison.Ordinal);
        Assert.Equal((stage, artefact), (stage, RunFolder.Sha256(good.Artefact)));
        Assert.Equal(input, RunFolder.Sha256(dump));
        AssertNothingBehind("anonymized", "anonymized.report.json");
        var report = File.ReadAllBytes(_folder.Report);
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(report), StringComparison.Ordinal);
        // What a check or the loading finds is reported; a run that never began leaves the previous report.
        Assert.Equal(failure.Exit == ExitCode.CheckFailed ? ReportStatus.Failed : ReportStatus.Passed, ReportJson.Read(report)!.Status);
    }

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void A_success_replaces_a_previous_artefact_and_leaves_the_input_alone(string format)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), format);
        var input = RunFolder.Sha256(dump);
        var first = RunFolder.Sha256(_folder.Anonymize(dump, _folder.Policy(Good)).Artefact);
        var second = _folder.Anonymize(dump, _folder.Policy(Good));

        Assert.NotEqual(first, RunFolder.Sha256(second.Artefact));
        Assert.Equal(input, RunFolder.Sha256(dump));
        AssertNothingBehind("anonymized", "anonymized.report.json");
        new ArtefactJudge(cluster).Judge(second, canaries: ["canary name", "canary body"]);
    }

    [Theory]
    [InlineData(RunStage.Restore)]
    [InlineData(RunStage.Anonymize)]
    [InlineData(RunStage.Verify)]
    [InlineData(RunStage.Backup)]
    public void Cancelling_leaves_nothing(RunStage stage)
    {
        using var cancellation = new CancellationTokenSource();
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fd");
        var observer = new RecordingObserver { OnStage = started => { if (started == stage) cancellation.Cancel(); } };
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            using var run = new AnonymizationRun(_folder.Options(dump, _folder.Policy(Good)), observer, cancellation.Token);
            run.Run();
        });
        AssertNothingBehind();
    }

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void What_an_earlier_run_left_passes_for_no_result_of_a_run_that_goes_on_or_was_killed(string format)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), format);
        var options = _folder.Options(dump, _folder.Policy(Good)) with { PublishDirectory = Directory.CreateDirectory(_folder.In("staging")).FullName, BaselinePath = null };
        var first = RunFolder.Sha256(RunFolder.Anonymize(options).Artefact);
        File.Copy(_folder.Report, _folder.In("staging/anonymized.report.json"));
        // Nobody ends it, as when it is killed.
        using (var killed = new AnonymizationRun(options, new RecordingObserver(), CancellationToken.None)) killed.Restore();
        Assert.All([_folder.Report, _folder.In("staging/anonymized.report.json")], report => Assert.Contains("\"status\": \"running\"", File.ReadAllText(report), StringComparison.Ordinal));
        Assert.False(Path.Exists(_folder.Output));

        // The next run that fails brings it back; the report is a baseline that the one after can use.
        Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options with { PolicyPath = _folder.Policy("tables: { people: { keep: all } }\n") }));
        Assert.Equal((first, ReportStatus.Passed), (RunFolder.Sha256(_folder.Output), ReportJson.Read(File.ReadAllBytes(_folder.Report))!.Status));
        Assert.True(RunFolder.Anonymize(options with { PolicyPath = _folder.Policy(Good), BaselinePath = _folder.Report }).Report.Drift is not null);
        AssertNothingBehind("anonymized", "anonymized.report.json");
    }

    [Fact]
    public void A_run_that_finds_another_at_work_leaves_its_output_alone()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        var options = _folder.Options(dump, _folder.Policy(Good));
        RunFolder.Anonymize(options);
        using var first = new AnonymizationRun(options, new RecordingObserver(), CancellationToken.None);
        first.Restore();
        var names = Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Output)!).Order().ToList();

        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options));

        Assert.Equal("CIANON2008", Assert.Single(failure.Diagnostics).Code.Id);
        Assert.Equal(names, Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Output)!).Order());
        Assert.Contains("\"status\": \"running\"", File.ReadAllText(_folder.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_a_killed_run_was_to_replace_is_still_read()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        var options = _folder.Options(dump, _folder.Policy(Good));
        RunFolder.Anonymize(options);
        using (var killed = new AnonymizationRun(options, new RecordingObserver(), CancellationToken.None)) killed.Restore();
        Assert.Contains("running", File.ReadAllText(_folder.Report), StringComparison.Ordinal);
        Assert.NotNull(RunFolder.Anonymize(options with { BaselinePath = _folder.Report }).Report.Drift);
        AssertNothingBehind("anonymized", "anonymized.report.json");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void A_dump_that_ends_too_early_is_refused(double part)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        var bytes = File.ReadAllBytes(dump);
        File.WriteAllBytes(dump, bytes[..(int)(bytes.Length * part)]);
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy(Good)));
        Assert.Equal(ExitCode.Dump, failure.Exit);
        AssertNothingBehind();
    }

    public void Dispose() => _folder.Dispose();

    private void AssertNothingBehind(params string[] published)
    {
        Assert.Equal(published, Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.Output)!, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.WorkDirectory));
        Assert.DoesNotContain(_folder.WorkDirectory, TestProcess.Run("/bin/sh", ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; true"]).Text, StringComparison.Ordinal);
    }
}
