using System.Text.Json;

namespace CiAnon.Reporting;

/// <summary>How long a report's artefact may be kept, and what it is. Reports of other versions are understood, too: nothing is kept because its report has grown a field.</summary>
public sealed record ReportTerm(string? Schema, DateTimeOffset? FinishedAt, ReportTerm.Kept? Retention, ReportTerm.Dump? Output)
{
    /// <summary>Whatever a report says, nothing is kept for longer.</summary>
    public const int MostDays = 30;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public sealed record Kept(DateOnly? Until);

    public sealed record Dump(string? Name, long Bytes, string? Sha256, EncryptedDump? Encryption);

    public sealed record EncryptedDump(string? File, long Bytes, string? Sha256);

    /// <summary>The last day.</summary>
    public DateOnly Until
    {
        get
        {
            var most = DateOnly.FromDateTime(FinishedAt!.Value.UtcDateTime).AddDays(MostDays);
            return Retention?.Until is { } until && until < most ? until : most;
        }
    }

    /// <summary>The file or folder that was published, by its name in the report's folder; null where nothing was.</summary>
    public (string Name, long Bytes, string? Sha256)? Published => Output switch
    {
        null => null,
        { Encryption: { } encrypted } => (encrypted.File ?? "", encrypted.Bytes, encrypted.Sha256),
        _ => (Output.Name ?? "", Output.Bytes, Output.Sha256),
    };

    /// <summary>Null where it isn't a report of a run that has ended.</summary>
    /// <exception cref="JsonException">It isn't JSON in that shape.</exception>
    public static ReportTerm? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ReportTerm>(json, Options) is { Schema: ComplianceReport.SchemaId, FinishedAt: not null } term ? term : null;
}
