using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/gitlab, run from the encrypted dump in its store to the artefact.</summary>
public sealed class GitLabRunTests(TestCluster cluster) : IDisposable
{
    private readonly EncryptedDump _dump = new(cluster);
    private readonly GitLabProject _project = new();

    public void Dispose()
    {
        _project.Dispose();
        _dump.Dispose();
    }

    [Fact]
    public void An_encrypted_dump_becomes_an_artefact_that_restores()
    {
        var log = Run(0, PeopleDump.Policy);
        Assert.Equal(["prod.dump.age"], _project.Artifact("fetch"));
        Assert.Equal(["anonymized/team.dump", "anonymized/team.dump.report.json"], _project.Artifact("anonymize"));

        var team = Path.Combine(_project.ArtifactFolder("anonymize"), "anonymized/team.dump");
        var database = cluster.CreateDatabase();
        cluster.Restore(team, database);
        Assert.Equal("500", cluster.Query(database, "SELECT count(*) FROM people WHERE email NOT LIKE 'canary%'"));
        Assert.Equal(["anonymized/team.dump"], Archives());
        Assert.Equal("passed", Outputs()["CIANON_STATUS"]);
        Assert.Equal("anonymized/team.dump", Outputs()["CIANON_DUMP"]);
        Assert.Empty(JUnit().Descendants("failure"));
        Assert.Equal(0, CodeQuality().GetArrayLength());
        AssertNoCanary(log);
    }

    [Theory]
    [Trait("When", "nightly")]
    [InlineData("version: 1\ncolums: { email: email }\n", 1, "CIANON1010")]
    [InlineData(PeopleDump.Policy + "verify: { sql: [fails.sql] }\n", 0, "CIANON5002")]
    public void A_policy_that_fails_leaves_no_dump(string policy, int issues, string code)
    {
        var log = Run(1, policy);
        AssertNothingPublished(log, code);
        Assert.Equal(issues, CodeQuality().GetArrayLength());
        if (issues == 0) Assert.NotEmpty(JUnit().Descendants("failure"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_that_is_not_decrypted_to_its_end_leaves_no_dump()
    {
        _dump.LoseIdentity();
        AssertNothingPublished(Run(1, PeopleDump.Policy), "CIANON3016: the command that writes the dump ended with 1:");
    }

    private string Run(int exit, string policy)
    {
        _project.Commit("ci-anon.yml", policy);
        _project.Commit("fails.sql", "SELECT 'count', 7");
        return _project.Run(exit, _dump, Path.GetDirectoryName(RestoreMachine.CiAnon)!);
    }

    private void AssertNothingPublished(string log, string code)
    {
        Assert.Contains(code, log, StringComparison.Ordinal);
        Assert.DoesNotContain("anonymized/team.dump", _project.Artifact("anonymize"));
        Assert.Empty(Archives());
        Assert.Equal("failed", Outputs()["CIANON_STATUS"]);
        AssertNoCanary(log);
    }

    private string Reported(string name) => File.ReadAllText(Path.Combine(_project.BuildFolder("anonymize"), "ci-anon-reports", name));

    private Dictionary<string, string> Outputs() => GitLabLog.Variables(File.ReadAllText(
        Path.Combine(_project.ArtifactFolder("anonymize"), ".gitlab-ci-reports/dotenv/ci-anon-reports/outputs.env")));

    private XDocument JUnit() => XDocument.Parse(Reported("junit.xml"));

    private JsonElement CodeQuality() => JsonDocument.Parse(Reported("codequality.json")).RootElement;

    /// <summary>Every file of the last job that pg_restore could read: clear text must be in none.</summary>
    private List<string> Archives()
    {
        var folder = _project.BuildFolder("anonymize");
        return [.. GitLabProject.FilesBelow(folder).Where(path => File.ReadAllBytes(Path.Combine(folder, path)).AsSpan().StartsWith("PGDMP"u8))];
    }

    private void AssertNoCanary(string log)
    {
        var everything = new StringBuilder(log);
        foreach (var folder in new[] { _project.BuildFolder("anonymize"), _project.ArtifactFolder("anonymize") })
            foreach (var path in GitLabProject.FilesBelow(folder)) everything.Append(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, path))));
        Assert.DoesNotContain(PeopleDump.Canary, everything.ToString(), StringComparison.Ordinal);
    }
}
