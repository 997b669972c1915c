using CiAnon.Diagnostics;
using CiAnon.Publishing.Encryption;

namespace CiAnon.Tests.Publishing;

/// <summary>What is a recipient, what is refused, and that no message repeats what was given.</summary>
public sealed class RecipientReaderTests : IDisposable
{
    private const string Age = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
    private const string Ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Age_and_ssh_recipients_may_be_mixed_and_comments_of_keys_go()
    {
        var recipients = RecipientReader.Read([Age, Ssh + " person@machine"]);
        Assert.Equal([Age, Ssh], recipients.Select(recipient => recipient.Text!));
        Assert.All(recipients, recipient => Assert.Equal(EncryptionFormat.Age, recipient.Format));
    }

    [Theory]
    [InlineData("pq", 1952)]
    [InlineData("tag", 59)]
    [InlineData("tagpq", 2006)]
    public void Recipients_that_age_knows_since_1_3_are_taken_as_text_and_in_a_file(string kind, int length)
    {
        var recipient = $"age1{kind}1{new string('q', length)}";
        File.WriteAllText(_file, recipient + "\n");
        foreach (var given in new[] { recipient, _file }) Assert.Equal(recipient, Assert.Single(RecipientReader.Read([given])).Text);
    }

    [Fact]
    public void An_ssh_key_may_have_tabs_between_its_fields()
    {
        var recipient = Assert.Single(RecipientReader.Read([Ssh.Replace(' ', '\t') + "\tperson@machine"]));
        Assert.Equal(Ssh, recipient.Text);
        Assert.StartsWith("SHA256:", recipient.AgeIdentifier, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_holds_one_recipient_per_line_comments_aside()
    {
        File.WriteAllText(_file, $"# backup\n{Age}\n\n{Ssh}\n");
        Assert.Equal([Age, Ssh], RecipientReader.Read([_file]).Select(recipient => recipient.Text!));
    }

    [Theory]
    [InlineData("AGE-SECRET-KEY-1QQQQCANARY", "CIANON2021")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\ncanary", "CIANON2021")]
    [InlineData("-----BEGIN PGP PRIVATE KEY BLOCK-----\ncanary", "CIANON2021")]
    [InlineData("age1yubikey1qqcanary", "CIANON2020")]
    [InlineData("age1pq1qqcanary", "CIANON2020")]
    [InlineData("age1se1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "CIANON2020")]
    [InlineData("ssh-ed25519 canary!", "CIANON2020")]
    [InlineData("canary", "CIANON2020")]
    [InlineData("", "CIANON2020")]
    public void What_is_no_public_key_is_refused_as_text_and_in_a_file_and_never_repeated(string text, string code)
    {
        File.WriteAllText(_file, text);
        foreach (var given in new[] { text, _file })
        {
            var refusal = Assert.Throws<CiAnonException>(() => RecipientReader.Read([given]));
            Assert.Equal(code, refusal.Diagnostics[0].Code.Id);
            Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Age_and_OpenPGP_recipients_are_not_mixed()
    {
        File.WriteAllText(_file, "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");
        Assert.Equal("CIANON2022", Assert.Throws<CiAnonException>(() => RecipientReader.Read([Age, _file])).Diagnostics[0].Code.Id);
    }

    public void Dispose() => File.Delete(_file);
}
