using System.Security.Cryptography;
using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Action;

/// <summary>The action with recipients: nothing but the encrypted dump leaves the container.</summary>
public sealed class EncryptionTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private readonly RunnerMachine _runner = new(image);

    public void Dispose() => _runner.Dispose();

    [Fact]
    public void Only_the_encrypted_dump_is_uploaded_and_attested()
    {
        var key = Key();
        var run = Anonymize(key.Recipient);
        AssertPublished(run, ".age", key.Decrypt);
        Assert.Equal(run.Outputs["dump"], Assert.Single(run.Attestations)["subject-path"]);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Each_of_two_recipients_decrypts_it()
    {
        var (one, other) = (Key(), Key());
        var run = Anonymize($"{one.Recipient}\n{other.Recipient}\n");
        AssertPublished(run, ".age", one.Decrypt);
        AssertPublished(run, ".age", other.Decrypt);
    }

    [Theory]
    [InlineData("keys/team recipients.txt")]
    [InlineData("-recipients.txt")]
    [InlineData("../shop/keys/team recipients.txt")]
    [Trait("When", "nightly")]
    public void A_file_of_the_workspace_may_hold_the_recipients(string path)
    {
        var key = Key();
        Directory.CreateDirectory(_runner.In("keys"));
        File.WriteAllText(_runner.In(path), $"# the team\n{key.Recipient}\n");
        AssertPublished(Anonymize(path), ".age", key.Decrypt);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_file_may_be_named_by_the_runners_path_though_the_container_has_another()
    {
        using var key = new OpenPgpKey();
        key.Export(_runner.In("team.asc"));
        AssertPublished(Anonymize(_runner.In("team.asc")), ".gpg", key.Decrypt);
    }

    [Theory]
    // A digit of its checksum is wrong.
    [InlineData("age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "CIANON2020", Traits = ["When", "nightly"])]
    [InlineData("no/such/file-canary", "CIANON2020", Traits = ["When", "nightly"])]
    [InlineData("AGE-SECRET-KEY-CANARY", "CIANON2021")]
    public void A_wrong_recipient_stops_the_run_before_a_row_is_read_and_is_not_repeated(string recipient, string code)
    {
        var run = Anonymize($"{Key().Recipient}\n{recipient}");
        Assert.False(run.Passed);
        var commands = GitHubLog.Commands(run.Log);
        Assert.Equal(["restore"], commands.Where(command => command.Name == "group").Select(command => command.Data));
        var error = Assert.Single(commands, command => command.Name == "error");
        Assert.StartsWith($"{code}: ", error.Properties["title"]);
        Assert.Contains("recipient 2", error.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run.Log, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(run.Uploads);
        Assert.Equal(("failed", ""), (run.Outputs["status"], run.Outputs["dump"]));
    }

    private AgeKey Key()
    {
        var path = _runner.NewFile();
        File.Delete(path);
        return AgeKey.Make(path);
    }

    private ActionRun Anonymize(string recipients)
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        return ActionRun.Of(_runner, new Dictionary<string, string>
        {
            ["dump"] = "prod.dump",
            ["encrypt-to"] = recipients,
            ["attest"] = "true",
            ["image"] = ContainerImage.Name,
            // The event says that the repository is private; nobody is asked.
            ["github-token"] = "",
        });
    }

    private void AssertPublished(ActionRun run, string extension, Action<string, string> decrypt)
    {
        Assert.True(run.Passed, run.Log);
        var dump = run.Outputs["dump"];
        Assert.EndsWith("anonymized.dump" + extension, dump, StringComparison.Ordinal);
        var (name, content) = Assert.Single(run.Uploads[1].Files);
        Assert.Equal((Path.GetFileName(dump), run.Outputs["sha256"]), (name, Convert.ToHexStringLower(SHA256.HashData(content))));
        Assert.Equal(content, File.ReadAllBytes(dump));

        string[] left = [.. new[] { _runner.Workspace, _runner.Temporary }.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))];
        Assert.Equal([_runner.In("prod.dump")], left.Where(path => EncryptedArtefact.IsClear(File.ReadAllBytes(path))));
        Assert.DoesNotContain(run.Uploads.SelectMany(upload => upload.Files.Values), EncryptedArtefact.IsClear);
        new EncryptedArtefact(dump, run.Outputs["report"]).AssertDecrypts(cluster, decrypt, rows: 500);
    }
}
