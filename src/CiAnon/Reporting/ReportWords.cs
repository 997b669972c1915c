using System.Globalization;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Strategies;

namespace CiAnon.Reporting;

/// <summary>How parts of a report are said; every format says them alike.</summary>
public static class ReportWords
{
    private const string ThinSpace = "\u202F";
    private const string Space = "\u00A0";

    public static string Status(ReportStatus status) => status == ReportStatus.Passed ? "passed" : "failed";

    public const string NothingDeclared = "nothing declared";

    public const string NotRead = "not read";

    /// <summary>The run stopped before any row was read: what is counted as none is unknown.</summary>
    public static bool ReadNoRows(ComplianceReport report) =>
        report.Checks.All(check => check.Status == "skipped") && report.Tables.All(table => table is { RowsIn: 0, RowsOut: 0 });

    /// <summary>A check of the policy's own rules that has none: that it passed would be false comfort.</summary>
    public static bool IsUndeclared(CheckSection check) => check is { Status: "passed", Examined: 0, Id: "sql" or "anonymity" };

    /// <summary>A check that looked at something and found nothing wrong.</summary>
    public static bool HasPassed(CheckSection check) => check.Status == "passed" && !IsUndeclared(check);

    /// <summary>The object, the path inside its values, and the kind of data.</summary>
    public static string Place(FindingSection finding) => Verification.Finding.PlaceOf(finding.Object, finding.Path, finding.Kind);

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", ThinSpace, StringComparison.Ordinal);

    /// <summary>1 column, 2 columns.</summary>
    public static string Count(long number, string what) => $"{Count(number)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>1 entry, 2 entries.</summary>
    public static string Count(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    /// <summary>A recipient on a page: post-quantum ones have 1959 characters, of which the report has all.</summary>
    public static string Recipient(string recipient) => Hosts.Printable.Cut(recipient, 80);

    /// <summary>What was taken out of definitions.</summary>
    public static string Redacted(ComplianceReport report) =>
        $"{Count(report.Redacted.Sum(entry => entry.Secrets), "secret")} in {Count(report.Redacted.Count, "definition")} replaced by ***";

    /// <summary>What became of planner statistics.</summary>
    public static string Statistics(StatisticsSection statistics) =>
        $"{Count(statistics.LeftOut)} of {Count(statistics.Kept + statistics.LeftOut, "entry", "entries")} of planner statistics left out, as they quote values of tables that change";

    /// <summary>How many rows were left out, and why: <c>900 of 1000 rows left out: 850 by their condition, 50 whose parent is left out</c>; null for none.</summary>
    public static string? LeftOut(ComplianceReport report) =>
        LeftOut(report.Tables.Sum(table => table.RowsIn), [.. report.Tables.SelectMany(table => table.LeftOut ?? [])]);

    /// <summary>The same of one table.</summary>
    public static string? LeftOut(long rows, IReadOnlyList<LeftOutSection> causes) => causes.Count == 0 ? null
        : $"{Count(causes.Sum(cause => cause.Rows))} of {Count(rows, "row")} left out: "
            + string.Join(", ", causes.GroupBy(cause => cause.Cause, cause => cause.Rows).Select(cause => $"{Count(cause.Sum())} {Cause(cause.Key)}"));

    private static string Cause(string cause) => cause switch
    {
        "filter" => "by their condition",
        "sample" => "not in the sample",
        "limit" => "beyond the limit",
        "orphan" => "that refer to rows left out",
        "subset" => "that the subset doesn't need",
        _ => "dropped by the policy",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000_000 => Invariant($"{bytes / 1e9:0.00}{Space}GB"),
        >= 1_000_000 => Invariant($"{bytes / 1e6:0.0}{Space}MB"),
        >= 1_000 => Invariant($"{bytes / 1e3:0.0}{Space}kB"),
        _ => Invariant($"{bytes}{Space}B"),
    };

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        >= 3600 => Invariant($"{(int)time.TotalHours} h {time.Minutes} min"),
        >= 100 => Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => Invariant($"{time.TotalSeconds:0.0} s"),
    };

    /// <summary>A share in percent; never 0 or 100 for what isn't.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole == 0 || part == 0) return $"0{Space}%";
        var percent = 100.0 * part / whole;
        if (part == whole) return $"100{Space}%";
        return percent < 0.1 ? $"<{Space}0.1{Space}%" : percent > 99.9 ? $">{Space}99.9{Space}%" : Invariant($"{percent:0.0}{Space}%");
    }

    /// <summary>An upper bound such as 3.1e-7.</summary>
    public static string Probability(double value) => value.ToString("0.#e0", CultureInfo.InvariantCulture);

    /// <summary>A kind of personal data as people say it.</summary>
    public static string Kind(string? kind)
    {
        if (kind is null) return "Other data";
        var definition = PersonalKinds.Find(kind);
        var title = definition?.Title ?? kind;
        return title.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..] + (definition?.IsSpecial == true ? " (GDPR Art. 9)" : "");
    }

    public static string FullName(TableSection table) => $"{(table.Database is { } database ? database + "." : "")}{table.Schema}.{table.Name}";

    /// <summary>What became of each database of a cluster's script, and of its roles.</summary>
    public static string Databases(ClusterSection cluster) =>
        $"{string.Join("; ", cluster.Databases.GroupBy(one => one.Status).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Name))}"))}; roles {cluster.Roles}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
