using System.Text;
using CiAnon.PackageTests.MSBuild;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/azure-pipelines/msbuild.yml, run in this repository's samples with the packed packages.</summary>
public sealed class AzureMSBuildTests : IDisposable
{
    private const string Key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private readonly PackageFeed _feed;
    private readonly TestCluster _cluster;
    private readonly Workspace _workspace;

    public AzureMSBuildTests(PackageFeed feed, TestCluster cluster)
    {
        (_feed, _cluster, _workspace) = (feed, cluster, ShopWorkspace.Of(feed, cluster, "s/samples/msbuild"));
        File.Move(_workspace.In("prod.dump"), Dump);
        File.Copy(GeneratedFile.FullPath(".gitignore"), Path.Combine(Sources, ".gitignore"));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_becomes_an_artefact_that_restores()
    {
        // What an earlier run left in the agent's work tree is cleaned away.
        _workspace.Write("artifacts/stale.dump", "");
        var agent = Run();
        Assert.True(agent.Succeeded, agent.Log);
        Assert.Equal(["shop.dump", "shop.dump.report.json"], agent.Published["anonymized"].Keys.Order());

        var shop = _workspace.In("artifacts/shop.dump");
        Assert.Equal("200", _cluster.Query(_workspace.Restore(shop), "SELECT count(*) FROM customers"));
        Assert.Contains(Workspace.Canary, Script(Dump), StringComparison.Ordinal);
        Assert.DoesNotContain(Workspace.Canary, Script(shop), StringComparison.Ordinal);
        AssertNoSecret(agent);
    }

    [Fact]
    public void A_policy_that_fails_publishes_its_log_and_no_dump()
    {
        var policy = _workspace.In("../shop/ci-anon.yml");
        var text = File.ReadAllText(policy);
        Assert.Contains("  company: company\n", text, StringComparison.Ordinal);
        File.WriteAllText(policy, text.Replace("  company: company\n", "  company: compnay\n", StringComparison.Ordinal));
        var agent = Run();
        Assert.False(agent.Succeeded);
        Assert.Contains("error CIANON", agent.Log, StringComparison.Ordinal);
        Assert.Equal(["log"], agent.Published.Keys);
        AssertNoSecret(agent);
    }

    private string Sources => Path.GetFullPath(_workspace.In("../.."));

    private string Dump => Path.GetFullPath(_workspace.In("../../../prod.dump"));

    private AzureAgent Run()
    {
        string Folder(string name) => Directory.CreateDirectory(Path.Combine(Sources, "..", name)).FullName;
        var agent = new AzureAgent(Sources, Folder("temporary"), Folder("a"))
        {
            Machine = new() { ["NUGET_PACKAGES"] = _feed.Cache, ["CiAnonWorkDirectory"] = _workspace.Work },
            Secrets = new() { ["cianonKey"] = Key },
        };
        agent.Set("prodDump", Dump);
        agent.Run("samples/azure-pipelines/msbuild.yml");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_workspace.Work));
        return agent;
    }

    private string Script(string archive) => Encoding.UTF8.GetString(_cluster.Script(archive));

    private void AssertNoSecret(AzureAgent agent)
    {
        Assert.Equal(["anonymize.binlog"], agent.Published["log"].Keys);
        var binlog = Path.Combine(Sources, "..", "read.binlog");
        File.WriteAllBytes(binlog, agent.Published["log"]["anonymize.binlog"]);
        Assert.DoesNotMatch($"{Workspace.Canary}|{Key[..20]}", agent.Log + BinaryLog.Read(binlog).Text);
    }
}
