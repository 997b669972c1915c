using System.Net;
using System.Net.Sockets;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>A target that only takes TLS: our own connections and those of pg_restore and pg_dump ask for the same certificate.</summary>
public sealed class TargetTlsTests : IDisposable
{
    private readonly TestCluster _target;
    private readonly PrivateAuthority _authority = new();
    private readonly Scene _scene = new();
    private readonly int _port = FreePort();
    private readonly string _root;

    public TargetTlsTests(TestCluster source)
    {
        _target = TestCluster.Start(source.Tools);
        _target.Execute("postgres", "CREATE DATABASE shop_staging");
        _target.Execute("shop_staging", "CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people VALUES (1, 'canary1@private.test')");
        // Commits are asynchronous there, and the server is stopped at once.
        _target.Execute("postgres", "CHECKPOINT");
        _authority.Secure(_target, _port);
        _root = _scene.Write("root.crt", _authority.Pem);
        _scene.With("SOURCE", source.ConnectionString(source.CreateDatabase("CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people VALUES (2, 'canary2@private.test')")));
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\n");
    }

    [Theory]
    [InlineData("127.0.0.1", "?sslmode=verify-full&sslrootcert=right", Traits = ["When", "nightly"])]
    [InlineData("localhost", "?sslmode=verify-full&sslrootcert=wrong")]
    [InlineData("localhost", "?sslmode=verify-ca&sslrootcert=wrong", Traits = ["When", "nightly"])]
    [InlineData("localhost", "?sslmode=verify-full&sslrootcert=missing", Traits = ["When", "nightly"])]
    [InlineData("localhost", "?sslmode=verify-full", Traits = ["When", "nightly"])]
    [InlineData("localhost", "?sslmode=disable")]
    [InlineData("localhost", "?sslmode=canary", Traits = ["When", "nightly"])]
    public void A_server_that_is_not_the_one_that_was_asked_for_is_told_nothing(string host, string asked)
    {
        using var other = new PrivateAuthority();
        var wrong = _scene.Write("wrong.crt", other.Pem);
        _scene.With("TARGET", $"postgresql://postgres@{host}:{_port}/shop_staging{asked.Replace("right", _root, StringComparison.Ordinal).Replace("wrong", wrong, StringComparison.Ordinal)}");
        foreach (var command in Commands) Assert.Equal(4, Refused(command));
        Assert.Equal("1", Ids("canary"));

        int Refused(string[] command)
        {
            var result = _scene.Run(command);
            Assert.Contains("TARGET: ", result.Line(DiagnosticCodes.LiveUnreachable), StringComparison.Ordinal);
            _scene.AssertNothingLeft();
            return result.Exit;
        }
    }

    [Theory]
    [InlineData("verify-full")]
    [InlineData("verify-ca", Traits = ["When", "nightly"])]
    [InlineData("require")]
    public void A_target_over_tls_is_synced_into_anonymized_where_it_stands_and_checked(string mode)
    {
        var root = mode == "require" ? "" : $"&sslrootcert={_root}";
        _scene.With("TARGET", $"postgresql://postgres@localhost:{_port}/shop_staging?sslmode={mode}{root}");
        foreach (var command in Commands[1..].Reverse())
        {
            var done = _scene.Run(command);
            Assert.True(done.Exit == 0, done.Error);
            if (command[0] != "check") Assert.Equal(0, _scene.Run("check", "--target-env", "TARGET").Exit);
        }
        Assert.Equal("2", Ids("user_"));
        _scene.AssertNothingLeft();
    }

    public void Dispose()
    {
        _authority.Dispose();
        _target.Dispose();
        _scene.Dispose();
    }

    private string[][] Commands =>
    [
        ["check", "--target-env", "TARGET"],
        ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "1"],
        ["sanitize", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "1"],
    ];

    // By the socket, as nobody else would.
    private string Ids(string emails)
    {
        using var connection = LiveConnection.Open(new LiveAddress("TARGET", $"{_target.ConnectionString("shop_staging")};Port={_port}"), readOnly: true);
        return (string)LiveConnection.Execute(connection, $"SELECT string_agg(id::text, ' ') FROM public.people WHERE email LIKE '{emails}%'", TestContext.Current.CancellationToken)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
