using CiAnon.Dumps;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting.Evidence;

/// <summary>Compares a report with itself, with the dump that it speaks of, and with the statement made of it.</summary>
public static class EvidenceVerifier
{
    /// <param name="artefact">Where the dump is.</param>
    /// <param name="statement">The in-toto statement's bytes; null when there is none to compare.</param>
    public static IEnumerable<EvidenceItem> Verify(ComplianceReport report, string artefact, byte[]? statement, CancellationToken ct)
    {
        yield return new EvidenceItem("report", $"has the shape of {ComplianceReport.SchemaId}", ReportConsistency.Shape(report));
        yield return new EvidenceItem("status", $"passed, and so say {ReportWords.Count(report.Checks.Count, "check")}", ReportConsistency.Status(report));
        if (report.Output is not { } output)
        {
            yield return new EvidenceItem("artefact", "", "the report names none, as nothing was published");
            yield break;
        }
        if (!Path.Exists(artefact))
        {
            yield return new EvidenceItem("artefact", "", $"{artefact} doesn't exist: say where the dump is with --artefact");
            yield break;
        }
        var digest = ArchiveDigest.Compute(artefact, ct);
        yield return output.Encryption is { } encrypted && digest.Sha256 == encrypted.Sha256
            ? new EvidenceItem("artefact", $"{encrypted.File} (encrypted) has {ReportWords.Bytes(encrypted.Bytes)} and SHA-256 {encrypted.Sha256}", null)
            : new EvidenceItem("artefact", $"{output.Name} has {ReportWords.Bytes(output.Bytes)} and SHA-256 {output.Sha256}", Difference(output, digest));
        if (statement is not null)
            yield return new EvidenceItem("statement", "names this artefact and quotes this report", StatementComparison.Problem(statement, report, digest));
    }

    private static string? Difference(ArchiveSection output, ArchiveDigest digest)
    {
        if (digest.Files.Count > 0 != (output.Format == "directory")) return $"the report says {output.Format}, and this is a {(digest.Files.Count > 0 ? "folder" : "file")}";
        if (output.Encryption is not null && digest.Sha256 != output.Sha256) return $"its SHA-256 is {digest.Sha256}, which is neither the encrypted file's nor the decrypted dump's";
        if (digest.Bytes != output.Bytes) return $"its size is {digest.Bytes} bytes, and the report says {output.Bytes}";
        return digest.Sha256 == output.Sha256 ? null : $"its SHA-256 is {digest.Sha256}, and the report says {output.Sha256}";
    }
}
