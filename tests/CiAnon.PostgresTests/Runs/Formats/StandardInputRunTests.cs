using CiAnon.Cli;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs.Schemas;
using CiAnon.PostgresTests.Signals;
using CiAnon.PostgresTests.Terminals;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Whole runs whose dump comes in on standard input.</summary>
public sealed class StandardInputRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE, born date);
        INSERT INTO people (email, born) SELECT 'canary' || i || '@private.test', date '1970-01-01' + i FROM generate_series(1, 3000) i;
        CREATE TABLE pages (id int PRIMARY KEY, body text);
        INSERT INTO pages SELECT i, md5(i::text) || md5((i + 1)::text) || md5((i + 2)::text) FROM generate_series(1, 60000) i;
        CREATE TABLE mails (address text); INSERT INTO mails SELECT email FROM people;
        SELECT lo_from_bytea(4711, 'large object');
        """;

    private const string Policy = """
        columns: { email: email, address: email }
        tables: { people: { columns: { born: { strategy: noise, range: 90 days } } }, pages: { keep: all } }
        large_objects: keep

        """;

    // As text in the shell: exit codes of both sides are kept.
    private const string Pipe = """( eval "$1"; echo $? > "$2" ) | "$3" anonymize - --source-status "$2" --policy "$4" --output "$5" --work-dir "$6" """;

    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "ci-anon");

    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, true, Traits = ["When", "nightly"])]
    [InlineData(1, false, Traits = ["When", "nightly"])]
    [InlineData(4, true, Traits = ["When", "nightly"])]
    [InlineData(4, false)]
    public void The_dump_becomes_what_it_becomes_from_a_file(int jobs, bool withOffsets)
    {
        var database = cluster.CreateDatabase(Schema);
        var file = _folder.In("source.dump");
        if (withOffsets) cluster.Dump(database, file, "-Fc");
        else File.WriteAllBytes(file, cluster.DumpToPipe(database, "-Fc"));
        var options = _folder.Options(file, _folder.Policy(Policy)) with { Jobs = jobs, Key = RunFolder.Key(5) };
        var expected = RunFolder.Anonymize(options with { OutputPath = _folder.In("from-file") });
        var run = RunFolder.Anonymize(options with { DumpPath = "-", StandardInput = Bytes(file) });

        new ArtefactJudge(cluster).Judge(run with { Original = file }, canaries: "canary1@private.test");
        Assert.Equal(cluster.Script(expected.Artefact), cluster.Script(run.Artefact));
        Assert.Equal(File.ReadAllBytes(expected.Artefact), File.ReadAllBytes(run.Artefact));
        Assert.Equal(expected.Report.Input with { Name = "-" }, run.Report.Input);
        Assert.Equal(expected.Report.Tables.Select(table => (table.Name, table.RowsIn, table.RowsOut)), run.Report.Tables.Select(table => (table.Name, table.RowsIn, table.RowsOut)));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    public void Other_formats_of_the_output_can_be_asked_for()
    {
        var options = _folder.Options("-", _folder.Policy(Policy)) with { StandardInput = Bytes(Dump()), Format = DumpFormat.Directory };
        var run = RunFolder.Anonymize(options);
        Assert.Equal(cluster.List(_folder.In("source.dump")), cluster.List(run.Artefact));
    }

    [Fact]
    public void A_pipe_from_pg_dump_is_published_when_pg_dump_ends_well()
    {
        var database = cluster.CreateDatabase(Schema);
        var (exit, errors) = Shell($"'{cluster.Tools.Program("pg_dump")}' -h '{cluster.Host}' -U postgres -Fc {database}");
        Assert.True(exit == 0, errors);
        Assert.Equal(ReportStatus.Passed, ReportJson.Read(File.ReadAllBytes(_folder.Report))!.Status);
        Assert.DoesNotContain("canary", System.Text.Encoding.UTF8.GetString(cluster.Script(_folder.Output)), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_fails_after_a_whole_dump_publishes_nothing()
    {
        var (exit, errors) = Shell($"cat '{Dump()}'; false");
        Assert.Equal(3, exit);
        Assert.Contains("CIANON3016", errors, StringComparison.Ordinal);
        Assert.Contains("ended with 1: nothing was published", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Output)!));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    public void A_plan_reads_to_the_end_and_breaks_no_pipe()
    {
        var dump = Dump("-Z0");
        Assert.True(new FileInfo(dump).Length > 4 << 20);
        var run = TestProcess.Try("/bin/sh", ["-c", """( cat "$1"; echo $? > "$2" ) | "$3" plan - --policy "$4" """, "sh", dump, _folder.In("status"), Command, _folder.Policy(Policy)]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal("0", File.ReadAllText(_folder.In("status")).Trim());
        Assert.Equal(Out("plan", dump), run.Text);
    }

    [Fact]
    public void Plan_audit_and_init_say_of_standard_input_what_they_say_of_a_file()
    {
        var dump = Dump();
        Assert.Equal(Out("plan", dump), Out("plan", "-", dump));
        Assert.Equal(Out("audit", dump).Replace("source.dump", "standard input", StringComparison.Ordinal), Out("audit", "-", dump));
        _ = (Init(dump, dump, "file.yml"), Init("-", dump, "stdin.yml"));
        Assert.Equal(File.ReadAllText(_folder.In("file.yml")).Replace("source.dump", "-", StringComparison.Ordinal), File.ReadAllText(_folder.In("stdin.yml")));
    }

    [Fact]
    public void Audit_fixes_what_it_found_in_one_reading()
    {
        var dump = Dump();
        var (fromFile, filePolicy) = Fix(dump, dump);
        var (fromInput, inputPolicy) = Fix("-", dump);
        Assert.Contains("added to", fromInput, StringComparison.Ordinal);
        Assert.Contains("address", inputPolicy, StringComparison.Ordinal);
        Assert.Equal((fromFile.Replace("source.dump", StandardInput.Name, StringComparison.Ordinal), filePolicy), (fromInput, inputPolicy));
    }

    [Fact]
    public void Either_dump_of_a_verification_may_come_in()
    {
        var dump = Dump();
        var artefact = _folder.Anonymize(dump, _folder.Policy(Policy)).Artefact;
        Assert.Contains("\npassed\n", Out("verify", "-", artefact, "--against", dump), StringComparison.Ordinal);
        var verdict = _folder.In("verdict.json");
        Assert.Contains("\npassed\n", Out("verify", artefact, dump, "--against", "-", "--report", verdict), StringComparison.Ordinal);
        var report = ReportJson.Read(File.ReadAllBytes(verdict))!;
        Assert.Equal(("-", RunFolder.Sha256(dump)), (report.Original!.Name, report.Original.Sha256));
    }

    [Fact]
    public void A_terminal_is_not_waited_for()
    {
        var (exit, text) = Terminal.Run(100, new Dictionary<string, string>(), "plan", "-", "--policy", _folder.Policy(Policy));
        Assert.Equal(2, exit);
        Assert.Contains("error CIANON3015: standard input is a terminal", text, StringComparison.Ordinal);
    }

    [Fact]
    public void While_it_runs_no_file_of_its_holds_a_row_in_clear()
    {
        var bytes = File.ReadAllBytes(Dump("-Z0"));
        using var command = new CommandProcess("anonymize", "-", "--policy", _folder.Policy(Policy), "--output", _folder.Output, "--work-dir", _folder.WorkDirectory);
        command.Input.Write(bytes, 0, bytes.Length - 1000);
        command.Input.Flush();
        var spool = new OpenSpool(command.Id, _folder.WorkDirectory);
        command.WaitUntil(() => spool.Bytes().Length > bytes.Length / 2);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
        var stored = spool.Bytes();
        Assert.True(bytes.AsSpan(0, stored.Length / 2).IndexOf("canary"u8) >= 0 && bytes.AsSpan().IndexOf("PGDMP"u8) == 0);
        Assert.True(stored.AsSpan().IndexOf("canary"u8) < 0 && stored.AsSpan().IndexOf("PGDMP"u8) < 0, "the spool shows what it holds");

        command.Input.Write(bytes, bytes.Length - 1000, 1000);
        command.Input.Close();
        Assert.Equal(0, command.Exit());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Theory]
    [InlineData(2, Traits = ["When", "nightly"])]
    [InlineData(15, Traits = ["When", "nightly"])]
    [InlineData(9)]
    public void A_signal_ends_it_while_it_waits_and_nothing_stays(int signal)
    {
        var bytes = File.ReadAllBytes(Dump("-Z0"));
        using var command = new CommandProcess("anonymize", "-", "--policy", _folder.Policy(Policy), "--output", _folder.Output, "--work-dir", _folder.WorkDirectory);
        command.Input.Write(bytes, 0, 2 << 20);
        command.Input.Flush();
        command.WaitUntil(() => new OpenSpool(command.Id, _folder.WorkDirectory).Bytes().Length > 0);
        command.Signal(signal);
        var exit = command.Exit();
        Assert.True(exit == (signal == 9 ? 137 : 130), $"exit {exit}: {command.Printed}");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Output)!));
    }

    private string Dump(params string[] options)
    {
        cluster.Dump(cluster.CreateDatabase(Schema), _folder.In("source.dump"), ["-Fc", .. options]);
        return _folder.In("source.dump");
    }

    private static StandardInput Bytes(string file) => new(() => File.OpenRead(file), IsTerminal: false);

    private (int Exit, string Errors) Shell(string source)
    {
        var run = TestProcess.Try("/bin/sh", ["-c", Pipe, "sh", source, _folder.In("status"), Command, _folder.Policy(Policy), _folder.Output, _folder.WorkDirectory]);
        return (run.ExitCode, run.Errors);
    }

    private bool Init(string dump, string input, string policy) =>
        CommandLine.Run(["init", dump, "-o", _folder.In(policy)], Session(input)) == 0 ? true : throw new InvalidOperationException("init failed");

    private (string Printed, string Policy) Fix(string dump, string input)
    {
        var policy = _folder.Policy("columns: { email: email }\ntables: { pages: { keep: all } }\n");
        var session = Session(input);
        _ = CommandLine.Run(["audit", dump, "--fix", "--policy", policy], session);
        return (session.Out.ToString()!, File.ReadAllText(policy));
    }

    /// <summary>What a command prints that succeeds; its standard input is a file's bytes.</summary>
    private string Out(string command, string dump, string? input = null, params string[] more)
    {
        var session = Session(input ?? dump);
        var exit = CommandLine.Run([command, dump, "--policy", _folder.Policy(Policy), .. more], session);
        Assert.True(exit == 0, session.Error.ToString());
        return session.Out.ToString()!;
    }

    private static Session Session(string input) =>
        new(new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" }, Environment.GetEnvironmentVariable, IsTerminal: false, CancellationToken.None) { Input = Bytes(input) };
}
