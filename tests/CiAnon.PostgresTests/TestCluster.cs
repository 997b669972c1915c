using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.PostgresTests;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace CiAnon.PostgresTests;

/// <summary>
/// A throwaway PostgreSQL server with psql, pg_dump and pg_restore around it, shared by all tests of the assembly: ask for it in the
/// test class's constructor. Each test creates its own database.
/// </summary>
public sealed partial class TestCluster : IDisposable
{
    /// <summary>What initdb is told.</summary>
    internal static readonly string[] Initialization = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];

    private static readonly DataFolders Folders = new();

    private readonly string _directory;
    private readonly DataFolder? _original;
    private readonly bool _isShared;
    private Process _server;
    private readonly List<string> _log = [];
    private int _databases;

    public TestCluster() : this(PostgresTools.Installed) => _isShared = true;

    private TestCluster(PostgresTools tools, string? data = null, TestCluster? primary = null)
    {
        Tools = tools;
        _directory = AsServer("mktemp", "-d", Path.Combine(Path.GetTempPath(), "ci-anon-tests-XXXXXX")).Text.Trim();
        // Clients of other users (an unprivileged CI user's sudo, for instance) must reach the socket.
        AsServer("chmod", "711", _directory);
        Data = data ?? Path.Combine(_directory, "data");
        if (primary is not null) AsServer(tools.Program("pg_basebackup"), "-h", primary.Host, "-U", "postgres", "-D", Data, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync");
        else if (data is not null) AsServer(tools.Program("initdb"), [.. Initialization, "-D", Data, "-X", Path.Combine(_directory, "wal")]);
        else _original = Folders.Copy(tools, Data);
        _server = StartServer();
    }

    public PostgresTools Tools { get; }

    /// <summary>The directory of the server's Unix socket.</summary>
    public string Host => _directory;

    /// <summary>What the server said since it started.</summary>
    public string Log
    {
        get
        {
            lock (_log) return string.Join('\n', _log);
        }
    }

    private string Data { get; }

    /// <summary>A server of another major, for one test; dispose it.</summary>
    public static TestCluster Start(PostgresTools tools) => new(tools);

    /// <summary>One whose tables lie in a folder of their own, such as a small disk's; its write-ahead log doesn't.</summary>
    public static TestCluster StartIn(PostgresTools tools, string folder)
    {
        TestProcess.Run("chmod", ["777", folder]);
        return new(tools, Path.Combine(folder, "data"));
    }

    /// <summary>A standby of another, which can only be read from.</summary>
    public static TestCluster StandbyOf(TestCluster primary) => new(primary.Tools, primary: primary);

    /// <summary>What pg_upgrade makes of another, which is stopped and ends there.</summary>
    public static TestCluster UpgradeOf(TestCluster former, PostgresTools tools)
    {
        var upgraded = new TestCluster(tools);
        AsServer(upgraded.Tools.Program("pg_ctl"), "-D", upgraded.Data, "-m", "fast", "stop");
        upgraded._server.WaitForExit();
        AsServer(former.Tools.Program("pg_ctl"), "-D", former.Data, "-m", "fast", "stop");
        former._server.WaitForExit();
        // It writes its log where it is started.
        TestProcess.Run(tools.Program("pg_upgrade"), ["-b", former.Tools.BinDirectory, "-B", tools.BinDirectory, "-d", former.Data, "-D", upgraded.Data, "-U", "postgres", "-s", upgraded._directory], user: TestProcess.ServerUser, workingDirectory: upgraded._directory);
        upgraded.Restart();
        return upgraded;
    }

    /// <summary>Writes a file of the server's own into its data folder.</summary>
    public void WriteData(string name, string text) =>
        TestProcess.Run("sh", ["-c", "umask 077; cat >\"$1\"", "sh", Path.Combine(Data, name)], text, user: TestProcess.ServerUser);

    public string ConnectionString(string database) => $"Host={Host};Username=postgres;Database={database};Pooling=false";

    /// <summary>A new database with what the script makes; its name.</summary>
    public string CreateDatabase(string script = "", string options = "")
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        Execute("postgres", $"CREATE DATABASE {name} {Copied} {options}");
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

    /// <summary>As a server ends whose machine does: no session is told.</summary>
    public void Crash()
    {
        TestProcess.Try(Tools.Program("pg_ctl"), ["-D", Data, "-m", "immediate", "stop"], user: TestProcess.ServerUser);
        _server.WaitForExit();
    }

    /// <summary>After <see cref="Crash"/>: the same server with the same data.</summary>
    public void Restart(params string[] settings)
    {
        _server.Dispose();
        _server = StartServer(settings);
    }

    /// <summary>Waits until it takes connections again, and starts it where it went down for good.</summary>
    public void AwaitReady()
    {
        while (TestProcess.Try(Tools.Program("pg_isready"), [.. Login, "-q"]).ExitCode != 0)
        {
            if (_server.HasExited) Restart();
            Thread.Sleep(100);
        }
    }

    public void Dispose()
    {
        TestProcess.Try(Tools.Program("pg_ctl"), ["-D", Data, "-m", "immediate", "stop"], user: TestProcess.ServerUser);
        _server.WaitForExit();
        _server.Dispose();
        AsServer("rm", "-rf", _directory);
        if (_original is not null) Folders.GiveBack(_original);
        if (_isShared) Folders.Dispose();
    }

    // Since 15 a template would go through the write-ahead log, page by page, which takes twice as long.
    private string Copied { get => field ??= int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture) < 15 ? "" : "STRATEGY file_copy"; }

    private string[] Login => ["-h", Host, "-U", "postgres"];

    // Since August 2025 scripts begin with \restrict and a random key, unless one is given.
    private string[] RestrictKey { get => field ??= SupportsRestrictKey() ? ["--restrict-key=test"] : []; }

    private bool SupportsRestrictKey() =>
        TestProcess.Run(Tools.Program("pg_restore"), ["--help"]).Text.Contains("--restrict-key", StringComparison.Ordinal);

    private Process StartServer(params string[] settings)
    {
        // With hundreds of databases a worker of autovacuum would start every tenth of a second.
        var server = Process.Start(TestProcess.StartInfo(Tools.Program("postgres"),
        [
            "-D", Data, "-k", _directory, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "synchronous_commit=off", "-c", "autovacuum=off", "-c", "shared_buffers=32MB", "-c", "max_connections=50", .. settings.SelectMany(setting => new[] { "-c", setting }),
        ], TestProcess.ServerUser))!;
        var ready = new TaskCompletionSource();
        server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException(Log));
                return;
            }
            lock (_log) _log.Add(line.Data);
            if (Ready().IsMatch(line.Data)) ready.TrySetResult();
        };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        ready.Task.GetAwaiter().GetResult();
        return server;
    }

    // "ready to accept connections", a standby's "ready to accept read-only connections".
    [GeneratedRegex("ready to accept (read-only )?connections")]
    private static partial Regex Ready();

    private static TestProcess.Result AsServer(string program, params string[] arguments) =>
        TestProcess.Run(program, arguments, user: TestProcess.ServerUser);
}
