using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon;

/// <summary>What a run leaves beside its report: the report in other formats, and its line in the audit log.</summary>
internal sealed class RunRecords(AnonymizeOptions options, DateTimeOffset startedAt)
{
    private static readonly string[] UserVariables = ["USER", "LOGNAME", "USERNAME"];

    private string? _logged;

    private string Source => NameOf(options.DumpPath);

    private string Target => NameOf(options.OutputPath!);

    private string User => UserOf(options.Environment);

    /// <summary>Whoever started the run.</summary>
    public static string UserOf(Func<string, string?> environment) => CiContext.From(environment)?.Actor
        ?? UserVariables.Select(environment).FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? "unknown";

    /// <summary>The formats that were asked for; of a failed run those that don't need an output.</summary>
    public IReadOnlyList<RenderedFile> Render(ComplianceReport report, IReadOnlyList<FileDigest> files) =>
    [
        .. options.Renderings.Where(rendering => report.Output is not null || !rendering.Format.NeedsOutput)
            .Select(rendering => new RenderedFile(Path.GetFullPath(rendering.Path), rendering.Format.Write(new ReportWithFiles(report, files) { Language = options.Language }))),
    ];

    /// <summary>The last thing before the result is published: a run that isn't recorded publishes nothing.</summary>
    /// <exception cref="CiAnonException">CIANON2009: the log can't be written.</exception>
    public void LogPassed(ComplianceReport report) => Append(AuditLogEntry.From(report, Target, User));

    public void LogFailed(ComplianceReport report, Action<Diagnostic> notice) => Try(() => AuditLogEntry.From(report, Target, User), notice);

    /// <summary>The run ends without a report of its own.</summary>
    public void LogStopped(Exception reason, Action<Diagnostic> notice)
    {
        // After a line that says passed, only the move into place can have failed, which must stand there too.
        if (_logged is null or "passed") Try(() => AuditLogEntry.Stopped(reason, startedAt, Source, Target, User), notice);
    }

    // A log that can't be written must not hide why the run failed.
    private void Try(Func<AuditLogEntry> entry, Action<Diagnostic> notice)
    {
        try
        {
            Append(entry());
        }
        catch (CiAnonException exception)
        {
            foreach (var diagnostic in exception.Diagnostics) notice(diagnostic);
        }
    }

    private void Append(AuditLogEntry entry)
    {
        if (options.AuditLogPath is not { } path) return;
        AuditLog.Append(Path.GetFullPath(path), entry.ToJson());
        _logged = entry.Verdict;
    }

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
