namespace CiAnon.PostgresTests;

/// <summary>A pair of OpenPGP keys that gpg made for one test, in a home of its own; gpg itself decrypts with it.</summary>
public sealed class OpenPgpKey : IDisposable
{
    // Short, because gpg's agent listens on a socket in it.
    private readonly string _home = Directory.CreateTempSubdirectory("ci-anon-pgp-").FullName;

    public OpenPgpKey() => Gpg("--passphrase", "", "--quick-generate-key", "team@example.test", "rsa2048", "encr", "never");

    /// <summary>The public key, as gpg lists it for programs.</summary>
    public string Listing => Gpg("--with-colons", "--list-keys");

    /// <summary>Writes the armored public key.</summary>
    public void Export(string path) => Gpg("--armor", "--output", path, "--export");

    public void Decrypt(string encrypted, string clear) => Gpg("--output", clear, "--decrypt", encrypted);

    public void Dispose()
    {
        TestProcess.Run("gpgconf", ["--homedir", _home, "--kill", "all"]);
        Directory.Delete(_home, recursive: true);
    }

    private string Gpg(params IEnumerable<string> arguments) =>
        TestProcess.Run("gpg", ["--homedir", _home, "--batch", "--pinentry-mode", "loopback", .. arguments]).Text;
}
