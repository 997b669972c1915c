using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Extensions;

/// <summary>Dumps with tables of TimescaleDB, pg_partman and pg_cron, as pg_dump writes them; judged by a server that has them.</summary>
public sealed class KnownExtensionsTests(TestCluster installed, ExtensionTablesFixture servers) : IClassFixture<ExtensionTablesFixture>, IDisposable
{
    private const string Rules = """
        columns: { email: email }
        tables:
          visits: { keep: [device] }
          _timescaledb_internal.compress_hyper_2_2_chunk: { rows: none, keep: [device, email] }

        """;

    private const string Jobs = """
          _timescaledb_config.bgw_job: { keep: [application_name, config] }
          cron.job: { columns: { command: text }, keep: [jobname, nodename, database, username] }

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Their_own_rows_stay_and_what_a_team_wrote_into_them_is_masked()
    {
        var run = RunFolder.Anonymize(Options(Rules + Jobs));
        Assert.Equal(["_timescaledb_internal._hyper_1_1_chunk.email: email", "cron.job.command: text", "public.visits.email: email"], run.Masked);
        var restored = servers.Cluster.CreateDatabase();
        servers.Cluster.Restore(run.Artefact, restored);
        Assert.Equal("40|0", servers.Cluster.Query(restored, "SELECT count(*), count(*) FILTER (WHERE email LIKE '%canary%') FROM visits"));
        Assert.Equal("0 3 * * *|f|nightly", servers.Cluster.Query(restored, "SELECT schedule, command ~ 'canary', jobname FROM cron.job"));
        Assert.Equal("public.visits|device", servers.Cluster.Query(restored, "SELECT parent_table, sub_control FROM partman.part_config JOIN partman.part_config_sub ON sub_parent = parent_table"));
        Assert.Equal("2|2|1|2", servers.Cluster.Query(restored, """
            SELECT (SELECT count(*) FROM _timescaledb_catalog.hypertable), (SELECT count(*) FROM _timescaledb_catalog.chunk), (SELECT count(*) FROM _timescaledb_catalog.metadata), (SELECT count(*) FROM _timescaledb_config.bgw_job)
            """));
        Assert.Equal(servers.Cluster.List(servers.Known), servers.Cluster.List(run.Artefact));
    }

    [Theory]
    [InlineData(Rules, "table cron.job has columns without a decision: command (text), nodename (text), database (text), username (text), jobname (text)")]
    [InlineData("columns: { email: email }\n", "_timescaledb_internal.compress_hyper_2_2_chunk.email")]
    [InlineData("tables: { visits: { columns: { email: email } } }\n", "table _timescaledb_internal.compress_hyper_2_2_chunk has columns without a decision: device (text), email (_timescaledb_internal.compressed_data)")]
    public void Commands_and_compressed_rows_need_a_decision_and_nothing_else_of_theirs(string rules, string told)
    {
        using var run = new AnonymizationRun(Options(rules), new RecordingObserver(), CancellationToken.None);
        var failure = Assert.Throws<CiAnonException>(() => run.Plan());
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain("part_config", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("_timescaledb_catalog", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_them_their_rows_go_through_and_commands_need_the_same_decision()
    {
        var options = Options(Rules + Jobs) with { PostgresBin = installed.Tools.BinDirectory, WithoutExtensions = ["pg_cron", "pg_partman", "timescaledb"] };
        var run = RunFolder.Anonymize(options);
        Assert.Contains("cron.job.command: text", run.Masked);
        var restored = servers.Cluster.CreateDatabase();
        servers.Cluster.Restore(run.Artefact, restored);
        Assert.Equal("40|f|1", servers.Cluster.Query(restored, "SELECT (SELECT count(*) FROM visits WHERE email NOT LIKE '%canary%'), (SELECT command ~ 'canary' FROM cron.job), (SELECT count(*) FROM partman.part_config)"));
        using var undecided = new AnonymizationRun(options with { PolicyPath = _folder.Policy(Rules) }, new RecordingObserver(), CancellationToken.None);
        Assert.Contains("table cron.job has columns without a decision: command", Assert.Throws<CiAnonException>(() => undecided.Plan()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_pg_cron_a_command_cannot_become_NULL_which_no_server_with_it_would_take()
    {
        var options = Options(Rules + Jobs.Replace("command: text", "command: 'null'", StringComparison.Ordinal)) with { PostgresBin = installed.Tools.BinDirectory, WithoutExtensions = ["pg_cron", "pg_partman", "timescaledb"] };
        using var run = new AnonymizationRun(options, new RecordingObserver(), CancellationToken.None);
        Assert.Contains("cron.job.command is NOT NULL and can't become NULL", Assert.Throws<CiAnonException>(() => run.Plan()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preloaded")]
    [InlineData("refusing")]
    public void One_that_must_be_loaded_when_the_server_starts_is_left_out_and_says_so(string extension)
    {
        var database = servers.Cluster.CreateDatabase($"SET preloaded.here = 'yes'; CREATE EXTENSION {extension}; CREATE TABLE people (email text); INSERT INTO people VALUES ('a@canary-ark.org');");
        var dump = _folder.DumpOf(servers.Cluster, database, "-Fc");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy("columns: { email: email }\n")) with { PostgresBin = servers.Cluster.Tools.BinDirectory });
        Assert.Equal(ReportStatus.Passed, run.Report.Status);
        Assert.Equal([$"EXTENSION {extension}"], run.Report.Skipped.Select(skipped => skipped.Entry));
        var told = run.Observer.Notices.Single(notice => notice.Code == DiagnosticCodes.EntrySkipped).Message;
        Assert.Contains("shared_preload_libraries", told, StringComparison.Ordinal);
        Assert.Contains($"--without-extension {extension}", told, StringComparison.Ordinal);
        Assert.Equal(servers.Cluster.List(dump), servers.Cluster.List(run.Artefact));
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizeOptions Options(string rules) => _folder.Options(servers.Known, _folder.Policy(rules)) with { PostgresBin = servers.Cluster.Tools.BinDirectory };
}
