namespace CiAnon.PostgresTests.BadInput;

/// <summary>A disk of a few megabytes: a tmpfs, mounted by root or by root through sudo.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly string[] AsRoot = Environment.UserName == "root" ? [] : ["sudo", "-n"];

    public SmallDisk(string path, string size)
    {
        Path = path;
        Run("mount", "-t", "tmpfs", "-o", $"size={size},mode=0777", "tmpfs", path);
    }

    public string Path { get; }

    public void Dispose() => Run("umount", Path);

    private static void Run(params string[] command)
    {
        string[] all = [.. AsRoot, .. command];
        TestProcess.Run(all[0], all[1..]);
    }
}
