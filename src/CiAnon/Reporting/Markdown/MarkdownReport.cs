using System.Text;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting.Markdown;

/// <summary>The report as a job summary: the same order as the page, less detail, and never too large for the host.</summary>
public static class MarkdownReport
{
    /// <summary>The least that a host takes: several steps share GitHub's 1 MiB.</summary>
    public const int MostBytes = 256 * 1024;

    private static ReadOnlySpan<byte> CutNote => "\n… the rest is left out: the report has it.\n"u8;

    // Each is tried in turn until the summary fits.
    private static readonly int[] RowsPerTable = [200, 50, 10, 3];

    /// <param name="mostBytes">Of the result.</param>
    /// <param name="note">What stands beside the verdict; null for nothing.</param>
    public static byte[] Write(ComplianceReport report, int mostBytes = MostBytes, string? note = null)
    {
        var text = RowsPerTable.Select(rows => Encoding.UTF8.GetBytes(Text(report, note, rows, MarkdownText.LongestName))).FirstOrDefault(bytes => bytes.Length <= mostBytes);
        return text ?? Cut(Encoding.UTF8.GetBytes(Text(report, note, rows: 1, longest: 40)), mostBytes);
    }

    // At the end of a line: half a cell would spoil the table.
    private static byte[] Cut(byte[] text, int mostBytes)
    {
        if (text.Length <= mostBytes) return text;
        var lines = text.AsSpan(0, text.AsSpan(0, mostBytes - CutNote.Length).LastIndexOf((byte)'\n') + 1);
        return [.. lines, .. CutNote];
    }

    private static string Text(ComplianceReport report, string? note, int rows, int longest)
    {
        var page = new MarkdownText(rows, longest);
        page.Heading(2, $"{(report.Status == ReportStatus.Passed ? "✅" : "❌")} {Verdict.Title(report)}");
        page.Paragraph(Verdict.Sentence(report));
        if (note is not null) page.Paragraph(note);
        Errors(page, report);
        Checks(page, report);
        Databases(page, report);
        Findings(page, report);
        Kinds(page, report);
        Redacted(page, report);
        Skipped(page, report);
        if (report.Statistics is { } statistics) page.Paragraph($"{ReportWords.Statistics(statistics)}.");
        Risk(page, report);
        Kept(page, report);
        Undecided(page, report);
        Tables(page, report);
        Drift(page, report);
        Evidence(page, report);
        return page.ToString();
    }

    private static void Errors(MarkdownText page, ComplianceReport report)
    {
        if (report.Errors.Count == 0) return;
        page.Heading(3, "Why it failed");
        page.Table(["Error", "Where", "What"], report.Errors, error => [error.Code, error.File is null ? "" : $"{error.File}:{error.Line}", error.Message]);
    }

    private static void Checks(MarkdownText page, ComplianceReport report)
    {
        page.Heading(3, "Checks");
        page.Table(["", "Check", "Claim", "Examined", "Violations", "Control"], report.Checks, check =>
        [
            check.Status switch { _ when ReportWords.IsUndeclared(check) => $"➖ {ReportWords.NothingDeclared}", "passed" => "✅", "failed" => "❌", _ => "➖ skipped" },
            check.Id,
            check.Claim,
            ReportWords.Count(check.Examined),
            ReportWords.Count(check.Violations),
            check.Control is { } control ? $"{control.Found} of {control.Planted} found" : "",
        ]);
    }

    private static void Databases(MarkdownText page, ComplianceReport report)
    {
        if (report.Cluster is not { } cluster) return;
        page.Heading(3, "Databases");
        page.Table(["Database", "Status", "Rows", "Checks passed", "SHA-256 of its part"], cluster.Databases, one =>
            [one.Name, one.Status, ReportWords.Count(one.RowsOut), ReportWords.Count(one.Checks.Count(check => check.Status == "passed")), one.OutputSha256 ?? ""]);
        page.Paragraph($"Roles: {cluster.Roles}. Tablespaces, as they were: {ReportWords.Count(cluster.Tablespaces)}.");
    }

    private static void Findings(MarkdownText page, ComplianceReport report)
    {
        var findings = report.Checks.SelectMany(check => check.Findings.Select(finding => (check.Id, Finding: finding))).ToList();
        if (findings.Count == 0) return;
        page.Heading(3, "Findings");
        page.Table(["Check", "Where", "What", "What to do"], findings, pair => [pair.Id, ReportWords.Place(pair.Finding), pair.Finding.Detail, pair.Finding.Remedy ?? ""]);
    }

    private static void Kinds(MarkdownText page, ComplianceReport report)
    {
        var kinds = Verdict.Replaced(report).GroupBy(pair => pair.Column.Kind, StringComparer.Ordinal).OrderBy(group => group.Key is null).ThenByDescending(group => group.Count()).ToList();
        if (kinds.Count == 0) return;
        page.Heading(3, "What was replaced");
        page.Table(["Kind", "Columns", "Method", "Values replaced"], kinds, group =>
        [
            ReportWords.Kind(group.Key),
            ReportWords.Count(group.Count()),
            string.Join(", ", group.Select(pair => pair.Column.Strategy).Distinct(StringComparer.Ordinal)),
            ReportWords.Count(group.Sum(pair => pair.Column.Counts?.Changed ?? 0)),
        ]);
    }

