namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode Usage = new("CIANON0002", Severity.Error, ExitCode.Usage,
        "Wrong usage of the command", "See `ci-anon --help`, or `ci-anon COMMAND --help`.");
}
