using System.ComponentModel;
using System.Diagnostics;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing;

/// <summary>Data dumps must never enter a repository: an output inside a work tree must be ignored by git.</summary>
internal static class GitWorkTree
{
    private const int Ignored = 0;

    /// <exception cref="CiAnonException">CIANON2003: git would commit the file.</exception>
    public static void CheckIgnored(string path)
    {
        // The folder a link leads to decides; a link at the end of the path is itself replaced.
        var real = Path.Combine(RealPath.Of(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        if (Root(real) is not { } root || IsIgnored(root, real)) return;
        throw new CiAnonException(DiagnosticCodes.OutputInGit,
            $"{path} lies in the git work tree {root}, where it could be committed: write it elsewhere, or add it to .gitignore");
    }

    private static string? Root(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git)) return folder;
        }
        return null;
    }

    // git itself knows all the places that ignore rules come from; without git the answer is no.
    private static bool IsIgnored(string root, string path)
    {
        // The tree belongs to another user in most containers; asking about ignore rules runs nothing from it.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", root, "check-ignore", "--quiet", "--", path])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.WaitForExit();
            return git.ExitCode == Ignored;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