    private static void Redacted(MarkdownText page, ComplianceReport report)
    {
        if (report.Redacted.Count == 0) return;
        page.Heading(3, "Secrets in definitions");
        page.Paragraph($"{ReportWords.Redacted(report)}.");
        page.Table(["Definition", "Secrets"], report.Redacted, entry => [entry.Entry, ReportWords.Count(entry.Secrets)]);
    }

    private static void Skipped(MarkdownText page, ComplianceReport report)
    {
        if (report.Skipped.Count == 0) return;
        page.Heading(3, "What the sandbox did without");
        page.Paragraph("These entries couldn't be created in the sandbox. They stand unchanged in the result.");
        page.Table(["Entry", "Why", "Object"], report.Skipped, entry => [entry.Entry, entry.Reason, entry.Object ?? ""]);
    }

    private static void Risk(MarkdownText page, ComplianceReport report)
    {
        if (report.Anonymity.Count == 0) return;
        page.Heading(3, "Can people be singled out?");
        page.Table(["Table", "Columns", "Smallest group", "Asked for", "Unique rows"], report.Anonymity, section =>
        [
            section.Table,
            string.Join(", ", section.Columns),
            ReportWords.Count(section.K),
            section.RequiredK is { } k ? ReportWords.Count(k) : "",
            $"{ReportWords.Count(section.UniqueRows)} ({ReportWords.Percent(section.UniqueRows, section.Rows)})",
        ]);
    }

    private static void Kept(MarkdownText page, ComplianceReport report)
    {
        var kept = Verdict.Kept(report).ToList();
        if (kept.Count == 0) return;
        page.Heading(3, "Kept by decision");
        page.Table(["Column", "Why", "Who", "Until"], kept, pair =>
        [
            $"{ReportWords.FullName(pair.Table)}.{pair.Column.Name}",
            pair.Column.Ledger ?? pair.Column.Reason,
            pair.Column.Owner ?? "",
            pair.Column.Until is { } until ? ReportWords.Date(until) : "",
        ]);
    }

    private static void Undecided(MarkdownText page, ComplianceReport report)
    {
        var open = Verdict.Undecided(report).OrderByDescending(pair => pair.Column.Decision == "kept").ToList();
        if (open.Count == 0) return;
        page.Heading(3, "Undecided: proposed by a machine, and nobody decided");
        page.Table(["Column", "What was done", "What it was taken for"], open, pair =>
        [
            $"{ReportWords.FullName(pair.Table)}.{pair.Column.Name}",
            pair.Column.Strategy is { } strategy ? $"{pair.Column.Decision} by {strategy}" : pair.Column.Decision,
            pair.Column.Undecided!,
        ]);
    }

    private static void Tables(MarkdownText page, ComplianceReport report)
    {
        page.Heading(3, "Tables");
        page.Table(["Table", "Rows", "Replaced", "Kept", "Structural"], [.. report.Tables.OrderByDescending(table => table.RowsOut)], table =>
        [
            ReportWords.FullName(table),
            ReportWords.ReadNoRows(report) ? ReportWords.NotRead : table.Rows == "none" ? "left out" : table.Moved is { } moved ? $"{ReportWords.Count(table.RowsOut)}, {ReportWords.Count(table.RowsIn)} before: rows moved within {moved}" : table.LeftOut is null ? ReportWords.Count(table.RowsOut) : $"{ReportWords.Count(table.RowsOut)} of {ReportWords.Count(table.RowsIn)}",
            Columns(table, "masked"),
            Columns(table, "kept"),
            Columns(table, "structural"),
        ]);
    }

    private static void Drift(MarkdownText page, ComplianceReport report)
    {
        if (report.Drift is not { Changes.Count: > 0 } drift) return;
        page.Heading(3, $"Changes since {ReportWords.Time(drift.Since)}");
        page.Table(["What", "Where", "Before", "After"], drift.Changes, change => [change.Change, change.Object, change.Before ?? "", change.After ?? ""]);
    }

    private static void Evidence(MarkdownText page, ComplianceReport report)
    {
        page.Heading(3, GdprNotes.ModeTitle(report));
        foreach (var paragraph in GdprNotes.Mode(report)) page.Paragraph(paragraph);
        page.Heading(3, "Evidence");
        page.Table(["File", "What", "SHA-256"], [.. Files(report)], file => [file.Name, file.What, file.Sha256]);
        if (report.Output?.Encryption is { } encryption) page.Paragraph($"Can be decrypted by {string.Join(", ", encryption.Recipients.Select(ReportWords.Recipient))}.");
        page.Paragraph($"{report.Tool.Name} {report.Tool.Version}, {ReportWords.Duration(report.FinishedAt - report.StartedAt)}, delete the result after {ReportWords.Date(report.Retention.Until)}.");
    }

    private static IEnumerable<(string Name, string What, string Sha256)> Files(ComplianceReport report)
    {
        if (report.Output is { } output) yield return (output.Name, "result", output.Sha256);
        if (report.Output?.Encryption is { } encrypted) yield return (encrypted.File, $"result, encrypted ({encrypted.Format}): published", encrypted.Sha256);
        yield return (report.Input.Name, "dump read", report.Input.Sha256);
        yield return (report.Policy.Name, "policy", report.Policy.Sha256);
    }

    private static string Columns(TableSection table, string decision) => ReportWords.Count(table.Columns.Count(column => column.Decision == decision));
}
