using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Sandboxes;

namespace CiAnon.PostgresTests.Readme;

/// <summary>The repository alone in a folder of its own, a work tree of git's, without what was built: as who clones it has it.</summary>
internal sealed class FreshClone : IDisposable
{
    private static readonly HashSet<string> Made = ["artifacts", "bin", "obj", ".git", "node_modules"];

    private readonly TestFolder _folder = new();

    public FreshClone()
    {
        Copy(Repository.Root, Folder);
        TestProcess.Run("git", ["init", "--quiet", Folder]);
    }

    public string Folder => System.IO.Path.Combine(_folder.Path, "ci-anon");

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !Made.Contains(entry.Name)))
        {
            var copy = System.IO.Path.Combine(to, entry.Name);
            if (entry is FileInfo) File.Copy(entry.FullName, copy);
            else Copy(entry.FullName, copy);
        }
    }
}
