namespace CiAnon.Reporting;

/// <summary>What the run was for.</summary>
public enum ReportMode
{
    Anonymized,
    Verified,
}
