using System.Text;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Readme;

namespace CiAnon.PostgresTests.Live;

/// <summary>The first hour of a team that keeps no dumps: <c>init</c> and <c>plan</c> look at the database itself.</summary>
public sealed class LiveInitTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE NOT NULL, last_name text, born date, note text);
        INSERT INTO people (email, last_name, born, note) SELECT 'canary' || i || '@private.test', (ARRAY['Schulze', 'Krüger', 'Vogel', 'Winter'])[i % 4 + 1], date '1980-01-01' + i, 'canary' || i || '@private.test called'
        FROM generate_series(1, 400) i;
        CREATE TABLE clicks (id int, path text) PARTITION BY HASH (id);
        CREATE TABLE clicks_0 PARTITION OF clicks FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE clicks_1 PARTITION OF clicks FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        INSERT INTO clicks SELECT i, '/page/' || i % 7 FROM generate_series(1, 500000) i;
        CREATE TABLE "Plain Words" ();
        """;

    private readonly Scene _scene = new();

    [Fact]
    public void A_database_gets_the_policy_and_the_plan_that_its_dump_would_get_and_a_run_by_it_passes()
    {
        // Others fill the log of the server that all tests share.
        using var server = TestCluster.Start(cluster.Tools);
        var database = server.CreateDatabase(Schema);
        server.Execute("postgres", $"CREATE ROLE {database}_reader LOGIN PASSWORD 'canary-secret'; GRANT pg_read_all_data TO {database}_reader");
        var dump = Path.Combine(_scene.Root, "by-hand.dump");
        server.Dump(database, dump, "-Fc");
        _scene.With("SOURCE", $"postgresql://{database}_reader:canary-secret@/{database}?host={Uri.EscapeDataString(server.Host)}");
        var byHand = Path.Combine(_scene.Root, "by-hand.yml");

        Assert.Equal(0, _scene.Run("init", dump, "--output", byHand).Exit);
        var files = TemporaryFiles(server, database);
        var ofDatabase = _scene.Run("init", "--source-env", "SOURCE", "--output", _scene.PolicyPath);
        Assert.True(ofDatabase.Exit == 0, ofDatabase.Error);
        Assert.Equal(File.ReadAllText(byHand), File.ReadAllText(_scene.PolicyPath));
        Assert.Contains("email: ", File.ReadAllText(_scene.PolicyPath), StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.Canary, File.ReadAllText(_scene.PolicyPath) + ofDatabase.Out + ofDatabase.Error, StringComparison.Ordinal);
        Assert.Contains($"ci-anon anonymize --source-env SOURCE --policy {_scene.PolicyPath} --output anon.dump\n", ofDatabase.Out, StringComparison.Ordinal);
        // Half a million rows in two partitions: a sample of each, and neither a file nor a session that is given up on the server.
        Assert.Matches("from 200.400 rows of 2 tables", ofDatabase.Out);
        Assert.Equal(files, TemporaryFiles(server, database));
        Assert.DoesNotContain("connection to client lost", server.Log, StringComparison.Ordinal);

        var plan = _scene.Run("plan", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work);
        Assert.True(plan.Exit == 0, plan.Error);
        Assert.Equal(_scene.Run("plan", dump, "--policy", _scene.PolicyPath, "--work-dir", _scene.Work).Out, plan.Out);
        var run = _scene.Run("anonymize", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--output", _scene.Output, "--work-dir", _scene.Work);
        Assert.True(run.Exit == 0, run.Error);
    }

    [Fact]
    public void The_READMEs_commands_without_a_dump_lead_to_an_artefact()
    {
        var commands = ReadmeText.WithoutDump.Where(line => line.StartsWith("ci-anon ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1..]).ToList();
        Assert.Equal(["init", "anonymize"], commands.Select(command => command[0]));
        _scene.With(ReadmeText.WithoutDump.Single(line => line.StartsWith("export ", StringComparison.Ordinal))["export ".Length..].Split('=')[0], cluster.ConnectionString(cluster.CreateDatabase(Schema)));
        foreach (var command in commands)
        {
            string[] arguments = [.. command.Select(word => word == "team.dump" ? _scene.Output : word), command[0] == "init" ? "--output" : "--policy", _scene.PolicyPath];
            var result = _scene.Run(arguments);
            Assert.True(result.Exit == 0, result.Error);
        }
        Assert.DoesNotContain(Scene.Canary, Encoding.Latin1.GetString(cluster.Script(_scene.Output)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("plan")]
    [InlineData("anonymize")]
    public void Either_a_dump_or_a_database_is_named(string command)
    {
        _scene.With("SOURCE", cluster.ConnectionString("postgres"));
        Assert.Contains("--source-env", _scene.Run(command).Line(DiagnosticCodes.Usage), StringComparison.Ordinal);
        Assert.Contains("--source-env", _scene.Run(command, "prod.dump", "--source-env", "SOURCE").Line(DiagnosticCodes.Usage), StringComparison.Ordinal);
        Assert.Contains("NOWHERE, which isn't set", _scene.Run(command, "--source-env", "NOWHERE").Line(DiagnosticCodes.Usage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_database_is_one()
    {
        _scene.With("SOURCE", cluster.ConnectionString("postgres"));
        Assert.Contains("leave it out", _scene.Run("init", "--source-env", "SOURCE", "--database", "shop", "--output", _scene.PolicyPath).Line(DiagnosticCodes.Usage), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_role_may_not_read_is_named()
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Execute(database, $"CREATE ROLE {database}_reader LOGIN; GRANT SELECT ON people TO {database}_reader");
        _scene.With("SOURCE", $"Host={cluster.Host};Username={database}_reader;Database={database}");
        Assert.Contains("public.clicks", _scene.Run("init", "--source-env", "SOURCE", "--output", _scene.PolicyPath).Line(DiagnosticCodes.LiveDenied), StringComparison.Ordinal);
        Assert.False(File.Exists(_scene.PolicyPath));
    }

    public void Dispose() => _scene.Dispose();

    private static string TemporaryFiles(TestCluster server, string database) => server.Query("postgres", $"SELECT temp_files FROM pg_stat_database WHERE datname = '{database}'");
}
