using System.Diagnostics;
using System.Text;

namespace CiAnon.PostgresTests.Terminals;

/// <summary>Runs the real command on a pseudo-terminal, which util-linux's script makes.</summary>
internal static class Terminal
{
    /// <summary>Exit code and every byte that reached the terminal.</summary>
    public static (int Exit, string Text) Run(int width, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var command = $"stty cols {width} rows 40; exec {string.Join(' ', arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "ci-anon")).Select(Quoted))}";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in new[] { "CI", "NO_COLOR" }) start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
