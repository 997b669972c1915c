using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Runs whose dump goes to standard output: nothing before it is proven, and no report says that it passed before it is written.</summary>
public sealed class StandardOutputRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE);
        INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 3000) i;
        CREATE TABLE pages (id int PRIMARY KEY, body text);
        INSERT INTO pages SELECT i, md5(i::text) || md5((i + 1)::text) FROM generate_series(1, 20000) i;
        """;

    private const string Policy = "columns: { email: email }\ntables: { pages: { keep: all } }\n";

    // As text in the shell: the command's exit code is kept, whatever reads its output.
    private const string Pipe = """( "$1" anonymize "$2" --policy "$3" --output - --report "$4" --work-dir "$5"; echo $? > "$6" ) | eval "$7" """;

    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "ci-anon");

    private readonly RunFolder _folder = new();

    private string Report => _folder.In("out/verdict.json");

    [Theory]
    [InlineData("-Fc", null)]
    [InlineData("-Fp", null)]
    [InlineData("-Fd", DumpFormat.Tar)]
    public void The_whole_dump_is_handed_over_as_it_was_proven(string option, DumpFormat? format)
    {
        var dump = Dump(option);
        var output = new MemoryStream();
        RunFolder.Anonymize(Options(dump, Policy, () => output) with { Format = format });

        var report = ReportJson.Read(File.ReadAllBytes(Report))!;
        Assert.Equal((ReportStatus.Passed, StandardOutput.Path, Convert.ToHexStringLower(SHA256.HashData(output.ToArray()))), (report.Status, report.Output!.Name, report.Output.Sha256));
        Assert.Equal([Report], Directory.GetFileSystemEntries(_folder.In("out")));
        var artefact = _folder.In("taken");
        File.WriteAllBytes(artefact, output.ToArray());
        var restored = cluster.CreateDatabase();
        if (option == "-Fp") cluster.Execute(restored, File.ReadAllText(artefact));
        else cluster.Restore(artefact, restored);
        Assert.Equal("3000|0", cluster.Query(restored, "SELECT count(*), count(*) FILTER (WHERE email LIKE '%private%') FROM people"));
    }

    [Fact]
    public void A_run_that_fails_a_check_hands_over_nothing()
    {
        var options = Options(Dump("-Fc"), Policy + "verify: { sql: [violated.sql] }\n", static () => throw new InvalidOperationException("nobody may ask for it"));
        File.WriteAllText(_folder.In("violated.sql"), "SELECT 'still there' AS \"check\", count(*) FROM people");
        Assert.Equal(DiagnosticCodes.CheckFailed, Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options)).Diagnostics[0].Code);
        Assert.Equal(ReportStatus.Failed, ReportJson.Read(File.ReadAllBytes(Report))!.Status);
        Assert.Equal([Report], Directory.GetFileSystemEntries(_folder.In("out")));
    }

    [Fact]
    public void Who_never_reads_does_not_hold_a_run_that_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var end = new ManualResetEventSlim();
        var options = Options(Dump("-Fc"), Policy, () =>
        {
            source.Cancel();
            end.Wait(CancellationToken.None);
            return Stream.Null;
        });
        using (var run = new AnonymizationRun(options, new RecordingObserver(), source.Token))
        {
            Assert.ThrowsAny<OperationCanceledException>(run.Run);
        }
        end.Set();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("out")));
    }

    [Fact]
    public void A_command_behind_the_pipe_gets_it_and_its_report_is_beside()
    {
        var (exit, errors) = Shell($"cat > '{_folder.In("taken")}'");
        Assert.True(exit == 0, errors);
        Assert.Equal(ReportJson.Read(File.ReadAllBytes(Report))!.Output!.Sha256, RunFolder.Sha256(_folder.In("taken")));
        Assert.Contains("dump     standard output", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_behind_the_pipe_that_goes_away_fails_the_run()
    {
        var (exit, errors) = Shell("head -c 10 > /dev/null");
        Assert.True(exit == (int)ExitCode.Environment, errors);
        Assert.Contains($"error {DiagnosticCodes.OutputClosed.Id}: standard output took only a part of the dump", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("out")));
    }

    [Fact]
    public void What_cannot_be_handed_over_is_said_before_a_row_is_read()
    {
        var options = Options(Dump("-Fd"), Policy, static () => Stream.Null);
        Assert.Contains("say --format custom", Refusal(options), StringComparison.Ordinal);
        var custom = options with { Format = DumpFormat.Custom };
        Assert.Contains("say with --report where the report goes", Refusal(custom with { ReportPath = null }), StringComparison.Ordinal);
        Assert.Contains("standard output is a terminal", Refusal(custom with { StandardOutput = new StandardOutput(static () => Stream.Null, IsTerminal: true) }), StringComparison.Ordinal);
        Assert.Contains("there is no standard output here", Refusal(custom with { StandardOutput = null }), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(AnonymizeOptions options)
    {
        using var run = new AnonymizationRun(options, new RecordingObserver(), TestContext.Current.CancellationToken);
        var failure = Assert.Throws<CiAnonException>(run.Run);
        Assert.Equal(ExitCode.Usage, failure.Exit);
        return failure.Message;
    }

    private string Dump(string option) => _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), option);

    private AnonymizeOptions Options(string dump, string policy, Func<Stream> open) => _folder.Options(dump, _folder.Policy(policy)) with
    {
        OutputPath = StandardOutput.Path,
        ReportPath = Report,
        StandardOutput = new StandardOutput(open, IsTerminal: false),
    };

    private (int Exit, string Errors) Shell(string reader)
    {
        var (status, work) = (_folder.In("status"), _folder.WorkDirectory);
        var shell = TestProcess.Try("/bin/sh", ["-c", Pipe, "sh", Command, Dump("-Fc"), _folder.Policy(Policy), Report, work, status, reader]);
        return (int.Parse(File.ReadAllText(status)), shell.Errors);
    }
}
