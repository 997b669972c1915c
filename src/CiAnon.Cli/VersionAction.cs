using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace CiAnon.Cli;

/// <summary><c>--version</c>: the product's version, alone on a line.</summary>
internal sealed class VersionAction(Session session) : SynchronousCommandLineAction
{
    public static string Version { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override int Invoke(ParseResult parseResult)
    {
        session.Out.WriteLine(Version);
        return 0;
    }
}
