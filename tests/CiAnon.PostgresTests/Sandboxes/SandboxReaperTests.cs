using CiAnon.Sandboxes;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class SandboxReaperTests
{
    private const string Name = "ci-anon-0123456789abcdef";

    [Fact]
    public void A_leftover_with_a_running_server_is_removed()
    {
        using var folder = new TestFolder();
        using var owner = OwnerProcess.Start(folder.Path);
        owner.SignalWatchdog(Libc.SigKill);
        owner.Kill();
        Assert.NotEmpty(ServerProcesses.Of(owner.Data));

        Assert.Equal(1, SandboxReaper.Reap([folder.Path]));

        Assert.Empty(ServerProcesses.Of(owner.Data));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_next_start_reaps()
    {
        using var folder = new TestFolder();
        var leftover = Directory.CreateDirectory(Path.Combine(folder.Path, Name)).FullName;
        File.WriteAllText(Path.Combine(leftover, "lock"), "");
        using var sandbox = Sandbox.Start(folder.Options, CancellationToken.None);
        Assert.False(Directory.Exists(leftover));
    }

    [Fact]
    public void A_living_sandbox_is_left_alone()
    {
        using var folder = new TestFolder();
        using var sandbox = Sandbox.Start(folder.Options, CancellationToken.None);

        Assert.Equal(0, SandboxReaper.Reap([folder.Path]));

        using var connection = sandbox.Connect("postgres");
        Assert.Equal("1", Ask(connection, "SELECT 1"));
    }

    [Fact]
    public void A_folder_without_lock_is_left_alone_for_a_minute()
    {
        using var folder = new TestFolder();
        var young = Directory.CreateDirectory(Path.Combine(folder.Path, Name)).FullName;
        Assert.Equal(0, SandboxReaper.Reap([folder.Path]));
        Directory.SetLastWriteTimeUtc(young, DateTime.UtcNow.AddMinutes(-2));
        Assert.Equal(1, SandboxReaper.Reap([folder.Path]));
        Assert.False(Directory.Exists(young));
    }

    [Fact]
    public void A_symbolic_link_is_not_followed()
    {
        using var folder = new TestFolder();
        using var elsewhere = new TestFolder();
        File.WriteAllText(Path.Combine(elsewhere.Path, "lock"), "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, Name), elsewhere.Path);

        Assert.Equal(0, SandboxReaper.Reap([folder.Path]));

        Assert.True(File.Exists(Path.Combine(elsewhere.Path, "lock")));
    }

    [Fact]
    public void A_link_inside_a_leftover_is_removed_without_what_it_points_to()
    {
        using var folder = new TestFolder();
        using var elsewhere = new TestFolder();
        var kept = Path.Combine(elsewhere.Path, "kept");
        File.WriteAllText(kept, "");
        var leftover = Directory.CreateDirectory(Path.Combine(folder.Path, Name)).FullName;
        File.WriteAllText(Path.Combine(leftover, "lock"), "");
        Directory.CreateSymbolicLink(Path.Combine(leftover, "link"), elsewhere.Path);

        Assert.Equal(1, SandboxReaper.Reap([folder.Path]));

        Assert.True(File.Exists(kept));
    }

    [Theory]
    [InlineData("ci-anon-mine")]
    [InlineData("ci-anon-0123456789abcdef-s")]
    [InlineData("ci-anon-0123456789ABCDEF")]
    public void A_folder_of_another_name_is_left_alone(string name)
    {
        using var folder = new TestFolder();
        var other = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        File.WriteAllText(Path.Combine(other, "lock"), "");
        Directory.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddDays(-1));
        Assert.Equal(0, SandboxReaper.Reap([folder.Path, "/nowhere"]));
        Assert.True(Directory.Exists(other));
    }
}
