using System.Security.Cryptography;

namespace CiAnon.Sandboxes.Clusters;

/// <summary>
/// Clusters as initdb makes them, kept for the next run: unpacking one takes a fraction of initdb's time. They hold nothing of anybody's.
/// One that another user could have written is none.
/// </summary>
/// <param name="cache">The user's own folder, made when it is missing; null for none.</param>
internal sealed class ClusterTemplates(string? cache)
{
    /// <summary>Where an image has those that were made with it.</summary>
    public const string Shipped = "/usr/share/ci-anon/clusters";

    private const int Kept = 8;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The user's folder, by the rules of the XDG base directory specification; null where there is none.</summary>
    public static string? CacheOf(Func<string, string?> environment)
    {
        if (environment("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)) return Path.Combine(cache, "ci-anon", "clusters");
        return environment("HOME") is { } home && Path.IsPathRooted(home) ? Path.Combine(home, ".cache", "ci-anon", "clusters") : null;
    }

    /// <summary>The packed cluster of this name; null when there is none that can be trusted.</summary>
    public byte[]? Find(string name) =>
        new[] { Shipped, cache }.OfType<string>().Select(folder => Read(folder, name)).FirstOrDefault(bytes => bytes is not null);

    /// <summary>Keeps a cluster that no server has run on; where nothing can be written, nothing is kept.</summary>
    public void Keep(string name, string data)
    {
        if (cache is null || OperatingSystem.IsWindows()) return;
        try
        {
            Directory.CreateDirectory(cache, Private);
            if (!IsTrusted(cache)) return;
            var partial = Path.Combine(cache, $"{name}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
            using (var file = new FileStream(partial, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private & ~UnixFileMode.UserExecute }))
            {
                file.Write(PackedCluster.Pack(data));
            }
            File.Move(partial, Path.Combine(cache, name), overwrite: true);
            foreach (var old in new DirectoryInfo(cache).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept)) old.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A home that is read-only or full costs the next run a second, no more.
        }
    }

    private static byte[]? Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path) || !IsTrusted(folder) || !IsTrusted(path)) return null;
            var bytes = File.ReadAllBytes(path);
            return PackedCluster.IsWhole(bytes) ? bytes : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Where the system can't tell owners, only root could be given someone else's folder that nobody else may write to.
    private static bool IsTrusted(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & WritableByOthers) == UnixFileMode.None
        && (Libc.OwnerOf(path) is { } owner ? owner == 0 || owner == Libc.EffectiveUser() : !Libc.IsRoot);
}
