using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>What an earlier report is compared with: another run, or an audit that knows less.</summary>
/// <param name="HasRows">The tables' numbers of rows are known.</param>
public sealed record DriftState(IReadOnlyList<TableSection> Tables, string PolicySha256, bool HasRows)
{
    /// <summary>Null for an audit: it has no key.</summary>
    public KeySection? Key { get; init; }

    /// <summary>Those that the policy brings in.</summary>
    public IReadOnlyList<PresetSection> Presets { get; init; } = [];

    public static DriftState Of(ComplianceReport report) => new(report.Tables, report.Policy.Sha256, HasRows: true) { Key = report.Key, Presets = report.Policy.Presets };
}
