namespace CiAnon.PostgresTests;

/// <summary>
/// Data folders as initdb makes them, of which servers get copies: that takes a tenth of the time. No two servers that run at the same
/// time come from one, as it holds their system identifier.
/// </summary>
internal sealed class DataFolders : IDisposable
{
    private readonly Lock _choosing = new();
    private readonly List<DataFolder> _made = [];
    private string? _directory;

    /// <summary>Makes a data folder at the path; what it came from is given back when no server runs on it any more.</summary>
    public DataFolder Copy(PostgresTools tools, string path)
    {
        var original = Take(tools);
        AsServer("cp", "-a", original.Path, path);
        return original;
    }

    public void GiveBack(DataFolder original)
    {
        lock (_choosing) original.IsTaken = false;
    }

    public void Dispose()
    {
        if (_directory is not null) AsServer("rm", "-rf", _directory);
    }

    private DataFolder Take(PostgresTools tools)
    {
        lock (_choosing)
        {
            var folder = _made.Find(folder => folder.Tools == tools && !folder.IsTaken) ?? Make(tools);
            folder.IsTaken = true;
            return folder;
        }
    }

    private DataFolder Make(PostgresTools tools)
    {
        _directory ??= AsServer("mktemp", "-d", Path.Combine(Path.GetTempPath(), "ci-anon-data-XXXXXX"));
        var folder = new DataFolder(tools, Path.Combine(_directory, $"{_made.Count}"));
        AsServer(tools.Program("initdb"), [.. TestCluster.Initialization, "-D", folder.Path]);
        _made.Add(folder);
        return folder;
    }

    private static string AsServer(string program, params string[] arguments) => TestProcess.Run(program, arguments, user: TestProcess.ServerUser).Text.Trim();
}
