using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class SandboxPlaceTests
{
    [Fact]
    public void A_missing_working_directory_is_named() =>
        Fails(TestFolder.Machine("/nowhere/at/all"), DiagnosticCodes.WorkDirectoryMissing, "/nowhere/at/all");

    [Fact]
    public void A_working_directory_without_permission_is_named()
    {
        // As root we may write anywhere on disk, but PostgreSQL's user can't reach into a folder that is only ours.
        using var folder = new TestFolder();
        var closed = Directory.CreateDirectory(Path.Combine(folder.Path, "closed"), Libc.IsRoot ? (UnixFileMode)0x1C0 : (UnixFileMode)0x140).FullName;
        Fails(TestFolder.Machine(closed), DiagnosticCodes.WorkDirectoryDenied, closed);
        Assert.Empty(Directory.EnumerateFileSystemEntries(closed));
    }

    [Fact]
    public void A_working_directory_that_no_one_can_write_to_is_named() =>
        Fails(TestFolder.Machine("/proc"), DiagnosticCodes.WorkDirectoryDenied, "/proc");

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void A_path_too_long_for_a_socket_works(int length)
    {
        using var folder = new TestFolder(length);
        var sandbox = Sandbox.Start(folder.Options, CancellationToken.None);
        var socket = SandboxDirectory.ShortSocket(sandbox.Directory);
        using (sandbox)
        {
            using var connection = sandbox.Connect("postgres");
            Assert.Equal("1", Ask(connection, "SELECT 1"));
            Assert.Equal(length > 100, Directory.Exists(socket));
            if (length > 100) Assert.Equal((UnixFileMode)0x1C0, File.GetUnixFileMode(socket));
        }
        Assert.False(Directory.Exists(socket));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_path_with_quotes_and_blanks_works()
    {
        using var folder = new TestFolder();
        var odd = Directory.CreateDirectory(Path.Combine(folder.Path, "it's \"odd\" $HOME"), (UnixFileMode)0x1ED).FullName;
        using var sandbox = Sandbox.Start(TestFolder.Machine(odd), CancellationToken.None);
        using var connection = sandbox.Connect("postgres");
        Assert.Equal("1", Ask(connection, "SELECT 1"));
    }

    [Fact]
    public void A_symbolic_link_as_working_directory_works()
    {
        using var folder = new TestFolder();
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(folder.Path, "real"), (UnixFileMode)0x1ED).FullName);
        using var sandbox = Sandbox.Start(TestFolder.Machine(link), CancellationToken.None);
        Assert.NotEmpty(ServerProcesses.Of(Path.Combine(sandbox.Directory, "data")));
    }

    [Fact]
    public void Data_that_no_memory_holds_goes_to_the_temporary_folder() =>
        Assert.Equal(Libc.RealPath(Path.GetTempPath()), SandboxLocation.Choose(null, 1L << 50));

    [Fact]
    public void A_disk_that_is_full_while_the_cluster_is_made_is_told_apart()
    {
        using var programs = new TestFolder();
        programs.Program("postgres", "echo 'postgres (PostgreSQL) 15.0'");
        programs.Program("initdb", "echo 'initdb: error: could not write file: No space left on device' >&2; exit 1");
        Fails(TestFolder.Machine(null) with { PostgresBin = programs.Path }, DiagnosticCodes.DiskFull, "--work-dir");
    }

    [Fact]
    public void A_server_that_refuses_to_start_is_quoted()
    {
        using var programs = new TestFolder();
        programs.Program("postgres", "test \"$1\" = --version && echo 'postgres (PostgreSQL) 15.0' && exit; echo 'FATAL:  no semaphores' >&2; exit 1");
        programs.Program("initdb", "mkdir \"$2\"; echo 'ok'");
        Fails(TestFolder.Machine(null) with { PostgresBin = programs.Path }, DiagnosticCodes.StartFailed, "FATAL:  no semaphores");
    }

    private static void Fails(SandboxOptions options, DiagnosticCode code, string text)
    {
        var failure = Assert.Throws<CiAnonException>(() => Sandbox.Start(options with { ClusterCache = null }, CancellationToken.None));
        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(text, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, failure.Exit);
    }
}
