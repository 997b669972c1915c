using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>An installed PostgreSQL server: <c>initdb</c> and <c>postgres</c>, side by side in one folder.</summary>
public sealed partial class PostgresBinaries
{
    private const int OldestMajor = 13;
    private const string Install = "Install PostgreSQL (`apt-get install postgresql`), or name the folder of initdb and postgres with --postgres-bin.";

    private PostgresBinaries(string directory, string versionText, int major) =>
        (Directory, VersionText, Major) = (directory, versionText, major);

    /// <summary>The folder of both programs, symbolic links resolved.</summary>
    public string Directory { get; }

    public string InitDb => Path.Combine(Directory, "initdb");

    public string Postgres => Path.Combine(Directory, "postgres");

    /// <summary>Such as 15; at least 13.</summary>
    public int Major { get; }

    /// <summary>Such as <c>15.18</c>.</summary>
    public string VersionText { get; }

    /// <summary>
    /// Looks in the given folder only; else in the search path, then where packages install. Of several, the one of the wanted major: else the
    /// oldest of the newer ones, which read what it wrote, else the newest of all.
    /// </summary>
    /// <param name="wanted">The dump's major version; null where nobody knows it.</param>
    /// <exception cref="CiAnonException">Not found, doesn't run, or too old.</exception>
    public static PostgresBinaries Find(string? binDirectory, string? searchPath, int? wanted = null)
    {
        if (binDirectory is not null)
        {
            return In(binDirectory) is { } directory
                ? Read(directory)
                : throw new CiAnonException(
                    DiagnosticCodes.PostgresMissing, $"{binDirectory} has no initdb and postgres side by side. {Install}");
        }
        var found = OnPath(searchPath).Concat(InstalledFolders()).Select(In).OfType<string>().Distinct().ToList();
        return found.Count switch
        {
            0 => throw new CiAnonException(
                DiagnosticCodes.PostgresMissing, $"PostgreSQL was found neither on the search path nor where packages install it. {Install}"),
            1 => Read(found[0]),
            _ => Fitting(found, wanted),
        };
    }

    // Those that don't work are no choice, unless none does.
    private static PostgresBinaries Fitting(List<string> folders, int? wanted)
    {
        if (wanted is not { } major) return Read(folders[0]);
        var working = folders.Select(folder =>
        {
            try
            {
                return Read(folder);
            }
            catch (CiAnonException)
            {
                return null;
            }
        }).OfType<PostgresBinaries>().ToList();
        if (working.Count == 0) return Read(folders[0]);
        return working.Where(one => one.Major >= major).MinBy(one => one.Major) ?? working.MaxBy(one => one.Major)!;
    }

    /// <summary>Every folder in which PostgreSQL's programs may lie, where packages install them first.</summary>
    internal static IEnumerable<string> Folders(string? searchPath) => InstalledFolders().Concat(OnPath(searchPath));

    /// <summary>What <c>--version</c> of one of PostgreSQL's programs says; null where it says none.</summary>
    internal static int? MajorOf(string program)
    {
        var match = VersionLine().Match(FirstLine(program));
        return match.Success ? int.Parse(match.Groups["major"].ValueSpan) : null;
    }

    private static IEnumerable<string> OnPath(string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted);

    private static IEnumerable<string> InstalledFolders() =>
    [
        .. Versions("/usr/lib/postgresql", "*", "bin"),
        .. Versions("/usr", "pgsql-*", "bin"),
        "/usr/local/pgsql/bin",
        .. Versions("/opt/homebrew/opt", "postgresql*", "bin"),
        .. Versions("/usr/local/opt", "postgresql*", "bin"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
    ];

    private static IEnumerable<string> Versions(string parent, string pattern, string child) =>
        System.IO.Directory.Exists(parent)
            ? System.IO.Directory.GetDirectories(parent, pattern)
                .OrderByDescending(folder => int.TryParse(Digits().Match(Path.GetFileName(folder)).Value, out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, child))
            : [];

    // Distributions link single programs into the search path: initdb's real folder is the one that has postgres too.
    private static string? In(string folder)
    {
        var initdb = Path.Combine(Path.GetFullPath(folder), "initdb");
        if (!File.Exists(initdb)) return null;
        var target = File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb;
        return new[] { Path.GetDirectoryName(target)!, Path.GetDirectoryName(initdb)! }
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")) && File.Exists(Path.Combine(candidate, "postgres")));
    }

    private static PostgresBinaries Read(string directory)
    {
        var program = Path.Combine(directory, "postgres");
        var match = VersionLine().Match(FirstLine(program));
        if (!match.Success) throw Broken(program, "`postgres --version` printed no version");
        var major = int.Parse(match.Groups["major"].ValueSpan);
        var version = match.Groups["version"].Value;
        return major >= OldestMajor
            ? new PostgresBinaries(directory, version, major)
            : throw new CiAnonException(
                DiagnosticCodes.PostgresTooOld, $"{program} is PostgreSQL {version}; at least {OldestMajor} is needed. {Install}");
    }

    private static string FirstLine(string program)
    {
        try
        {
            var start = new ProcessStartInfo(program, ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : throw Broken(program, $"`{Path.GetFileName(program)} --version` ended with exit code {process.ExitCode}");
        }
        catch (Win32Exception failure)
        {
            throw Broken(program, $"it can't be started ({failure.Message})", failure);
        }
    }

    private static CiAnonException Broken(string program, string reason, Exception? cause = null) =>
        new(DiagnosticCodes.PostgresBroken, $"{program} is not a working PostgreSQL: {reason}. {Install}", cause: cause);

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "postgres (PostgreSQL) 18beta1"
    [GeneratedRegex(@"\(PostgreSQL\) (?<version>(?<major>\d{1,4})[0-9A-Za-z.]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
