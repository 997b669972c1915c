namespace CiAnon.PostgresTests.Runs;

/// <summary>Files of this repository: no test needs one from outside.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>The script of the second sample database.</summary>
    public static string SheetMusic => File("samples/sheetmusic/sheetmusic.sql");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "CiAnon.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
