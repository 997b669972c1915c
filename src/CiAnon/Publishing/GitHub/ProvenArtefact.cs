using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Reporting;
using CiAnon.Reporting.Evidence;
using CiAnon.Reporting.Sections;

namespace CiAnon.Publishing.GitHub;

/// <summary>A dump and the report that vouches for it, compared just now.</summary>
internal sealed record ProvenArtefact(ReleaseFile Dump, ReleaseFile Report)
{
    /// <param name="reportPath">What the run wrote.</param>
    /// <param name="dumpPath">Null for the report's name for it, in the report's folder.</param>
    /// <exception cref="CiAnonException">CIANON6010: the report doesn't say passed, or not of this dump, or it is the dump in clear of a run that encrypted; CIANON6012: GitHub wouldn't take a file.</exception>
    public static ProvenArtefact Open(string reportPath, string? dumpPath, CancellationToken ct)
    {
        var report = ReportFile.Read(reportPath);
        if (report.Mode != ReportMode.Anonymized)
            throw new CiAnonException(DiagnosticCodes.NotProven, $"{reportPath} judges a dump that was made before: only a run that makes a dump publishes it");
        var path = dumpPath ?? Beside(reportPath, report.Output?.Encryption?.File ?? report.Output?.Name ?? "");
        if (report.Output is not null && Directory.Exists(path))
            throw new CiAnonException(DiagnosticCodes.NotReleasable, $"{path} is a folder, and a release takes files: write a custom archive (--format custom)");
        foreach (var item in EvidenceVerifier.Verify(report, path, statement: null, ct))
        {
            if (item.Problem is { } problem) throw new CiAnonException(DiagnosticCodes.NotProven, $"{item.Subject}: {problem}");
        }
        var artefact = new ProvenArtefact(Dump: Published(report.Output!, path, ct).Check(), Report: Whole(reportPath).Check());
        return artefact.Dump.Name != artefact.Report.Name ? artefact
            : throw new CiAnonException(DiagnosticCodes.NotReleasable, $"dump and report are both called {artefact.Dump.Name}: rename one");
    }

    /// <summary>The file that leaves, and the digest that the report gives it. Who named recipients wants nothing in clear to leave.</summary>
    private static ReleaseFile Published(ArchiveSection output, string path, CancellationToken ct)
    {
        var published = PublishedFile.Of(output, path);
        if (output.Encryption is not null && ArchiveDigest.Compute(path, ct).Sha256 != published.Sha256)
            throw new CiAnonException(DiagnosticCodes.NotProven, $"{path} is the dump in clear, and the run encrypted it: release {output.Encryption.File}");
        return new ReleaseFile(path, published.Sha256, published.Bytes, ReleaseFile.DumpLabel);
    }

    private static ReleaseFile Whole(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return new ReleaseFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, ReleaseFile.ReportLabel);
    }

    private static string Beside(string reportPath, string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(reportPath))!, Path.GetFileName(name));
}
