using System.ComponentModel;
using System.Text.Json;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>
/// What stands in a report's place while a run goes on that will replace it, and stays there when the run is stopped or killed:
/// nobody may take the report of an earlier run for this one's.
/// </summary>
[Description("A run has begun that will replace the report, and has not ended, or was stopped before it could say how. Nothing vouches for a dump.")]
public sealed record RunningReport
{
    public const string SchemaId = "urn:ci-anon:running:1";
    public const string Running = "running";

    [Description("Identifies this format.")]
    public string Schema { get; init; } = SchemaId;

    [Description("Version of this format, the number at the end of schema.")]
    public int SchemaVersion { get; init; } = 1;

    [Description("running.")]
    public string Status { get; init; } = Running;

    [Description("The tool that runs.")]
    public required ToolSection Tool { get; init; }

    [Description("When the run began (UTC).")]
    public required DateTimeOffset StartedAt { get; init; }

    [Description("The CI run that it is part of; absent outside CI.")]
    public CiSection? Ci { get; init; }

    /// <summary>Whether a file says that its run has not ended.</summary>
    public static bool IsAt(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            return StartOf(File.ReadAllBytes(path)) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>When the run began that has not ended, as the file states it; null for a report of a run that has.</summary>
    /// <exception cref="JsonException">It isn't JSON.</exception>
    public static string? StartOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || Text(document.RootElement, "status")?.GetString() != Running) return null;
        return Text(document.RootElement, "startedAt") is { } start && start.TryGetDateTimeOffset(out var time)
            ? $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
            : "an unknown time";
    }

    private static JsonElement? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value : null;
}
