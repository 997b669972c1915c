using System.Runtime.Versioning;
using CiAnon.Diagnostics;
using CiAnon.Publishing.Encryption;

namespace CiAnon.Tests.Publishing;

/// <summary>Keys that the program refuses: before the run's work, and with the reason. age is a script, as its versions differ; gpg is real.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EncrypterTests : IDisposable
{
    private const string Classic = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    // RFC 9580, A.3: a key of version 6, which GnuPG does not read.
    private const string Version6 = """
        -----BEGIN PGP PUBLIC KEY BLOCK-----

        xioGY4d/4xsAAAAg+U2nu0jWCmHlZ3BqZYfQMxmZu52JGggkLq2EVD34laPCsQYf
        GwoAAABCBYJjh3/jAwsJBwUVCg4IDAIWAAKbAwIeCSIhBssYbE8GCaaX5NUt+mxy
        KwwfHifBilZwj2Ul7Ce62azJBScJAgcCAAAAAK0oIBA+LX0ifsDm185Ecds2v8lw
        gyU2kCcUmKfvBXbAf6rhRYWzuQOwEn7E/aLwIwRaLsdry0+VcallHhSu4RN6HWaE
        QsiPlR4zxP/TP7mhfVEe7XWPxtnMUMtf15OyA51YBM4qBmOHf+MZAAAAIIaTJINn
        +eUBXbki+PSAld2nhJh/LVmFsS+60WyvXkQ1wpsGGBsKAAAALAWCY4d/4wKbDCIh
        BssYbE8GCaaX5NUt+mxyKwwfHifBilZwj2Ul7Ce62azJAAAAAAQBIKbpGG2dWTX8
        j+VjFM21J0hqWlEg+bdiojWnKfA5AQpWUtWnNwDEM0g12vYxoWM8Y81W+bHBw805
        I8kWVkXU6vFOi+HWvv/ira7ofJu16NnoUkhclkUrk0mXubZvyl4GBg==
        -----END PGP PUBLIC KEY BLOCK-----
        """;

    private static readonly string PostQuantum = $"age1pq1{new string('q', 1952)}";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-encrypter-");

    [Fact]
    public void What_age_does_not_take_together_is_refused_in_its_own_words()
    {
        Age("1.3.2", """if [ $# -gt 3 ]; then echo "age: error: incompatible recipients: can't mix post-quantum and classic recipients, or the file would be vulnerable to quantum computers" >&2; exit 1; fi""");
        Assert.Equal("age takes each of the recipients, and not all together: incompatible recipients: can't mix post-quantum and classic recipients, or the file would be vulnerable to quantum computers",
            Refusal([Classic, PostQuantum]));
        Assert.Equal([PostQuantum], Identifiers([PostQuantum]));
    }

    [Theory]
    [InlineData("pq", 1952, "v1.1.1", "recipient 2 is a post-quantum recipient, which age takes from 1.3 on, and 1.1.1 is installed")]
    [InlineData("tag", 59, "1.2.1", "recipient 2 is a tag recipient, which age takes from 1.3 on, and 1.2.1 is installed")]
    public void A_recipient_of_a_newer_age_names_the_version_that_it_needs(string kind, int length, string installed, string message)
    {
        Age(installed, """case "$*" in *age1pq1*|*age1tag1*) echo 'age: error: no plugin' >&2; exit 1;; esac""");
        Assert.Equal(message, Refusal([Classic, $"age1{kind}1{new string('q', length)}"]));
    }

    [Fact]
    public void A_recipient_that_age_itself_refuses_is_named_by_its_place_and_not_repeated_whole()
    {
        Age("1.3.2", """case "$*" in *age1pq1*) echo "age: error: malformed recipient \"$5\": invalid checksum" >&2; exit 1;; esac; if [ "$3" = "${3#age1pq1}" ]; then :; else exit 1; fi""");
        var message = Refusal([Classic, PostQuantum]);
        Assert.StartsWith("age can't encrypt for recipient 2: malformed recipient ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('q', 30), message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_OpenPGP_key_of_a_kind_that_gpg_does_not_know_is_called_so()
    {
        var file = Path.Combine(_folder.FullName, "team.asc");
        File.WriteAllText(file, Version6 + "\n");
        Assert.Matches(@"^recipient 1 is an OpenPGP key of a kind that this gpg \([0-9.]+\) doesn't know: version 6\. ", Refusal([file], Environment.GetEnvironmentVariable("PATH")));
    }

    [Fact]
    public void An_OpenPGP_key_with_an_algorithm_that_gpg_does_not_know_is_called_so()
    {
        var file = Path.Combine(_folder.FullName, "team.pgp");
        // A key of version 4 with RFC 9580's Ed25519 (27), a user id, and a signature in shape only, which gpg can't judge either.
        byte[] key = [0xC6, 38, 4, 0x65, 0x53, 0xF1, 0, 27, .. Enumerable.Range(0, 32).Select(number => (byte)number)];
        byte[] signature = [0xC2, 90, 4, 0x13, 27, 8, 0, 6, 5, 2, 0x65, 0x53, 0xF1, 0, 0, 10, 9, 16, .. new byte[8], 0x12, 0x34, .. new byte[64]];
        File.WriteAllBytes(file, [.. key, 0xCD, 4, .. "team"u8, .. signature]);
        Assert.Matches(@"^recipient 1 is an OpenPGP key of a kind that this gpg \([0-9.]+\) doesn't know: algorithm 27\. ", Refusal([file], Environment.GetEnvironmentVariable("PATH")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusal(string[] recipients, string? path = null)
    {
        var refusal = Assert.Throws<CiAnonException>(() => Identifiers(recipients, path));
        Assert.Equal("CIANON2020", refusal.Diagnostics[0].Code.Id);
        return refusal.Diagnostics[0].Message;
    }

    private IReadOnlyList<string> Identifiers(string[] recipients, string? path = null)
    {
        using var encrypter = new Encrypter(RecipientReader.Read(recipients), path ?? _folder.FullName, CancellationToken.None);
        return encrypter.Identifiers;
    }

    /// <summary>An age that refuses as the script says, and else writes what looks encrypted.</summary>
    private void Age(string version, string refusal)
    {
        var program = Path.Combine(_folder.FullName, "age");
        File.WriteAllText(program, $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo {version}; exit; fi\n{refusal}\necho age-encryption.org/v1\nexec /bin/cat\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
