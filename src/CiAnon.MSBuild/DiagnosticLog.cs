using CiAnon.Diagnostics;
using CiAnon.Hosts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CiAnon.MSBuild;

/// <summary>Diagnostics as MSBuild's own errors and warnings: code, policy file, line, column, link.</summary>
internal static class DiagnosticLog
{
    public static void Tell(this TaskLoggingHelper log, Diagnostic diagnostic) =>
        log.Tell(diagnostic.Severity, diagnostic.Code.Id, DiagnosticDocs.Link(diagnostic.Code), diagnostic.Position, diagnostic.Message);

    public static void Tell(this TaskLoggingHelper log, Severity severity, string code, string? link, SourcePosition? at, string message)
    {
        var (file, line, column) = at is { } position ? (position.File, position.Line, position.Column) : (null, 0, 0);
        var text = Printable.Line(message);
        switch (severity)
        {
            case Severity.Error:
                log.LogError(null, code, null, link, file, line, column, 0, 0, text);
                break;
            case Severity.Warning:
                // An error, when the build treats this code as one.
                log.LogWarning(null, code, null, link, file, line, column, 0, 0, text);
                break;
            default:
                log.LogMessage(null, code, null, file, line, column, 0, 0, MessageImportance.Normal, text);
                break;
        }
    }
}
