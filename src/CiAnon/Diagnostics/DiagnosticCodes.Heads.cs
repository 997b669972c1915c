namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode HostTooOld = new("CIANON0001", Severity.Error, ExitCode.Environment,
        "MSBuild is too old", "The tasks run on the .NET 10 SDK (MSBuild 18) or later, as `dotnet msbuild`. Or use the command or the container image.");

    public static readonly DiagnosticCode Usage = new("CIANON0002", Severity.Error, ExitCode.Usage,
        "Wrong usage of the command", "See `ci-anon --help`, or `ci-anon COMMAND --help`.");

    public static readonly DiagnosticCode RunIsOver = new("CIANON0003", Severity.Error, ExitCode.Usage,
        "A stage has no run to go on with", "Call the target AnonymizeDump, or let RestoreDump begin a run in the same build.");

    public static readonly DiagnosticCode NoDump = new("CIANON0004", Severity.Error, ExitCode.Usage,
        "There is no dump to anonymize", "Name one with an item: <CiAnonDump Include=\"prod.dump\" />. To run single stages, call them for a project with one dump.");
}
