using System.Collections.Concurrent;
using System.Diagnostics;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Reporting;

/// <summary>A package from npm below artifacts/npm, installed when it isn't there: judges that others wrote.</summary>
internal static class NpmPackage
{
    private static readonly ConcurrentDictionary<string, Lock> Installing = [];

    /// <summary>The folder node_modules that holds the package.</summary>
    public static string Modules(string name, string version)
    {
        var prefix = GeneratedFile.FullPath(Path.Combine("artifacts", "npm", name));
        var modules = Path.Combine(prefix, "node_modules");
        lock (Installing.GetOrAdd(name, _ => new Lock()))
        {
            if (Directory.Exists(Path.Combine(modules, name))) return modules;
            Directory.CreateDirectory(prefix);
            // None of them needs what its dependencies would compile.
            Run("npm", ["install", "--prefix", prefix, "--no-audit", "--no-fund", "--silent", "--ignore-scripts", $"{name}@{version}"]);
        }
        return modules;
    }

    /// <summary>What a script of Node.js prints that may require the package.</summary>
    public static string Node(string modules, string script, params string[] arguments) => Run("node", ["-e", script, .. arguments], modules);

    private static string Run(string program, string[] arguments, string? modules = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODE_PATH"] = modules;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} exited with {process.ExitCode}: {errors.Result}");
    }
}
