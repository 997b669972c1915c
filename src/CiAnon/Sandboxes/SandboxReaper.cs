namespace CiAnon.Sandboxes;

/// <summary>Removes what dead runs left behind: their servers and their folders.</summary>
public static class SandboxReaper
{
    // Between the creation of a folder and that of its lock.
    private static readonly TimeSpan Birth = TimeSpan.FromMinutes(1);

    /// <summary>Returns the number of sandboxes removed. Living ones, others' ones and symbolic links are left alone, as is what can't be removed.</summary>
    public static int Reap(IEnumerable<string> parents)
    {
        var account = ServerAccount.Current();
        return parents
            .Where(Directory.Exists)
            .SelectMany(parent => Directory.EnumerateDirectories(Libc.RealPath(parent), "ci-anon-*", new EnumerationOptions { IgnoreInaccessible = true }))
            .Count(folder => SandboxDirectory.IsOurs(Path.GetFileName(folder)) && IsOwn(folder, account) && ReapOne(folder, account));
    }

    // A user who isn't root can't open the lock of another's private folder, hence owners matter to root and where the system can tell.
    private static bool IsOwn(string folder, ServerAccount account)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null) return false;
        var owner = Libc.OwnerOf(folder);
        return owner is null ? !Libc.IsRoot : owner == account.User || owner == Libc.EffectiveUser();
    }

    private static bool ReapOne(string folder, ServerAccount account)
    {
        try
        {
            var file = Path.Combine(folder, SandboxDirectory.LockName);
            if (!File.Exists(file))
            {
                return DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Birth && Remove(folder, account);
            }
            using var taken = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return Remove(folder, account);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Locked: its owner lives. Gone: someone else was faster.
            return false;
        }
    }

    private static bool Remove(string folder, ServerAccount account)
    {
        if (!ServerProcesses.Kill(Path.Combine(folder, SandboxDirectory.DataName))) return false;
        var socket = SandboxDirectory.ShortSocket(folder);
        if (Directory.Exists(socket) && IsOwn(socket, account)) SandboxDirectory.Remove(socket);
        SandboxDirectory.Remove(folder);
        return true;
    }
}
