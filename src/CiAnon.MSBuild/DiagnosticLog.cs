using CiAnon.Diagnostics;
using CiAnon.Hosts;
using Microsoft.Build.Utilities;

namespace CiAnon.MSBuild;

/// <summary>Diagnostics as MSBuild's own errors and warnings: code, policy file, line, column, link.</summary>
internal static class DiagnosticLog
{
    public static void Tell(this TaskLoggingHelper log, Diagnostic diagnostic)
    {
        var at = diagnostic.Position;
        var (file, line, column) = at is { } position ? (position.File, position.Line, position.Column) : (null, 0, 0);
        var text = Printable.Line(diagnostic.Message);
        var link = DiagnosticDocs.Link(diagnostic.Code);
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(null, diagnostic.Code.Id, null, link, file, line, column, 0, 0, text);
                break;
            case Severity.Warning:
                // An error, when the build treats this code as one.
                log.LogWarning(null, diagnostic.Code.Id, null, link, file, line, column, 0, 0, text);
                break;
            default:
                log.LogMessage(null, diagnostic.Code.Id, null, file, line, column, 0, 0, Microsoft.Build.Framework.MessageImportance.Normal, text);
                break;
        }
    }
}
