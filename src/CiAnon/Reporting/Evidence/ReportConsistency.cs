using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.Evidence;

/// <summary>Whether a report's parts agree: a changed status must not pass for a proof.</summary>
internal static class ReportConsistency
{
    /// <summary>What its schema can't say of it; null when all is well.</summary>
    public static string? Shape(ComplianceReport report)
    {
        if (report.Schema != ComplianceReport.SchemaId || report.SchemaVersion != 1) return $"its schema is {report.Schema}, version {report.SchemaVersion}: this ci-anon reads {ComplianceReport.SchemaId}";
        if (report.Checks.FirstOrDefault(check => check.Status is not ("passed" or "failed" or "skipped")) is { } check) return $"check '{check.Id}' has no known status";
        return report.Checks.GroupBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"check '{twice.Key}' stands there twice" : null;
    }

    /// <summary>Why the status can't be relied on; null when it is passed and everything else says so too.</summary>
    public static string? Status(ComplianceReport report)
    {
        if (report.Status == ReportStatus.Failed) return "the report says failed";
        if (report.Output is null) return "the report says passed and names no output";
        if (report.Checks.Count == 0) return "the report says passed and lists no check";
        if (report.Errors.Count > 0) return $"the report says passed and lists {ReportWords.Count(report.Errors.Count, "error")}";
        return report.Checks.Select(Problem).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(CheckSection check)
    {
        if (check.Status != "passed") return $"the report says passed, and check '{check.Id}' {check.Status}";
        if (check.Findings.Count > 0 || check.Violations > 0) return $"check '{check.Id}' says passed and counts violations";
        return check.Control is { } control && control.Found < control.Planted ? $"check '{check.Id}' says passed and missed planted samples" : null;
    }
}
