using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Sarif;

/// <summary>Results as SARIF 2.1.0 (OASIS), the format of code scanning.</summary>
public static class SarifWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="rules">At least those that results name.</param>
    /// <param name="baseFolder">Files below it are named relative to it; others by their name alone.</param>
    public static byte[] Write(IReadOnlyList<SarifRule> rules, IReadOnlyList<SarifResult> results, string baseFolder)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            // Columns count UTF-16 code units, as positions in .NET do.
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var result in results) WriteResult(json, result, IndexOf(rules, result), baseFolder, seen);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    private static int IndexOf(IReadOnlyList<SarifRule> rules, SarifResult result)
    {
        for (var i = 0; i < rules.Count; i++)
            if (rules[i].Id == result.RuleId) return i;
        throw new ArgumentException($"no rule {result.RuleId}", nameof(rules));
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<SarifRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ci-anon");
        json.WriteString("version", ReportWriter.ToolVersion);
        json.WriteString("semanticVersion", ReportWriter.ToolVersion);
        json.WriteString("informationUri", DiagnosticDocs.Repository);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Title + ".");
            WriteText(json, "fullDescription", $"{rule.Title}. {rule.Help}");
            WriteText(json, "help", rule.Help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Level));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, SarifResult result, int rule, string baseFolder, Dictionary<string, int> seen)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.RuleId);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(result.Level));
        WriteText(json, "message", Sentence(result.Message));
        json.WriteStartArray("locations");
        if (result.Position is { } position) WriteLocation(json, position, baseFolder);
        json.WriteEndArray();
        var fingerprint = Fingerprint(result);
        var times = seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
        json.WriteStartObject("partialFingerprints");
        json.WriteString("ciAnonFinding/v1", fingerprint);
        // GitHub tells alerts apart by this one alone, and works it out from the line where it is missing: findings on one line would be one.
        json.WriteString("primaryLocationLineHash", $"{fingerprint[..16]}:{times}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourcePosition position, string baseFolder)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(position.File, baseFolder));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", position.Line);
        json.WriteNumber("startColumn", position.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // Absolute paths would name the machine, and match no file of the repository.
    private static string RelativeUri(string file, string baseFolder)
    {
        var relative = Path.GetRelativePath(baseFolder, Path.GetFullPath(file, baseFolder)).Replace('\\', '/');
        if (Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal)) relative = Path.GetFileName(file);
        return string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
    }

    private static string Fingerprint(SarifResult result) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{result.RuleId}\n{result.Subject}")))[..32];

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    private static string Level(Severity severity) => severity.ToString().ToLowerInvariant();
}
