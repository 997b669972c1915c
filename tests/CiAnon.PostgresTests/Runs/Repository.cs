namespace CiAnon.PostgresTests.Runs;

/// <summary>Files of this repository, and of the folder beside it that holds what others made.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>The Chinook sample database as pg_dump wrote it; see CONTRIBUTING.md.</summary>
    public static string Chinook
    {
        get
        {
            var shared = Environment.GetEnvironmentVariable("CIANON_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");
            var file = Path.GetFullPath(Path.Combine(shared, "data", "chinook.sql"));
            return System.IO.File.Exists(file) ? file
                : throw new FileNotFoundException($"{file} is absent: set CIANON_SHARED to the folder that has data/chinook.sql (CONTRIBUTING.md)");
        }
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "CiAnon.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
