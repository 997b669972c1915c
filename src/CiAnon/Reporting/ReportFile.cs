using System.Text.Json;
using CiAnon.Diagnostics;

namespace CiAnon.Reporting;

/// <summary>Reads a report that a run wrote.</summary>
public static class ReportFile
{
    // The largest databases have some ten thousand columns, which is a few MB.
    private const int MostBytes = 256 * 1024 * 1024;

    /// <exception cref="CiAnonException">CIANON5401: it isn't a report, or can't be read.</exception>
    public static ComplianceReport Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw NoReport(path, "it is too large", null);
            return ReportJson.Read(File.ReadAllBytes(path)) ?? throw NoReport(path, "it holds null", null);
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
