using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>What a source's definitions take for granted of the target's server: it is refused before a row is read, or done without and told.</summary>
public sealed class TargetNeedsTests : IDisposable
{
    private readonly TestCluster _source;
    private readonly TestCluster _target;
    private readonly Scene _scene = new();
    private readonly string _database;

    public TargetNeedsTests(TestCluster cluster)
    {
        _source = TestCluster.Start(cluster.Tools);
        _target = cluster;
        _database = _source.CreateDatabase("CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i");
        Staging = cluster.CreateDatabase("CREATE TABLE yesterday (id int)");
        _scene.With("SOURCE", _source.ConnectionString(_database)).With("TARGET", _target.ConnectionString(Staging));
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\n");
    }

    private string Staging { get; }

    [Fact]
    public void A_role_that_a_policy_or_a_user_mapping_is_for_is_asked_for_before_a_row_is_read()
    {
        var role = $"{Staging}_Reader";
        _source.Execute(_database, $"""
            CREATE ROLE "{role}"; ALTER TABLE people ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON people TO "{role}" USING (id < 10);
            CREATE FOREIGN DATA WRAPPER far; CREATE SERVER far FOREIGN DATA WRAPPER far; CREATE USER MAPPING FOR "{role}" SERVER far;
            """);
        var said = $"TARGET: the role {role}, for which there is USER MAPPING USER MAPPING {role} SERVER far, POLICY public.people few. ";
        Assert.Contains(said, Sync("--dry-run").Line(DiagnosticCodes.TargetLacks), StringComparison.Ordinal);
        var refused = Sync();
        Assert.Contains(said, refused.Line(DiagnosticCodes.TargetLacks), StringComparison.Ordinal);
        AssertNothingRead(refused);
        _target.Execute("postgres", $"CREATE ROLE \"{role}\"");
        AssertReplaced(Sync());
        Assert.Equal("t", _target.Query(Staging, $"SELECT polroles = ARRAY[(SELECT oid FROM pg_roles WHERE rolname = '{role}')] FROM pg_policy"));
        _target.Execute("postgres", $"DROP DATABASE {Staging}; DROP ROLE \"{role}\"");
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Privileges_are_left_out_where_a_role_that_was_granted_one_is_missing()
    {
        var role = $"{Staging}_grantee";
        _source.Execute(_database, $"CREATE ROLE {role}; GRANT SELECT ON people TO {role}; ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {role}");
        Assert.Contains($"  - Owners and privileges will be left out: the target's role lacks, or may not give to, {role}\n", Sync("--dry-run").Out, StringComparison.Ordinal);
        var done = Sync();
        AssertReplaced(done);
        Assert.Contains($"warning {DiagnosticCodes.PrivilegesLeftOut.Id}: TARGET: left out, as it lacks, or its role may not give to: {role}\n", done.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Where_a_tablespace_is_missing_everything_lies_in_the_default_one()
    {
        _source.Execute("postgres", "SET allow_in_place_tablespaces = on; CREATE TABLESPACE fast LOCATION ''");
        _source.Execute(_database, "CREATE INDEX people_email ON people (email) TABLESPACE fast");
        Assert.Contains("  - Not made in the target: tablespace fast\n", Sync("--dry-run").Out, StringComparison.Ordinal);
        var done = Sync();
        AssertReplaced(done);
        Assert.Contains($"warning {DiagnosticCodes.EntriesLeftOut.Id}: TARGET: tablespace fast. ", done.Error, StringComparison.Ordinal);
        Assert.Equal("t", _target.Query(Staging, "SELECT to_regclass('people_email') IS NOT NULL"));
    }

    [Fact]
    public void An_extension_that_the_targets_role_may_not_create_is_known_before_a_row_is_read()
    {
        _source.Execute(_database, "CREATE EXTENSION citext; CREATE EXTENSION pageinspect");
        var role = $"{Staging}_builder";
        _target.Execute("postgres", $"CREATE ROLE {role} LOGIN CREATEDB; ALTER DATABASE {Staging} OWNER TO {role}");
        _scene.With("TARGET", $"Host={_target.Host};Username={role};Database={Staging}");
        var refused = Sync();
        Assert.Contains("TARGET: the extension pageinspect, which its role may not create. ", refused.Line(DiagnosticCodes.TargetLacks), StringComparison.Ordinal);
        AssertNothingRead(refused);
        _source.Execute(_database, "DROP EXTENSION pageinspect");
        AssertReplaced(Sync());
    }

    [Fact]
    public void An_extension_that_the_targets_server_lacks_is_named()
    {
        _source.Execute(_database, "CREATE EXTENSION citext");
        var archive = Path.Combine(_scene.Root, "schema.dump");
        _source.Dump(_database, archive, "-Fc", "--schema-only");
        using var dump = Dump.Open(archive);
        using var server = TargetServer.Open(new LiveAddress("TARGET", _target.ConnectionString(Staging)), [], new SourceServer("another", 13, 0), TestContext.Current.CancellationToken);
        var needs = new TargetNeeds(server, new LeftOutEntries(isSuperuser: true, _ => true));
        needs.Require(dump.Toc);
        // As one that was built for the source's server alone.
        var lacking = Assert.Throws<CiAnonException>(() => needs.Require([.. dump.Toc.Select(entry => entry.Desc == "EXTENSION" ? entry with { Tag = "nowhere" } : entry)])).Diagnostics.Single();
        Assert.Equal((DiagnosticCodes.TargetLacks, $"TARGET: the extension nowhere. {DiagnosticCodes.TargetLacks.Help}"), (lacking.Code, lacking.Message));
    }

    public void Dispose()
    {
        _source.Dispose();
        _scene.Dispose();
    }

    private void AssertNothingRead(CommandResult refused)
    {
        Assert.DoesNotContain(DiagnosticCodes.CheckpointLeft.Id, refused.Error, StringComparison.Ordinal);
        Assert.Equal("0", _target.Query(Staging, "SELECT count(*) FROM yesterday"));
        Assert.Equal("0", _target.Query("postgres", $"SELECT count(*) FROM pg_database WHERE datname LIKE '{Staging}%ci_anon%'"));
        _scene.AssertNothingLeft();
    }

    private void AssertReplaced(CommandResult result)
    {
        Assert.True(result.Exit == 0, result.Error);
        Assert.Equal("50", _target.Query(Staging, "SELECT count(*) FROM people WHERE email LIKE 'user_%'"));
    }

    private CommandResult Sync(params string[] more) => _scene.Run(
        ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "2", .. more]);
}
