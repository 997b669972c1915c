using System.Security.Cryptography;
using System.Text.Json;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Packages;

/// <summary>An encrypted dump and the report that speaks of it, as a recipient gets them.</summary>
internal sealed record EncryptedArtefact(string Path, string Report)
{
    /// <summary>The report names this file; a recipient decrypts it to what was proven, and that restores without an original.</summary>
    /// <param name="decrypt">age or gpg: given the encrypted file and the one to write.</param>
    /// <param name="rows">Of the table people.</param>
    public void AssertDecrypts(TestCluster cluster, Action<string, string> decrypt, int rows)
    {
        var output = JsonDocument.Parse(File.ReadAllBytes(Report)).RootElement.GetProperty("output");
        var encryption = output.GetProperty("encryption");
        Assert.Equal((System.IO.Path.GetFileName(Path), Sha256(Path)), (encryption.GetProperty("file").GetString(), encryption.GetProperty("sha256").GetString()));

        var folder = Directory.CreateTempSubdirectory("ci-anon-recipient-");
        try
        {
            var clear = System.IO.Path.Combine(folder.FullName, "clear.dump");
            decrypt(Path, clear);
            Assert.Equal(output.GetProperty("sha256").GetString(), Sha256(clear));
            var database = cluster.CreateDatabase();
            cluster.Restore(clear, database);
            Assert.Equal($"{rows}|0", cluster.Query(database, "SELECT count(DISTINCT email), count(*) FILTER (WHERE email LIKE '%canary%') FROM people"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether these bytes are an archive that pg_restore reads.</summary>
    public static bool IsClear(byte[] bytes) => bytes.AsSpan().StartsWith("PGDMP"u8);

    private static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
