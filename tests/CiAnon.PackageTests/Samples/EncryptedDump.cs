using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Samples;

/// <summary>Production's dump as a team's store has it: encrypted with age, behind an https address.</summary>
internal sealed class EncryptedDump : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-store-").FullName;
    private readonly HttpsFile _store;

    public EncryptedDump(TestCluster cluster)
    {
        PeopleDump.Write(cluster, In("prod.dump"));
        TestProcess.Run("age-keygen", ["-o", Identity]);
        TestProcess.Run("age", ["--encrypt", "--identity", Identity, "--output", In("prod.dump.age"), In("prod.dump")]);
        _store = new HttpsFile(In("prod.dump.age"), Authority);
    }

    public string Address => _store.Address;

    /// <summary>The file with the key that opens it.</summary>
    public string Identity => In("identity");

    /// <summary>For curl, as CURL_CA_BUNDLE.</summary>
    public string Authority => In("authority.pem");

    /// <summary>From now on the file of that name holds another key.</summary>
    public void LoseIdentity()
    {
        File.Delete(Identity);
        TestProcess.Run("age-keygen", ["-o", Identity]);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
