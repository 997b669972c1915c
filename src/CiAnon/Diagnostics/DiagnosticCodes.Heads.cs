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

    public static readonly DiagnosticCode ActionInput = new("CIANON0010", Severity.Error, ExitCode.Usage,
        "An input of the action can't be used", "Correct the input that the message names; docs/action.md lists them all. Nothing was read.");

    public static readonly DiagnosticCode ActionSource = new("CIANON0011", Severity.Error, ExitCode.Usage,
        "The action needs one source", "Give either `dump`, a file in the workspace, or `source-command`, a command that prints the dump.");

    public static readonly DiagnosticCode ActionPath = new("CIANON0012", Severity.Error, ExitCode.Usage,
        "A path lies outside the workspace", "The container sees the workspace and nothing else of the runner: use a path in it, or `source-command` for a dump from elsewhere.");

    public static readonly DiagnosticCode ActionContainer = new("CIANON0013", Severity.Error, ExitCode.Environment,
        "The runner can't start the container", "The action needs a Linux runner with docker, and the right to pull the image. `image` names a mirror.");

    public static readonly DiagnosticCode ActionVariable = new("CIANON0014", Severity.Error, ExitCode.Usage,
        "A variable that the action needs is empty", "Give it by `env:` on the step. Secrets are empty in workflows of pull requests from forks and of Dependabot.");

    public static readonly DiagnosticCode ActionRetention = new("CIANON0015", Severity.Error, ExitCode.Usage,
        "The artefact would be kept too long", "Choose `retention-days` from 1 to 30. Make a new dump every week rather than keep an old one.");
}
