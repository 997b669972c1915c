namespace CiAnon.Reporting;

/// <summary>The verdict.</summary>
public enum ReportStatus
{
    Passed,
    Failed,
}
