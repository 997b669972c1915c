using System.Text.Json;
using CiAnon.Diagnostics;

namespace CiAnon.Reporting;

/// <summary>Reads a report that a run wrote.</summary>
public static class ReportFile
{
    // The largest databases have some ten thousand columns, which is a few MB.
    private const int MostBytes = 256 * 1024 * 1024;

    /// <exception cref="CiAnonException">CIANON5401: it isn't a report, or can't be read. CIANON5404: it says running.</exception>
    public static ComplianceReport Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw NoReport(path, "it is too large", null);
            var json = File.ReadAllBytes(path);
            if (RunningReport.StartOf(json) is { } start)
                throw new CiAnonException(DiagnosticCodes.RunNotEnded, $"{path} says running: the run that began at {start} goes on, or was stopped before it could say how it ended; nothing vouches for its dump. Wait for it, or run again");
            return ReportJson.Read(json) ?? throw NoReport(path, "it holds null", null);
        }
        catch (JsonException exception)
        {
            // The parser's own message may quote the file; path and line say enough.
            var at = exception.LineNumber is { } line ? $" (line {line + 1}{(exception.Path is { } place ? $", {place}" : "")})" : "";
            throw NoReport(path, $"it isn't JSON in the shape of {ComplianceReport.SchemaId}{at}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NoReport(path, exception.Message, exception);
        }
    }

    private static CiAnonException NoReport(string path, string why, Exception? cause) =>
        new(DiagnosticCodes.NoReport, $"{path} can't be read as a report: {why}", cause: cause);
}
