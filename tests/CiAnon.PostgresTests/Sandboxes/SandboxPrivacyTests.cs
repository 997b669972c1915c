using CiAnon.Sandboxes;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class SandboxPrivacyTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private Sandbox Sandbox => fixture.Sandbox;

    private IReadOnlyList<int> Processes => ServerProcesses.Of(Path.Combine(Sandbox.Directory, "data"));

    [Theory]
    [InlineData("")]
    [InlineData("data")]
    public void Only_the_owner_may_enter_the_folder(string child) => Assert.Equal(
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        File.GetUnixFileMode(Path.Combine(Sandbox.Directory, child)));

    [Fact]
    public void Listens_on_no_tcp_port()
    {
        var sockets = Processes
            .SelectMany(FilesOf)
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        var tcp = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists)
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9]);

        Assert.NotEmpty(sockets);
        Assert.DoesNotContain(tcp, sockets.Contains);
    }

    // A worker of the server's may end between the look at who there is and the look at what it holds.
    private static string[] FilesOf(int process)
    {
        try
        {
            return Directory.GetFileSystemEntries($"/proc/{process}/fd");
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    [Fact]
    public void Never_runs_as_root()
    {
        Assert.NotEmpty(Processes);
        Assert.All(Processes, process => Assert.NotEqual(0u, Libc.OwnerOf($"/proc/{process}")));
    }

    [Fact]
    public void Has_a_session_of_its_own_so_that_the_terminals_interrupt_passes_it_by()
    {
        var own = Session(Environment.ProcessId);
        Assert.All(Processes, process => Assert.NotEqual(own, Session(process)));
    }

    [Fact]
    public void Inherits_none_of_our_environment()
    {
        var postmaster = File.ReadLines(Path.Combine(Sandbox.Directory, "data", "postmaster.pid")).First();
        var names = File.ReadAllText($"/proc/{postmaster}/environ").Split('\0').Select(variable => variable.Split('=')[0]).ToList();
        Assert.DoesNotContain("HOME", names);
        Assert.Contains("TZ", names);
    }

    [Fact]
    public void Writes_no_failed_statement_or_row_into_its_log()
    {
        using var connection = Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (id int PRIMARY KEY)");
        Assert.Throws<Npgsql.PostgresException>(() => Do(connection, "INSERT INTO t VALUES (4711), (4711)"));
        Assert.Throws<Npgsql.PostgresException>(() => Do(connection, "DO $$ BEGIN RAISE WARNING 'canary'; RAISE EXCEPTION 'canary'; END $$"));
        Assert.Equal("", File.ReadAllText(Path.Combine(Sandbox.Directory, "server.log")));
    }

    // The name in the second field may hold blanks, so count from its closing bracket: state, parent, group, session.
    private static string Session(int process) => File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[3];
}
