using System.Diagnostics;
using CiAnon.PostgresTests;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace CiAnon.PostgresTests;

/// <summary>
/// A throwaway PostgreSQL server with psql, pg_dump and pg_restore around it, shared by all tests of the assembly: ask for it in the
/// test class's constructor. Each test creates its own database.
/// </summary>
public sealed class TestCluster : IDisposable
{
    private readonly string _directory;
    private readonly Process _server;
    private int _databases;

    public TestCluster() : this(PostgresTools.Installed)
    {
    }

    private TestCluster(PostgresTools tools)
    {
        Tools = tools;
        _directory = AsServer("mktemp", "-d", "/tmp/ci-anon-tests-XXXXXX").Text.Trim();
        // Clients of other users (an unprivileged CI user's sudo, for instance) must reach the socket.
        AsServer("chmod", "711", _directory);
        AsServer(tools.Program("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        _server = StartServer();
    }

    public PostgresTools Tools { get; }

    /// <summary>The directory of the server's Unix socket.</summary>
    public string Host => _directory;

    private string Data => Path.Combine(_directory, "data");

    /// <summary>A server of another major, for one test; dispose it.</summary>
    public static TestCluster Start(PostgresTools tools) => new(tools);

    public string ConnectionString(string database) => $"Host={Host};Username=postgres;Database={database};Pooling=false";

    /// <summary>A new database with what the script makes; its name.</summary>
    public string CreateDatabase(string script = "", string options = "")
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        Execute("postgres", $"CREATE DATABASE {name} {options}");
        if (script.Length > 0) Execute(name, script);
        return name;
    }

    /// <summary>Runs a psql script; the first error fails the test.</summary>
    public void Execute(string database, string script) =>
        TestProcess.Run(Tools.Program("psql"), [.. Login, "-d", database, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], script);

    /// <summary>What a psql script prints, byte for byte.</summary>
    public byte[] Output(string database, string script) =>
        TestProcess.Run(Tools.Program("psql"), [.. Login, "-d", database, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], script).Output;

    /// <summary>The rows of queries as psql -At prints them, without the last line end.</summary>
    public string Query(string database, params string[] sql) => TestProcess.Run(Tools.Program("psql"),
        [.. Login, "-d", database, "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", .. sql.SelectMany(query => new[] { "-c", query })]).Text.TrimEnd('\n');

    /// <summary>pg_dump into a file or directory.</summary>
    public void Dump(string database, string path, params string[] options) =>
        TestProcess.Run(Tools.Program("pg_dump"), [.. Login, "-d", database, "-f", path, .. options]);

    /// <summary>pg_dump into a pipe: it can't seek back, so a custom archive has no data offsets.</summary>
    public byte[] DumpToPipe(string database, params string[] options) =>
        TestProcess.Run(Tools.Program("pg_dump"), [.. Login, "-d", database, .. options]).Output;

    /// <summary>The SQL script that pg_restore makes of an archive, byte for byte.</summary>
    public byte[] Script(string archive, params string[] options) =>
        TestProcess.Run(Tools.Program("pg_restore"), [.. RestrictKey, "-f", "-", .. options, archive]).Output;

    /// <summary>What pg_restore -l lists, without the header's comments.</summary>
    public string List(string archive) => string.Join('\n', TestProcess.Run(Tools.Program("pg_restore"), ["-l", archive]).Text
        .Split('\n').Where(line => !line.StartsWith(';')));

    /// <summary>pg_restore into an existing database; the first error fails the test.</summary>
    public void Restore(string archive, string database, params string[] options) =>
        TestProcess.Run(Tools.Program("pg_restore"), [.. Login, "-d", database, "--exit-on-error", .. options, archive]);

    public void Dispose()
    {
        TestProcess.Try(Tools.Program("pg_ctl"), ["-D", Data, "-m", "immediate", "stop"], user: TestProcess.ServerUser);
        _server.WaitForExit();
        _server.Dispose();
        AsServer("rm", "-rf", _directory);
    }

    private string[] Login => ["-h", Host, "-U", "postgres"];

    // Since August 2025 scripts begin with \restrict and a random key, unless one is given.
    private string[] RestrictKey { get => field ??= SupportsRestrictKey() ? ["--restrict-key=test"] : []; }

    private bool SupportsRestrictKey() =>
        TestProcess.Run(Tools.Program("pg_restore"), ["--help"]).Text.Contains("--restrict-key", StringComparison.Ordinal);

    private Process StartServer()
    {
        var server = Process.Start(TestProcess.StartInfo(Tools.Program("postgres"),
        [
            "-D", Data, "-k", _directory, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "synchronous_commit=off", "-c", "shared_buffers=32MB", "-c", "max_connections=50",
        ], TestProcess.ServerUser))!;
        var ready = new TaskCompletionSource();
        var log = new List<string>();
        server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException(string.Join('\n', log)));
            else if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal)) ready.TrySetResult();
            else if (!ready.Task.IsCompleted) log.Add(line.Data);
        };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        ready.Task.GetAwaiter().GetResult();
        return server;
    }

    private static TestProcess.Result AsServer(string program, params string[] arguments) =>
        TestProcess.Run(program, arguments, user: TestProcess.ServerUser);
}
