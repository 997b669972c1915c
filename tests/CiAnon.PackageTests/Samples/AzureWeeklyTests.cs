using System.Text;
using CiAnon.PackageTests.Action;
using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/azure-pipelines/weekly.yml, run from the encrypted dump in its store to what is published, in the real image.</summary>
public sealed class AzureWeeklyTests : IDisposable
{
    private const string Sample = "samples/azure-pipelines/weekly.yml";
    private const string Key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private readonly TestCluster _cluster;
    private readonly RunnerMachine _machine;
    private readonly EncryptedDump _dump;

    public AzureWeeklyTests(ContainerImage image, TestCluster cluster)
    {
        // Nothing of GitHub's but a machine with docker, which tells what it was asked for.
        (_cluster, _machine, _dump) = (cluster, new RunnerMachine(image), new EncryptedDump(cluster));
        File.WriteAllText(_machine.In("ci-anon.yml"), PeopleDump.Policy);
    }

    public void Dispose()
    {
        _dump.Dispose();
        _machine.Dispose();
    }

    [Fact]
    public void An_encrypted_dump_becomes_an_artefact_that_restores()
    {
        var agent = Run(new() { ["cianonKey"] = Key });
        Assert.True(agent.Succeeded, agent.Log);
        Assert.Equal(["anonymized", "report"], agent.Published.Keys.Order());
        Assert.Equal(["team.dump.report.json"], agent.Published["report"].Keys);
        Assert.Equal(["team.dump"], agent.Published["anonymized"].Keys);

        var team = _machine.NewFile();
        File.WriteAllBytes(team, agent.Published["anonymized"]["team.dump"]);
        var database = _cluster.CreateDatabase();
        _cluster.Restore(team, database);
        Assert.Equal("500", _cluster.Query(database, "SELECT count(*) FROM people WHERE email NOT LIKE 'canary%'"));
        Assert.Equal(("passed", "500", "1"), (agent.Variable("run.status"), agent.Variable("run.rows"), agent.Variable("run.columnsAnonymized")));
        Assert.Contains("\"mode\": \"pseudonymization\"", Report(agent), StringComparison.Ordinal);
        AssertNoSecret(agent);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_key_that_nobody_has_set_is_none()
    {
        var agent = Run([]);
        Assert.True(agent.Succeeded, agent.Log);
        Assert.Contains("\"mode\": \"anonymization\"", Report(agent), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_check_that_fails_publishes_its_report_and_no_dump()
    {
        File.WriteAllText(_machine.In("ci-anon.yml"), PeopleDump.Policy + "verify: { sql: [fails.sql] }\n");
        File.WriteAllText(_machine.In("fails.sql"), "SELECT 'count', 7");
        var agent = Run([]);
        Assert.False(agent.Succeeded);
        Assert.Contains("CIANON5002", agent.Log, StringComparison.Ordinal);
        Assert.Equal(["report"], agent.Published.Keys);
        Assert.Contains("\"status\": \"failed\"", Report(agent), StringComparison.Ordinal);
        AssertNoSecret(agent);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_policy_that_is_not_complete_publishes_nothing()
    {
        File.WriteAllText(_machine.In("ci-anon.yml"), "version: 1\ncolums: { email: email }\n");
        AssertNothingPublished("CIANON1010");
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_that_is_not_decrypted_to_its_end_publishes_nothing()
    {
        _dump.LoseIdentity();
        AssertNothingPublished("CIANON3016: the command that writes the dump ended with 1:");
    }

    private AzureAgent Run(Dictionary<string, string> secrets)
    {
        var staging = Directory.CreateDirectory(Path.Combine(_machine.Workspace, "..", "a")).FullName;
        var agent = new AzureAgent(_machine.Workspace, _machine.Temporary, Path.GetFullPath(staging))
        {
            Machine = new() { ["PATH"] = _machine.Environment["PATH"], ["CURL_CA_BUNDLE"] = _dump.Authority },
            Secrets = new(secrets) { ["prodDumpUrl"] = _dump.Address },
            SecureFiles = new() { ["prod-dump-key"] = _dump.Identity },
        };
        agent.Set("image", ContainerImage.Name);
        return agent.Run(Sample);
    }

    private static string Report(AzureAgent agent) => Encoding.UTF8.GetString(agent.Published["report"]["team.dump.report.json"]);

    private void AssertNothingPublished(string code)
    {
        var agent = Run([]);
        Assert.False(agent.Succeeded);
        Assert.Contains(code, agent.Log, StringComparison.Ordinal);
        Assert.Equal("failed", agent.Variable("run.status"));
        Assert.Empty(agent.Published);
        AssertNoSecret(agent);
    }

    private void AssertNoSecret(AzureAgent agent)
    {
        var seen = agent.Log + string.Join('\n', _machine.DockerCalls.SelectMany(call => call)) + string.Concat(agent.Published.GetValueOrDefault("report")?.Values.Select(Encoding.UTF8.GetString) ?? []);
        Assert.DoesNotMatch($"{PeopleDump.Canary}|{Key[..20]}", seen);
    }
}
