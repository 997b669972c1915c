using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Reporting;
using CiAnon.Reporting.Evidence;

namespace CiAnon.Publishing.GitHub;

/// <summary>A dump and the report that vouches for it, compared just now.</summary>
internal sealed record ProvenArtefact(ReleaseFile Dump, ReleaseFile Report)
{
    /// <param name="reportPath">What the run wrote.</param>
    /// <param name="dumpPath">Null for the report's name for it, in the report's folder.</param>
    /// <exception cref="CiAnonException">CIANON6010: the report doesn't say passed, or not of this dump; CIANON6012: GitHub wouldn't take a file.</exception>
    public static ProvenArtefact Open(string reportPath, string? dumpPath, CancellationToken ct)
    {
        var report = ReportFile.Read(reportPath);
        if (report.Mode != ReportMode.Anonymized)
            throw new CiAnonException(DiagnosticCodes.NotProven, $"{reportPath} judges a dump that was made before: only a run that makes a dump publishes it");
        var path = dumpPath ?? Beside(reportPath, report.Output?.Name ?? "");
        if (report.Output is not null && Directory.Exists(path))
            throw new CiAnonException(DiagnosticCodes.NotReleasable, $"{path} is a folder, and a release takes files: write a custom archive (--format custom)");
        foreach (var item in EvidenceVerifier.Verify(report, path, statement: null, ct))
        {
            if (item.Problem is { } problem) throw new CiAnonException(DiagnosticCodes.NotProven, $"{item.Subject}: {problem}");
        }
        var artefact = new ProvenArtefact(Dump: Published(report, path).Check(), Report: Whole(reportPath).Check());
        return artefact.Dump.Name != artefact.Report.Name ? artefact
            : throw new CiAnonException(DiagnosticCodes.NotReleasable, $"dump and report are both called {artefact.Dump.Name}: rename one");
    }

    /// <summary>The file that leaves, and the digest that the report gives it.</summary>
    private static ReleaseFile Published(ComplianceReport report, string path) => new(path, report.Output!.Sha256, report.Output.Bytes, ReleaseFile.DumpLabel);

    private static ReleaseFile Whole(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return new ReleaseFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, ReleaseFile.ReportLabel);
    }

    private static string Beside(string reportPath, string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(reportPath))!, Path.GetFileName(name));
}
