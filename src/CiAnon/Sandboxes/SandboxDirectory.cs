using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>
/// The private folder of one sandbox: <c>ci-anon-[16 hex digits]</c> with <c>lock</c>, <c>data</c> and <c>server.log</c>.
/// The living owner holds the lock, hence a lock that can be taken says that the owner is dead.
/// </summary>
internal sealed partial class SandboxDirectory : IDisposable
{
    public const string LockName = "lock";
    public const string DataName = "data";

    // sun_path has 108 bytes with the final NUL on Linux and 104 elsewhere.
    private const int LongestSocketPath = 103;
    private const string SocketFile = "/.s.PGSQL.5432";

    private readonly FileStream _lock;

    private SandboxDirectory(string path, string socket, FileStream @lock) => (Path, Socket, _lock) = (path, socket, @lock);

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, DataName);

    public string Log => System.IO.Path.Combine(Path, "server.log");

    /// <summary>The folder of the Unix socket: the sandbox itself, or a short one in /tmp when the path would be too long for a socket.</summary>
    public string Socket { get; }

    public static SandboxDirectory Create(string parent, ServerAccount account)
    {
        try
        {
            var path = System.IO.Path.Combine(parent, "ci-anon-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
            MakePrivate(path, account);
            var socket = Encoding.UTF8.GetByteCount(path + SocketFile) > LongestSocketPath ? ShortSocket(path) : path;
            if (socket != path) MakePrivate(socket, account);
            return new SandboxDirectory(path, socket, Take(path));
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new CiAnonException(
                DiagnosticCodes.WorkDirectoryDenied,
                $"No permission to create the sandbox in {parent}. Give write permission, or name another folder with --work-dir.", cause: failure);
        }
        catch (IOException failure)
        {
            throw SandboxErrors.From(failure, $"create the sandbox in {parent}");
        }
    }

    /// <summary>Removes the folder and all that is in it; a second time does nothing.</summary>
    public void Dispose()
    {
        Remove(Socket);
        Remove(Path);
        _lock.Dispose();
    }

    /// <summary>Whether a name is one that we give to sandboxes.</summary>
    public static bool IsOurs(string name) => OurName().IsMatch(name);

    /// <summary>Removes a folder without following symbolic links; a folder that is not there is fine.</summary>
    public static void Remove(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                if (!Directory.Exists(path)) return;
            }
            catch (IOException) when (attempt < 20)
            {
                // The last processes of a server that was killed may still be writing.
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Where the socket of a sandbox with a long path lies.</summary>
    public static string ShortSocket(string sandbox) => System.IO.Path.Combine("/tmp", System.IO.Path.GetFileName(sandbox) + "-s");

    /// <summary>The owner's lock on a new sandbox.</summary>
    private static FileStream Take(string sandbox) =>
        new(System.IO.Path.Combine(sandbox, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    // mkdir(2) and not Directory.CreateDirectory, which is content with a folder that someone else put there.
    private static void MakePrivate(string path, ServerAccount account)
    {
        Libc.MakePrivateDirectory(path);
        account.Own(path);
    }

    [GeneratedRegex("^ci-anon-[0-9a-f]{16}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OurName();
}
