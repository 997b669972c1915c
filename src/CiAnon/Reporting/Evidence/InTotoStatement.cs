using System.Text.Json;
using System.Text.Json.Nodes;
using CiAnon.Dumps;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting.Evidence;

/// <summary>
/// An in-toto statement (v1) about the published dump, with the report as its predicate: what cosign and GitHub's attestations sign.
/// </summary>
public static class InTotoStatement
{
    public const string Type = "https://in-toto.io/Statement/v1";

    /// <summary>The same as the report's schema: the predicate is the report.</summary>
    public const string PredicateType = ComplianceReport.SchemaId;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <param name="files">The files of a directory archive; empty for a file.</param>
    public static byte[] Write(ComplianceReport report, IReadOnlyList<FileDigest> files)
    {
        var output = report.Output ?? throw new ArgumentException("A failed run has nothing to make a statement about.", nameof(report));
        var statement = new JsonObject
        {
            ["_type"] = Type,
            ["subject"] = Subjects(output, files),
            ["predicateType"] = PredicateType,
            ["predicate"] = JsonNode.Parse(ReportJson.Write(report)),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(statement, Indented), (byte)'\n'];
    }

    /// <summary>Of a folder each file, so that a file's signature can be looked up, and the folder as in-toto's dirHash.</summary>
    internal static JsonArray Subjects(ArchiveSection output, IReadOnlyList<FileDigest> files)
    {
        if (output.Encryption is { } encrypted)
            return [Subject(encrypted.File, "sha256", encrypted.Sha256), Subject(output.Name, "sha256", output.Sha256)];
        if (output.Format != "directory") return [Subject(output.Name, "sha256", output.Sha256)];
        return
        [
            Subject(output.Name, "dirHash", output.Sha256),
            .. files.Select(file => Subject($"{output.Name}/{file.Name}", "sha256", file.Sha256)),
        ];
    }

    private static JsonObject Subject(string name, string algorithm, string digest) => new() { ["name"] = name, ["digest"] = new JsonObject { [algorithm] = digest } };
}
