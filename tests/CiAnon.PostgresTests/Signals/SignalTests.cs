using System.Diagnostics;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Signals;

/// <summary>A run that is interrupted while it does each of its works: gone, and nothing is left of it.</summary>
public sealed class SignalTests(TestCluster cluster) : IDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const int Kill = 9;

    // Quick while the sample is made, slow from then on: in the sandbox.
    private const string Fast = "CREATE FUNCTION slow(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1';";
    private const string Slow = "CREATE OR REPLACE FUNCTION slow(text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN $1; END';";

    private const string Policy = "version: 1\ntables: { t: { columns: { word: text } } }\n";

    private readonly Scene _scene = new();
    private CommandProcess? _command;
    private int _busy;

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(Interrupt, Traits = ["When", "nightly"])]
    [InlineData(Terminate)]
    public void While_the_sandbox_starts(int signal) => AssertCancelled(signal, Rows(10), "", () => Directory.GetDirectories(_scene.Work).Length > 0);

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate, Traits = ["When", "nightly"])]
    public void While_rows_are_loaded(int signal) =>
        AssertCancelled(signal, $"{Fast} {Rows(2000, "CHECK (slow(word) <> '')")} {Slow}", "", () => Has("anonymize  1 table,") && IsBusy("COPY"));

    [Theory]
    [InlineData(Interrupt, Traits = ["When", "nightly"])]
    [InlineData(Terminate)]
    public void While_a_unique_index_is_built(int signal) =>
        AssertCancelled(signal, $"{Fast} {Rows(2000)} CREATE UNIQUE INDEX ON t (slow(word), id); {Slow}", "", () => Has("anonymize  public.t") && IsBusy("SELECT"));

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate, Traits = ["When", "nightly"])]
    public void While_a_sql_check_runs(int signal)
    {
        _scene.Write("slow.sql", "SELECT 'slow', 0 FROM pg_sleep(600)");
        AssertCancelled(signal, Rows(10), "verify: { sql: [slow.sql] }", () => Has("anonymize  finished") && IsBusy("SELECT"));
    }

    [Theory]
    [InlineData(Interrupt, Traits = ["When", "nightly"])]
    [InlineData(Terminate)]
    public void While_the_archive_is_written(int signal) =>
        AssertCancelled(signal, Rows(150_000), "", () => File.Exists(_scene.Output + ".partial"));

    [Fact]
    public void A_killed_run_takes_its_server_and_its_folder_along()
    {
        _scene.Write("slow.sql", "SELECT 'slow', 0 FROM pg_sleep(600)");
        using var command = Start(Rows(10), "verify: { sql: [slow.sql] }");
        command.WaitUntil(() => command.Printed.Contains("anonymize  finished", StringComparison.Ordinal));
        command.Signal(Kill);
        Assert.NotNull(command.Exit());

        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < CommandProcess.Patience && (Directory.GetFileSystemEntries(_scene.Work).Length > 0 || Processes.Mentioning(_scene.Work).Count > 0)) Thread.Sleep(50);
        _scene.AssertNothingLeft();
        Assert.False(File.Exists(_scene.Output) || File.Exists(_scene.ReportPath));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_run_in_place_that_is_killed_leaves_the_file_as_it_was_and_the_next_one_replaces_it()
    {
        _scene.Write("slow.sql", "SELECT 'slow', 0 FROM pg_sleep(600)");
        var dump = Path.Combine(_scene.Root, "t.dump");
        cluster.Dump(cluster.CreateDatabase(Rows(1000)), dump, "-Fc");
        var before = File.ReadAllBytes(dump);
        string[] gdprify = ["gdprify", dump, "-p", _scene.PolicyPath, "--work-dir", _scene.Work];
        File.WriteAllText(_scene.PolicyPath, Policy + "verify: { sql: [slow.sql] }\n");
        using (_command = new CommandProcess(gdprify))
        {
            _command.WaitUntil(() => Has("anonymize  finished") && IsBusy("SELECT"));
            _command.Signal(Kill);
            Assert.NotNull(_command.Exit());
        }
        Assert.Equal(before, File.ReadAllBytes(dump));

        File.WriteAllText(_scene.PolicyPath, Policy);
        Assert.Equal(0, _scene.Run(gdprify).Exit);
        Assert.True(cluster.Script(dump).AsSpan().IndexOf("canary"u8) < 0);
        Assert.Equal(["t.dump", "t.dump.report.json"], Directory.GetFiles(_scene.Root, "t.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private void AssertCancelled(int signal, string script, string policy, Func<bool> moment)
    {
        File.WriteAllText(_scene.Output, "the previous one");
        File.WriteAllText(_scene.ReportPath, "its report");
        using var command = _command = Start(script, policy);
        command.WaitUntil(moment);
        command.Signal(signal);

        var exit = command.Exit();
        Assert.True(exit == (int)ExitCode.Cancelled, $"exit {exit?.ToString() ?? "none"}: {command.Printed}");
        Assert.Contains($"error {DiagnosticCodes.Cancelled.Id}: ", command.Printed);
        Assert.Equal("the previous one", File.ReadAllText(_scene.Output));
        Assert.Equal("its report", File.ReadAllText(_scene.ReportPath));
        _scene.AssertNothingLeft();
    }

    private CommandProcess Start(string script, string policy)
    {
        var dump = Path.Combine(_scene.Root, "t.dump");
        cluster.Dump(cluster.CreateDatabase(script), dump, "-Fc");
        _scene.Write("ci-anon.yml", Policy + policy + "\n");
        return new CommandProcess("anonymize", dump, "-p", _scene.PolicyPath, "-o", _scene.Output, "--work-dir", _scene.Work);
    }

    private bool Has(string text) => _command!.Printed.Contains(text, StringComparison.Ordinal);

    // PostgreSQL puts what a backend does into its title; a statement seen many times in a row is the slow one.
    private bool IsBusy(string verb)
    {
        _busy = Processes.TitlesIn(_scene.Work).Any(title => title.Contains(verb, StringComparison.Ordinal)) ? _busy + 1 : 0;
        return _busy > 30;
    }

    private static string Rows(int count, string constraint = "") => $"""
        CREATE TABLE t (id int PRIMARY KEY, word text {constraint});
        INSERT INTO t SELECT i, 'canary words ' || i FROM generate_series(1, {count}) i;
        """;
}
