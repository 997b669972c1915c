namespace CiAnon.PostgresTests.Runs;

/// <summary>The sample shop with 2000 customers, dumped once in every way that pg_dump writes archives.</summary>
public sealed class ShopFixture : IDisposable
{
    private readonly RunFolder _folder = new();

    public ShopFixture(TestCluster cluster)
    {
        var database = cluster.CreateDatabase("\\set customers 2000\n" + File.ReadAllText(Repository.File("samples/shop/shop.sql")));
        Custom = Dump("custom", "-Fc");
        Directory = Dump("directory", "-Fd");
        Uncompressed = Dump("uncompressed", "-Fc", "-Z0");
        Piped = _folder.In("piped");
        File.WriteAllBytes(Piped, cluster.DumpToPipe(database, "-Fc"));

        string Dump(string name, params string[] options)
        {
            cluster.Dump(database, _folder.In(name), options);
            return _folder.In(name);
        }
    }

    public static string Policy => Repository.File("samples/shop/ci-anon.yml");

    public string Custom { get; }

    public string Directory { get; }

    public string Uncompressed { get; }

    /// <summary>Written to a pipe: without data offsets.</summary>
    public string Piped { get; }

    public void Dispose() => _folder.Dispose();
}
