using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/restore with what the command publishes beside a plain file: encrypted dumps, and dumps that are folders.</summary>
public sealed class RestoreFormatTests(TestCluster cluster) : IDisposable
{
    private readonly RestoreMachine _machine = new(cluster);

    public void Dispose() => _machine.Dispose();

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_for_an_age_identity_is_decrypted()
    {
        var (recipient, identity) = AgeKey("mine");
        _machine.Anonymize("--encrypt-to", recipient);
        Publish("anon.dump.age");
        _machine.AssertRefused("--identity names your key");
        _machine.AssertRefused("age can't decrypt", "--identity", AgeKey("other").Identity);
        _machine.Restore(0, "--identity", identity);
        AssertDecrypted("age");
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_for_an_OpenPGP_key_is_decrypted_by_the_keyring()
    {
        var home = Directory.CreateDirectory(_machine.In("gnupg"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        TestProcess.Run("gpg", ["--homedir", home, "--batch", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-generate-key", "team@example.test", "rsa2048", "encr", "never"]);
        TestProcess.Run("gpg", ["--homedir", home, "--batch", "--armor", "--output", _machine.In("team.asc"), "--export"]);
        try
        {
            _machine.Anonymize("--encrypt-to", _machine.In("team.asc"));
            Publish("anon.dump.gpg");
            _machine.Environment["GNUPGHOME"] = Directory.CreateDirectory(_machine.In("empty"), File.GetUnixFileMode(home)).FullName;
            _machine.AssertRefused("gpg can't decrypt");
            _machine.Environment["GNUPGHOME"] = home;
            _machine.Restore(0);
            AssertDecrypted("openpgp");
        }
        finally
        {
            foreach (var keyring in new[] { home, _machine.In("empty") }) TestProcess.Try("gpgconf", ["--homedir", keyring, "--kill", "all"]);
        }
    }

    [Fact]
    [Trait("When", "nightly")]
    public void An_encrypted_file_that_the_report_does_not_vouch_for_is_not_even_decrypted()
    {
        var (recipient, identity) = AgeKey("mine");
        _machine.Anonymize("--encrypt-to", recipient);
        File.AppendAllText(_machine.In("anon.dump.age"), "x");
        Publish("anon.dump.age");
        _machine.AssertRefused("the encrypted file isn't what the report vouches for", "--identity", identity);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void What_was_encrypted_must_be_the_dump_of_the_report()
    {
        var (recipient, identity) = AgeKey("mine");
        _machine.Anonymize("--encrypt-to", recipient);
        var report = _machine.Report();
        report["output"]!["sha256"] = new string('0', 64);
        File.WriteAllText(_machine.In("anon.dump.report.json"), report.ToJsonString());
        Publish("anon.dump.age");
        _machine.AssertRefused("the decrypted dump isn't what the report vouches for", "--identity", identity);
    }

    [Fact]
    public void A_dump_that_is_a_folder_is_found_with_its_name_and_without()
    {
        _machine.Anonymize("--format", "directory");
        Assert.Equal("directory", (string?)_machine.Report()["output"]!["format"]);
        // GitHub keeps the report apart, and leaves out the name of a folder that is all it was given.
        _machine.GitHub.Add(new(2, "anonymized", _machine.ZipInside("anon.dump")));
        _machine.GitHub.Add(new(3, "anonymized-report", _machine.Zip("anon.dump.report.json")));
        _machine.Restore(0);
        _machine.AssertRestored();

        File.WriteAllBytes(_machine.In("artifact.zip"), _machine.Zip("anon.dump", "anon.dump.report.json"));
        _machine.Run(0, "--from", _machine.In("artifact.zip"), "--database", _machine.Database, "--replace");
        _machine.AssertRestored();
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_folder_with_a_file_too_many_is_refused()
    {
        _machine.Anonymize("--format", "directory");
        File.WriteAllText(_machine.In("anon.dump/4711.dat"), "x");
        Publish("anon.dump");
        _machine.AssertRefused("SHA-256 differs");
    }

    private void Publish(string dump) => _machine.GitHub.Add(new(2, "anonymized", _machine.Zip(dump, "anon.dump.report.json")));

    private void AssertDecrypted(string format)
    {
        Assert.Equal(format, (string?)_machine.Report()["output"]!["encryption"]!["format"]);
        _machine.AssertRestored();
        Assert.Empty(Directory.GetFiles(_machine.Cache, "dump", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(_machine.Cache, "anon.dump", SearchOption.AllDirectories));
    }

    private (string Recipient, string Identity) AgeKey(string name)
    {
        var identity = _machine.In(name + ".key");
        TestProcess.Run("age-keygen", ["-o", identity]);
        return (TestProcess.Run("age-keygen", ["-y", identity]).Text.Trim(), identity);
    }
}
