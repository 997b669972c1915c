namespace CiAnon.Reporting;

/// <summary>How parts of a report are said; every format says them alike.</summary>
internal static class ReportWords
{
    public static string Status(ReportStatus status) => status == ReportStatus.Passed ? "passed" : "failed";

    /// <summary>The object, the path inside its values, and the kind of data.</summary>
    public static string Place(FindingSection finding) =>
        $"{finding.Object}{(finding.Path is { } path ? $" at {path}" : "")}{(finding.Kind is { } kind ? $" [{kind}]" : "")}";
}
