using CiAnon.Diagnostics;
using CiAnon.Hosts;

namespace CiAnon.Cli;

/// <summary>What a command may touch outside the engine; tests give their own.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Diagnostics and progress.</param>
/// <param name="Environment">Variables by name.</param>
/// <param name="IsTerminal">Standard error is a terminal that a person looks at.</param>
internal sealed record Session(TextWriter Out, TextWriter Error, Func<string, string?> Environment, bool IsTerminal, CancellationToken Cancellation)
{
    /// <summary>NO_COLOR (https://no-color.org) is set and not empty.</summary>
    public bool NoColor => Environment("NO_COLOR") is { Length: > 0 };

    public void Print(Diagnostic diagnostic) => Error.WriteLine(Printable.Line(diagnostic.ToString()));
}
