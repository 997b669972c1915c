using System.Globalization;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>Processes as /proc shows them.</summary>
internal static class Processes
{
    /// <summary>The command lines of all other processes that a text occurs in.</summary>
    public static IReadOnlyList<string> Mentioning(string text) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId)
            .Select(CommandLine)
            .Where(line => line.Contains(text, StringComparison.Ordinal)),
    ];

    /// <summary>The titles of all processes that work somewhere below a folder.</summary>
    public static IReadOnlyList<string> TitlesIn(string folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out _) && WorkingDirectory(process).StartsWith(folder, StringComparison.Ordinal))
            .Select(CommandLine),
    ];

    private static string WorkingDirectory(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName ?? "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // A process may end while we look.
    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
