using System.CommandLine;

namespace CiAnon.Cli.Commands;

/// <summary><c>--no-annotations</c>, of every command: diagnostics are plain lines, on CI hosts too.</summary>
internal static class AnnotationsOption
{
    private const string Name = "--no-annotations";

    public static Option<bool> Create() => new(Name) { Recursive = true, Description = "Diagnostics are plain lines of the log on CI hosts too, with any command" };

    /// <summary>Known before the rest is parsed, because mistakes there are diagnostics too.</summary>
    public static bool IsGiven(string[] args) => args.Contains(Name);
}
