using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CiAnon.Diagnostics;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>
/// One line of the audit log: who did what, when, from where to where, how much, with which verdict. The first eleven keys are those of
/// Confiture's audit log. Names, counts and digests; never a value of a row.
/// </summary>
public sealed record AuditLogEntry
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
    };

    public required string Timestamp { get; init; }

    public string Operation { get; init; } = "anonymize";

    public required string Source { get; init; }

    public required string Target { get; init; }

    public required string User { get; init; }

    public bool AnonymizationEnabled { get; init; } = true;

    /// <summary>Tables in the target; 0 when nothing was published.</summary>
    public int TablesSynced { get; init; }

    /// <summary>Rows in the target; 0 when nothing was published.</summary>
    public long RowsCopied { get; init; }

    public int PiiColumnsAnonymized { get; init; }

    public bool VerificationPassed { get; init; }

    public required double DurationSeconds { get; init; }

    /// <summary>passed, failed (a check), stopped (an error before), cancelled, or stands: the result does, and an error came after.</summary>
    public required string Verdict { get; init; }

    public long RowsRead { get; init; }

    /// <summary>Values that look personal and are in the target because the policy allows it.</summary>
    public long ValuesAllowed { get; init; }

    /// <summary>Columns of the target whose rule a machine proposed and nobody decided on.</summary>
    public int ColumnsUndecided { get; init; }

    public IReadOnlyList<string> ChecksFailed { get; init; } = [];

    /// <summary>Codes of the errors.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public required string ToolVersion { get; init; }

    public string? KeyMode { get; init; }

    public string? KeyFingerprint { get; init; }

    public string? PolicySha256 { get; init; }

    public string? InputSha256 { get; init; }

    public string? OutputSha256 { get; init; }

    public CiSection? Ci { get; init; }

    /// <summary>Of a run that got as far as a report.</summary>
    public static AuditLogEntry From(ComplianceReport report, string target, string user) => new()
    {
        Timestamp = Time(report.StartedAt),
        Source = report.Input.Name,
        Target = target,
        User = user,
        TablesSynced = report.Output is null ? 0 : report.Tables.Count,
        RowsCopied = report.Output is null ? 0 : report.Tables.Sum(table => table.RowsOut),
        PiiColumnsAnonymized = report.Output is null ? 0 : Reporting.Verdict.Replaced(report).Count(),
        VerificationPassed = report.Status == ReportStatus.Passed,
        DurationSeconds = Math.Round((report.FinishedAt - report.StartedAt).TotalSeconds, 3),
        Verdict = ReportWords.Status(report.Status),
        RowsRead = report.Tables.Sum(table => table.RowsIn),
        ValuesAllowed = report.Output is null ? 0 : AllowedHits.Of(report).Sum(hit => hit.Count),
        ColumnsUndecided = report.Output is null ? 0 : Reporting.Verdict.Undecided(report).Count(),
        ChecksFailed = [.. report.Checks.Where(check => check.Status == "failed").Select(check => check.Id)],
        Errors = [.. report.Errors.Select(error => error.Code).Distinct(StringComparer.Ordinal)],
        ToolVersion = report.Tool.Version,
        KeyMode = report.Key.Mode,
        KeyFingerprint = report.Key.Fingerprint,
        PolicySha256 = report.Policy.Sha256,
        InputSha256 = report.Input.Sha256,
        OutputSha256 = report.Output?.Encryption?.Sha256 ?? report.Output?.Sha256,
        Ci = report.Ci,
    };

    /// <summary>Of a run that was cancelled, or that an error stopped before there was anything to report.</summary>
    public static AuditLogEntry Stopped(Exception reason, DateTimeOffset startedAt, string source, string target, string user) => new()
    {
        Timestamp = Time(startedAt),
        Source = source,
        Target = target,
        User = user,
        DurationSeconds = Math.Round((DateTimeOffset.UtcNow - startedAt).TotalSeconds, 3),
        Verdict = reason is OperationCanceledException ? "cancelled" : "stopped",
        Errors = reason is CiAnonException ? CodesOf(reason) : [],
        ToolVersion = ReportWriter.ToolVersion,
    };

    /// <summary>Of a run whose result stands, and that something ended after it.</summary>
    public AuditLogEntry Standing(Exception reason) => this with { Verdict = "stands", Errors = CodesOf(reason) };

    private static List<string> CodesOf(Exception reason) => [.. Failure.Of(reason).Select(diagnostic => diagnostic.Code.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>JSON on one line.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>As all times in the log are.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
