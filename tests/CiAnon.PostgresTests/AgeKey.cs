namespace CiAnon.PostgresTests;

/// <summary>A pair of keys that age made for one test; age itself decrypts with it.</summary>
/// <param name="Recipient">The public half.</param>
/// <param name="Identity">The file that holds the secret half.</param>
public sealed record AgeKey(string Recipient, string Identity)
{
    /// <param name="identity">The file that is made; it isn't there yet.</param>
    public static AgeKey Make(string identity)
    {
        TestProcess.Run("age-keygen", ["-o", identity]);
        return new AgeKey(TestProcess.Run("age-keygen", ["-y", identity]).Text.Trim(), identity);
    }

    public void Decrypt(string encrypted, string clear) => TestProcess.Run("age", ["--decrypt", "--identity", Identity, "--output", clear, encrypted]);
}
