using CiAnon.PackageTests.Packages;
using CiAnon.PackageTests.Samples;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Servers;

/// <summary>Against a server of another major than the clients', over TCP with TLS: what it holds is audited, dumped, anonymized, verified and restored.</summary>
public sealed class ServerTests : IClassFixture<TlsServer>, IDisposable
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS people (id int PRIMARY KEY, email text, city text)";
    private const string Policy = "version: 1\ntables: { people: { columns: { email: email, city: city } } }\n";

    private const string Rows = "INSERT INTO people SELECT i, 'canary' || i || '@mail.test', 'Canaryville ' || i FROM generate_series(1, 500) i";

    private readonly TlsServer _server;
    private readonly TestCluster _cluster;
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-servers-").FullName;

    public ServerTests(TlsServer server, TestCluster cluster)
    {
        (_server, _cluster) = (server, cluster);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.WriteAllText(In("ci-anon.yml"), Policy);
        server.Client("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", Schema, "-c", "TRUNCATE people",
            "-c", Rows);
    }

    [Fact]
    public void It_is_of_another_major_and_lets_nobody_in_without_tls()
    {
        Assert.StartsWith("17", _server.Client("psql", "-X", "-q", "-At", "-c", "SHOW server_version"), StringComparison.Ordinal);
        var environment = _server.Environment();
        environment["PGSSLMODE"] = "disable";
        using var psql = Command.Start("psql", ["-X", "-d", TlsServer.Database, "-c", "SELECT 1"], _folder, environment);
        Assert.Equal(2, psql.Finish());
        Assert.Contains("no encryption", psql.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_reads_its_catalog_whichever_way_the_address_is_written()
    {
        foreach (var connection in Connections(_server.RootCertificate))
        {
            var (exit, printed) = Audit(connection);
            Assert.True(exit == 0, printed);
            Assert.Contains("1 table", printed, StringComparison.Ordinal);
        }
        File.WriteAllText(In("ci-anon.yml"), "version: 1\ntables: { people: { columns: { email: email } } }\n");
        Assert.Contains("public.people.city", Audit(Connections(_server.RootCertificate)[0]).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_trusts_no_certificate_of_another_authority_and_says_so()
    {
        foreach (var connection in Connections(_server.OtherCertificate))
        {
            var (exit, printed) = Audit(connection);
            Assert.Equal(4, exit);
            Assert.Contains("CIANON4013", printed, StringComparison.Ordinal);
            Assert.Contains("certificate", printed, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_dump_is_anonymized_and_verified()
    {
        // The clients of this machine may be older than the server, and refuse to dump it: the server's own do.
        File.WriteAllBytes(In("prod.dump"), _server.Dump());
        Run(0, RestoreMachine.CiAnon, ["anonymize", "prod.dump", "--output", "anon.dump"]);
        Assert.Contains("passed", Run(0, RestoreMachine.CiAnon, ["verify", "anon.dump", "--policy", "ci-anon.yml", "--against", "prod.dump"]), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void What_was_anonymized_elsewhere_is_restored_into_it()
    {
        _cluster.Dump(_cluster.CreateDatabase(Schema + "; " + Rows), In("prod.dump"), "-Fc");
        Run(0, RestoreMachine.CiAnon, ["anonymize", "prod.dump", "--output", "anon.dump"]);
        var restore = GeneratedFile.FullPath("samples/restore/restore");
        Run(0, restore, ["--from", "anon.dump", "--database", "dev"], _server.Environment());
        Assert.Equal("500|0", _server.Client("psql", "-X", "-q", "-At", "-d", "dev", "-c", "SELECT count(*), count(*) FILTER (WHERE email ~ 'canary' OR city ~ 'Canary') FROM people"));

        // As psql ended.
        Assert.Contains("certificate verify failed", Run(2, restore, ["--from", "anon.dump", "--database", "dev2"], _server.Environment(_server.OtherCertificate)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Connections(string root) =>
    [
        $"Host={_server.Host};Port={_server.Port};Username={TlsServer.User};Password={TlsServer.Password};Database={TlsServer.Database};SSL Mode=VerifyFull;Root Certificate={root}",
        $"postgresql://{TlsServer.User}:{Uri.EscapeDataString(TlsServer.Password)}@{_server.Host}:{_server.Port}/{TlsServer.Database}?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(root)}",
    ];

    private (int Exit, string Printed) Audit(string connection)
    {
        using var command = Command.Start(RestoreMachine.CiAnon, ["audit", "--policy", "ci-anon.yml", "--database-env", "SHOP"], _folder, new() { ["SHOP"] = connection });
        return (command.Finish(), command.Printed);
    }

    private string Run(int exit, string program, string[] arguments, Dictionary<string, string>? environment = null)
    {
        using var command = Command.Start(program, arguments, _folder, environment);
        Assert.True(command.Finish() == exit, command.Printed);
        return command.Printed;
    }
}
