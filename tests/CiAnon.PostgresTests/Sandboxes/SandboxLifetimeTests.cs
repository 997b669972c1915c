using System.Diagnostics;
using CiAnon.PostgresTests.Signals;
using CiAnon.Sandboxes;
using Npgsql;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class SandboxLifetimeTests
{
    [Fact]
    public void Nothing_is_left_after_dispose()
    {
        using var folder = new TestFolder();
        var sandbox = Sandbox.Start(folder.Options, CancellationToken.None);
        var data = Path.Combine(sandbox.Directory, "data");
        Assert.NotEmpty(ServerProcesses.Of(data));

        sandbox.Dispose();
        sandbox.Dispose();
        sandbox.Kill();

        Assert.Null(sandbox.CleanUpFailure);
        Assert.Empty(ServerProcesses.Of(data));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Two_live_side_by_side()
    {
        using var folder = new TestFolder();
        using var first = Sandbox.Start(folder.Options, CancellationToken.None);
        using (var second = Sandbox.Start(folder.Options, CancellationToken.None))
        {
            Assert.NotEqual(first.Directory, second.Directory);
        }
        using var connection = first.Connect("postgres");
        Assert.Equal("1", Ask(connection, "SELECT 1"));
    }

    [Fact]
    public void Kill_ends_a_blocked_call()
    {
        using var sandbox = Sandbox.Start(TestFolder.Machine(null), CancellationToken.None);
        using var connection = sandbox.Connect("postgres");
        var asleep = Task.Run(() => Do(connection, "SELECT pg_sleep(60)"), TestContext.Current.CancellationToken);
        using (var other = sandbox.Connect("postgres"))
        {
            Eventually(() => Ask(other, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") == "1");
        }

        sandbox.Kill();
        sandbox.Kill();

        var failure = Assert.Throws<AggregateException>(() => asleep.Wait(CommandProcess.Patience, TestContext.Current.CancellationToken));
        Assert.IsAssignableFrom<NpgsqlException>(failure.InnerException);
    }

    [Fact]
    public void A_backend_that_does_not_answer_keeps_neither_the_server_nor_its_shared_memory()
    {
        const int stop = 19;
        using var folder = new TestFolder();
        var sandbox = Sandbox.Start(folder.Options, CancellationToken.None);
        var data = Path.Combine(sandbox.Directory, "data");
        using var connection = sandbox.Connect("postgres");
        var postmaster = File.ReadLines(Path.Combine(data, "postmaster.pid")).First();
        Assert.Equal(1, SharedMemoryOf(postmaster));
        Assert.True(Libc.Signal(connection.ProcessID, stop));

        sandbox.Dispose();

        Assert.Null(sandbox.CleanUpFailure);
        Assert.Empty(ServerProcesses.Of(data));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal(0, SharedMemoryOf(postmaster));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(250)]
    public void A_cancelled_start_leaves_nothing(int milliseconds)
    {
        using var folder = new TestFolder();
        using var cancellation = new CancellationTokenSource(milliseconds);
        Assert.ThrowsAny<OperationCanceledException>(() => Sandbox.Start(folder.Options, cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void When_its_owner_is_killed_server_and_folder_vanish()
    {
        using var folder = new TestFolder();
        using var owner = OwnerProcess.Start(folder.Path);
        Assert.NotEmpty(ServerProcesses.Of(owner.Data));

        owner.Kill();

        Eventually(() => ServerProcesses.Of(owner.Data).Count == 0 && !Directory.Exists(owner.Sandbox));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [Trait("When", "nightly")]
    public void Hang_up_interrupt_and_termination_do_not_end_the_watchdog(int signal)
    {
        using var folder = new TestFolder();
        using var owner = OwnerProcess.Start(folder.Path);

        owner.SignalWatchdog(signal);
        Thread.Sleep(200);
        Assert.NotEmpty(ServerProcesses.Of(owner.Data));
        owner.Kill();

        Eventually(() => ServerProcesses.Of(owner.Data).Count == 0 && !Directory.Exists(owner.Sandbox));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(600)]
    public void When_its_owner_is_killed_while_it_starts_nothing_is_left(int milliseconds)
    {
        using var folder = new TestFolder();
        using var owner = OwnerProcess.Begin(folder.Path);
        Eventually(() => Directory.EnumerateFileSystemEntries(folder.Path).Any());
        var data = Path.Combine(Directory.EnumerateDirectories(folder.Path).Single(), "data");
        Thread.Sleep(milliseconds);

        owner.Kill();

        Eventually(() => !Directory.EnumerateFileSystemEntries(folder.Path).Any() && ServerProcesses.Of(data).Count == 0);
    }

    // The fifth column is the process that made the segment.
    private static int SharedMemoryOf(string postmaster) =>
        File.ReadLines("/proc/sysvipc/shm").Count(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4] == postmaster);

    internal static void Eventually(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < CommandProcess.Patience, "It did not happen.");
            Thread.Sleep(20);
        }
    }
}
