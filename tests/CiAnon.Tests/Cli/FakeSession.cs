using CiAnon.Cli;

namespace CiAnon.Tests.Cli;

/// <summary>A command run in this process, as a pipe would see it.</summary>
internal static class FakeSession
{
    public static (int Exit, string Out, string Error) Run(params string[] arguments) => RunOn(static _ => null, arguments);

    public static (int Exit, string Out, string Error) RunOn(Func<string, string?> environment, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run(arguments, new Session(output, error, environment, IsTerminal: false, CancellationToken.None));
        return (exit, output.ToString(), error.ToString());
    }
}
