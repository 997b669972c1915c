using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>The report of an earlier run that a later one, or an audit, is compared with.</summary>
public sealed record Baseline(ComplianceReport Report, string Sha256)
{
    /// <exception cref="CiAnonException">CIANON5401: it isn't a report, or can't be read.</exception>
    public static Baseline Read(string path)
    {
        var report = ReportFile.Read(path);
        return new Baseline(report, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }

    public DriftSection Compare(DriftState now) => Drift.Between(Report, Sha256, now);
}
