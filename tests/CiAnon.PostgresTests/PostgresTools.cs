using System.Globalization;

namespace CiAnon.PostgresTests;

/// <summary>The programs of one PostgreSQL major: initdb, postgres, psql, pg_dump, pg_restore.</summary>
public sealed record PostgresTools(string BinDirectory)
{
    /// <summary>The installed PostgreSQL: from PATH, else the newest of the usual places.</summary>
    public static PostgresTools Installed { get; } = new(FindInstalled());

    /// <summary>Another major, unpacked by eng/postgres-major into artifacts/postgres (once; 13, 17 and 18 have clients).</summary>
    public static PostgresTools Major(int major)
    {
        var root = RepositoryRoot();
        var script = Path.Combine(root, "eng", "postgres-major");
        var output = TestProcess.Run(script, [major.ToString(CultureInfo.InvariantCulture)], workingDirectory: root).Text;
        return new PostgresTools(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim());
    }

    private static string[] Needed => ["initdb", "postgres", "pg_ctl", "psql", "pg_dump", "pg_restore"];

    public string Program(string name) => Path.Combine(BinDirectory, name);

    private static string FindInstalled()
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Installations("/usr/lib/postgresql"))
            .Concat(["/usr/local/pgsql/bin", "/usr/pgsql/bin", "/opt/homebrew/bin"]);
        return places.FirstOrDefault(place => Needed.All(program => File.Exists(Path.Combine(place, program))))
            ?? throw new InvalidOperationException(
                $"These tests need PostgreSQL: {string.Join(", ", Needed)} are neither in one folder of PATH nor in /usr/lib/postgresql/*/bin.");
    }

    private static IEnumerable<string> Installations(string home) => Directory.Exists(home)
        ? Directory.GetDirectories(home)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
        : [];

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CiAnon.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
