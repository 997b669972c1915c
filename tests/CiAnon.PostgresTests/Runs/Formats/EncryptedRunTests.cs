using CiAnon.Cli;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Whole runs whose artefact is encrypted by the real age and gpg, and decrypted by them as judges.</summary>
public sealed class EncryptedRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = "CREATE TABLE people (email text); INSERT INTO people SELECT 'canary' || i || '@private.test' FROM generate_series(1, 500) i;";
    private const string Policy = "columns: { email: email }\n";
    private const string AgeMagic = "age-encryption.org/v1";

    private readonly RunFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private string? _searchPath = Environment.GetEnvironmentVariable("PATH");

    [Fact]
    public void Each_age_recipient_can_decrypt_what_was_proven()
    {
        var (one, two) = (Key("one"), Key("two"));
        Assert.Equal(0, Anonymize("--encrypt-to", one.Recipient, "--encrypt-to", two.Recipient));

        foreach (var key in new[] { one, two }) AssertDecrypts(".age", key.Decrypt);
        Assert.Equal([one.Recipient, two.Recipient], Report().Output!.Encryption!.Recipients);
        AssertOnlyPublished("anonymized.age", "anonymized.report.json");
    }

    [Fact]
    public void The_holder_of_an_OpenPGP_key_can_decrypt_what_was_proven()
    {
        using var key = new OpenPgpKey();
        key.Export(_folder.In("team.asc"));
        Assert.Equal(0, Anonymize("--encrypt-to", _folder.In("team.asc")));

        AssertDecrypts(".gpg", key.Decrypt);
        Assert.Contains(Report().Output!.Encryption!.Recipients[0], key.Listing, StringComparison.Ordinal);
        AssertOnlyPublished("anonymized.gpg", "anonymized.report.json");
    }

    [Fact]
    public void A_changed_encrypted_file_is_told_by_verify()
    {
        Assert.Equal(0, Anonymize("--encrypt-to", Key("one").Recipient));
        File.AppendAllText(_folder.Output + ".age", "x");
        Assert.Equal(1, Run("report", _folder.Report, "--verify"));
    }

    [Fact]
    public void A_missing_program_stops_the_run_before_rows_are_read()
    {
        var key = Key("one").Recipient;
        _searchPath = _folder.In("nowhere");
        AssertStopped(4, "CIANON2023", key);
    }

    [Fact]
    public void A_recipient_with_a_wrong_checksum_stops_the_run_before_rows_are_read() =>
        AssertStopped(2, "CIANON2020", "age1" + new string('q', 58));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void A_recipient_that_is_an_empty_variable_does_not_publish_in_clear(string recipient) => AssertStopped(2, "CIANON2020", recipient);

    [Fact]
    public void An_earlier_dump_in_clear_is_not_left_beside_the_encrypted_one()
    {
        File.WriteAllText(_folder.Output, "last week's");
        Assert.Equal(2, Anonymize("--encrypt-to", Key("one").Recipient));
        Assert.Contains("CIANON2026", _error.ToString(), StringComparison.Ordinal);
        AssertOnlyPublished("anonymized");
    }

    [Theory]
    [InlineData("fails", "/bin/cat >/dev/null; exit 1", "CIANON2024")]
    [InlineData("writes nothing", "/bin/cat >/dev/null", "CIANON2024")]
    [InlineData("stops reading", "echo " + AgeMagic + "; exit 0", "CIANON2024")]
    [InlineData("copies in clear", "/bin/cat", "CIANON2024")]
    public void A_program_that_does_not_encrypt_publishes_nothing(string how, string script, string code)
    {
        var key = Key("one").Recipient;
        _searchPath = Directory.CreateDirectory(_folder.In("bin")).FullName + ":" + _searchPath;
        var program = _folder.In("bin/age");
        // The probe is a few bytes and works; the dump, which is larger, does not.
        File.WriteAllText(program, $"#!/bin/sh\nfirst=$(/usr/bin/dirname \"$0\")/probed\nif [ ! -e \"$first\" ]; then : >\"$first\"; /bin/cat >/dev/null; echo {AgeMagic}; exit 0; fi\n{script}\n");
        File.SetUnixFileMode(program, (UnixFileMode)Convert.ToInt32("755", 8));

        Assert.Equal((how, 4), (how, Anonymize("--encrypt-to", key)));
        Assert.Contains(code, _error.ToString(), StringComparison.Ordinal);
        AssertOnlyPublished();
    }

    [Theory]
    [InlineData("--format", "directory")]
    [InlineData("--in-place", null)]
    public void What_is_not_one_new_file_is_refused(string option, string? value)
    {
        string[] output = option == "--in-place" ? [] : ["-o", _folder.Output];
        Assert.Equal(2, Run(["anonymize", Dump(), .. output, option, .. value is null ? Array.Empty<string>() : [value], "--encrypt-to", Key("one").Recipient]));
        Assert.Contains("CIANON2026", _error.ToString(), StringComparison.Ordinal);
        AssertOnlyPublished();
    }

    public void Dispose() => _folder.Dispose();

    private void AssertStopped(int exit, string code, string recipient)
    {
        Assert.Equal(exit, Anonymize("--encrypt-to", recipient));
        Assert.Contains(code, _error.ToString(), StringComparison.Ordinal);
        AssertOnlyPublished();
    }

    private void AssertDecrypts(string extension, Action<string, string> decrypt)
    {
        File.Delete(_folder.In("clear"));
        decrypt(_folder.Output + extension, _folder.In("clear"));
        var output = Report().Output!;
        Assert.Equal(output.Sha256, RunFolder.Sha256(_folder.In("clear")));
        Assert.Equal(output.Encryption!.Sha256, RunFolder.Sha256(_folder.Output + extension));
        var rows = TestProcess.Run(PostgresTools.Installed.Program("pg_restore"), ["-f", "-", _folder.In("clear")]).Text;
        Assert.Equal(500, rows.Split('\n').Count(line => line.Contains('@', StringComparison.Ordinal)));
        Assert.DoesNotContain("canary", rows, StringComparison.Ordinal);
        Assert.Equal(0, Run("report", _folder.Report, "--verify"));
        Assert.Equal(0, Run("report", _folder.Report, "--verify", "--artefact", _folder.In("clear")));
    }

    private void AssertOnlyPublished(params string[] names)
    {
        Assert.Equal(names, Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Output)!).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
        Assert.DoesNotContain("canary", _out.ToString() + _error, StringComparison.Ordinal);
    }

    private AgeKey Key(string name) => AgeKey.Make(_folder.In(name + ".key"));

    private ComplianceReport Report() => ReportJson.Read(File.ReadAllBytes(_folder.Report))!;

    private string Dump() => _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");

    private int Anonymize(params string[] more) => Run(["anonymize", Dump(), "-o", _folder.Output, .. more]);

    private int Run(params string[] arguments)
    {
        var session = new Session(_out, _error, name => name == "PATH" ? _searchPath : TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None);
        string[] where = arguments[0] == "report" ? [] : ["--policy", _folder.Policy(Policy), "--work-dir", _folder.WorkDirectory, "--progress", "none"];
        return CommandLine.Run([.. arguments, .. where], session);
    }
}
