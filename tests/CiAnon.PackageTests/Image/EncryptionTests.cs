using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Image;

/// <summary>The image encrypts with what is in it: hardened, without a network, and without an agent for gpg.</summary>
public sealed class EncryptionTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private readonly RunnerFolder _runner = new();
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("ci-anon-keys-");

    public void Dispose()
    {
        _keys.Delete(recursive: true);
        _runner.Dispose();
    }

    [Fact]
    public void Every_age_recipient_decrypts_what_was_proven()
    {
        var (one, other) = (Key("one"), Key("other"));
        Anonymize("--encrypt-to", one.Recipient, "--encrypt-to", other.Recipient);
        AssertPublished("anon.dump.age", one.Decrypt);
        AssertPublished("anon.dump.age", other.Decrypt);
    }

    [Fact]
    public void The_holder_of_an_OpenPGP_key_decrypts_what_was_proven()
    {
        using var key = new OpenPgpKey();
        key.Export(_runner.In("team.asc"));
        Anonymize("--encrypt-to", "team.asc");
        AssertPublished("anon.dump.gpg", key.Decrypt, "team.asc");
    }

    [Fact]
    public void The_holder_of_a_post_quantum_key_decrypts_what_was_proven()
    {
        Anonymize("--encrypt-to", PostQuantumKey());
        AssertPublished("anon.dump.age", (encrypted, clear) => image.Engine("run", "--rm", "--network", "none", "-v", $"{_keys.FullName}:/keys:ro",
            "-v", $"{Path.GetDirectoryName(encrypted)}:/in:ro", "-v", $"{Path.GetDirectoryName(clear)}:/out",
            "--entrypoint", "age", ContainerImage.Name, "--decrypt", "--identity", "/keys/pq", "--output", $"/out/{Path.GetFileName(clear)}", $"/in/{Path.GetFileName(encrypted)}"));
    }

    [Fact]
    public void Recipients_that_age_does_not_take_together_stop_the_run_with_its_reason()
    {
        using var run = Start("--encrypt-to", PostQuantumKey(), "--encrypt-to", Key("classic").Recipient);
        Assert.Equal(2, run.Exit());
        Assert.Contains("CIANON2020", run.Log, StringComparison.Ordinal);
        Assert.Contains("can't mix post-quantum and classic recipients", run.Log, StringComparison.Ordinal);
        Assert.Equal(["ci-anon.yml", "prod.dump"], _runner.Owners().Keys.Order());
    }

    private AgeKey Key(string name) => AgeKey.Make(Path.Combine(_keys.FullName, name));

    /// <summary>Puts the identity where the image reads it; its recipient.</summary>
    private string PostQuantumKey()
    {
        var identity = File.ReadAllText(GeneratedFile.FullPath("tests/CiAnon.PackageTests/Image/post-quantum.key"));
        File.WriteAllText(Path.Combine(_keys.FullName, "pq"), identity);
        return identity.Split('\n').Single(line => line.StartsWith("# public key: ", StringComparison.Ordinal)).Split(' ')[^1];
    }

    private void Anonymize(params IEnumerable<string> options)
    {
        using var run = Start(options);
        Assert.True(run.Exit() == 0, run.Log);
    }

    private ContainerRun Start(params IEnumerable<string> options)
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        _runner.HandToRunner();
        return image.Start([.. ContainerImage.Hardened(ContainerImage.Capabilities), .. _runner.Mounts], _runner.Environment,
            ["anonymize", "prod.dump", "--output", "anon.dump", .. options]);
    }

    private void AssertPublished(string name, Action<string, string> decrypt, params IEnumerable<string> others)
    {
        Assert.Equal(new[] { name, "anon.dump.report.json", "ci-anon.yml", "prod.dump" }.Concat(others).Order(), _runner.Owners().Keys.Order());
        Assert.All(_runner.Owners().Values, owner => Assert.Equal(RunnerFolder.Owner, owner));
        new EncryptedArtefact(_runner.In(name), _runner.In("anon.dump.report.json")).AssertDecrypts(cluster, decrypt, rows: 500);
    }
}
