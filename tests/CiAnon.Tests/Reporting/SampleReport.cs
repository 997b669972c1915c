using CiAnon.Hosts;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Tests.Reporting;

/// <summary>A report with every optional part.</summary>
internal static class SampleReport
{
    public static ComplianceReport Full(CiContext? ci = null) => new()
    {
        Status = ReportStatus.Passed,
        Tool = new ToolSection("ci-anon", "0.1.0"),
        StartedAt = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
        FinishedAt = new DateTimeOffset(2026, 7, 1, 12, 1, 0, TimeSpan.Zero),
        Stages = [new StageSection("restore", 1.5)],
        Input = new ArchiveSection("prod.dump", "custom", 1000, new string('a', 64), "1.14", "15.4", "15.4"),
        Output = new ArchiveSection("anon.dump", "custom", 900, new string('b', 64), "1.14", null, null),
        Policy = new PolicySection("ci-anon.yml", new string('c', 64), "fail"),
        Key = new KeySection("pseudonymization", "0123abcd", "Whoever holds the key can compute pseudonyms."),
        Postgres = new PostgresSection("15.4"),
        Tables =
        [
            new TableSection("public", "customers", "all", 2, 2,
            [
                new ColumnSection("email", "text", "masked", "rule", "email", null, null, new CountSection(2, 0, 2, 0, 0)),
                new ColumnSection("country", "text", "kept", "keep (ten values)", null, "dpo", new DateOnly(2027, 6, 30), null),
            ]),
        ],
        LargeObjects = LargeObjectStatus.Dropped,
        Checks = [new CheckSection("rows", "failed", 1, 1, "rows in = rows out", "a note", [new FindingSection("public.customers", 1, "2 rows in, 1 rows out")])],
        Errors = [new ErrorSection("CIANON1203", "message", "ci-anon.yml", 12, 7), new ErrorSection("CIANON5002", "message", null, null, null)],
        Skipped = [new SkippedSection("EXTENSION postgis", "the extension isn't installed")],
        Ci = ci is null ? null : new CiSection(ci.Host, ci.Repository, ci.Commit, ci.Run, ci.Actor),
        Retention = new RetentionSection(7, new DateOnly(2026, 7, 8)),
    };
}
