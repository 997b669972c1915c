using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CiAnon.Hosts;

/// <summary>
/// Issues in GitLab's code quality format, which merge requests show beside the lines.
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
/// </summary>
internal static class CodeQualityReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <param name="issues">Those without a place are left out: the format has no word for them.</param>
    /// <param name="relative">A path as the repository has it.</param>
    public static byte[] Write(IReadOnlyList<HostIssue> issues, Func<string, string> relative)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            json.WriteStartArray();
            foreach (var issue in issues)
            {
                if (issue.Place is { } place) Write(json, issue, relative(place.Path), place.Line, seen);
            }
            json.WriteEndArray();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, HostIssue issue, string path, int line, Dictionary<string, int> seen)
    {
        json.WriteStartObject();
        json.WriteString("description", Printable.Line($"{issue.Code}: {issue.Message}"));
        json.WriteString("check_name", issue.Code);
        json.WriteString("fingerprint", Fingerprint($"{issue.Code}\n{path}\n{issue.Message}", seen));
        json.WriteString("severity", issue.Level switch { IssueLevel.Error => "major", IssueLevel.Warning => "minor", _ => "info" });
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Without the line, so that an issue stays the same when lines move; the same issue twice has a number.
    private static string Fingerprint(string identity, Dictionary<string, int> seen)
    {
        var times = seen[identity] = seen.GetValueOrDefault(identity) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(times == 1 ? identity : $"{identity}\n{times}")));
    }
}
