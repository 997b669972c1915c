using System.Text;
using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;
using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql;

namespace CiAnon.PackageTests.Servers;

/// <summary>A real server of another major in a container, over TCP, which lets nobody in without TLS and a password.</summary>
public sealed class TlsServer(ServerEngine engine, ContainerImage image) : IAsyncLifetime
{
    public const string User = "owner";
    public const string Password = "p@ss:word/canary";
    public const string Database = "shop";

    // Rules of the server's own come before the image's, which would let a client without TLS in.
    private const string Start = """
        set -eu
        install -o postgres -m 600 /tls/server.key /tls/server.crt /tls/hba.conf /var/run/postgresql/
        exec docker-entrypoint.sh "$@" -c ssl=on -c ssl_cert_file=/var/run/postgresql/server.crt -c ssl_key_file=/var/run/postgresql/server.key \
          -c hba_file=/var/run/postgresql/hba.conf
        """;

    private const string Rules = """
        local all all trust
        host all all 127.0.0.1/32 trust
        host all all ::1/128 trust
        hostssl all all all scram-sha-256
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-server-").FullName;
    private readonly Authority _authority = new();
    private PostgreSqlContainer? _container;

    public string Host => _container!.Hostname;

    public int Port => _container!.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort);

    /// <summary>The authority that signed the server's certificate, as PEM.</summary>
    public string RootCertificate => Path.Combine(_folder, "root.crt");

    /// <summary>An authority that signed nothing here.</summary>
    public string OtherCertificate => Path.Combine(_folder, "other.crt");

    /// <summary>For psql, pg_dump and samples/restore.</summary>
    public Dictionary<string, string> Environment(string? root = null) => new()
    {
        ["PGHOST"] = Host,
        ["PGPORT"] = Port.ToString(),
        ["PGUSER"] = User,
        ["PGPASSWORD"] = Password,
        ["PGSSLMODE"] = "verify-full",
        ["PGSSLROOTCERT"] = root ?? RootCertificate,
    };

    public async ValueTask InitializeAsync()
    {
        using var other = new Authority();
        await File.WriteAllTextAsync(RootCertificate, _authority.Pem);
        await File.WriteAllTextAsync(OtherCertificate, other.Pem);
        var builder = new PostgreSqlBuilder("postgres:17").WithUsername(User).WithPassword(Password).WithDatabase(Database);
        if (engine.Endpoint(image) is { } endpoint) builder = builder.WithDockerEndpoint(endpoint).WithImagePullPolicy(PullPolicy.Never);
        // Ports are published on this machine, or seem to be on the gateway of podman's or Docker's bridge.
        var (certificate, key) = _authority.Sign("localhost", "127.0.0.1", "10.88.0.1", "172.17.0.1");
        _container = builder
            .WithResourceMapping(Encoding.UTF8.GetBytes(certificate), "/tls/server.crt")
            .WithResourceMapping(Encoding.UTF8.GetBytes(key), "/tls/server.key")
            .WithResourceMapping(Encoding.UTF8.GetBytes(Rules + "\n"), "/tls/hba.conf")
            .WithEntrypoint("/bin/sh", "-c", Start, "sh")
            .Build();
        await _container.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null) await _container.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A custom archive by the server's own pg_dump.</summary>
    public byte[] Dump()
    {
        var (path, cancellation) = ("/tmp/prod.dump", TestContext.Current.CancellationToken);
        var dumped = _container!.ExecAsync(["pg_dump", "-h", "127.0.0.1", "-U", User, "-d", Database, "-Fc", "-f", path], cancellation).GetAwaiter().GetResult();
        return dumped.ExitCode == 0 ? _container.ReadFileAsync(path, cancellation).GetAwaiter().GetResult() : throw new InvalidOperationException(dumped.Stderr);
    }

    /// <summary>A client program of the machine, over TLS, on the database.</summary>
    public string Client(string program, params string[] arguments)
    {
        using var command = Packages.Command.Start(PostgresTools.Installed.Program(program), ["-d", Database, .. arguments], _folder, Environment());
        return command.Finish() == 0 ? command.Printed.TrimEnd() : throw new InvalidOperationException($"{program}: {command.Printed}");
    }
}
