using System.Globalization;

namespace CiAnon.Reporting.Html;

/// <summary>What binds report, policy and result together, where it was made, and what the sandbox did without.</summary>
internal static class EvidencePart
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", () =>
        {
            html.Text("Digests bind this page's record to the files. ");
            html.Element("code", "ci-anon report --verify");
            html.Text(" computes them again.");
        });
        html.Table("Digests", ["File", "What it is", "Size", "SHA-256"], Files(report), file =>
        [
            Cell.Code(file.Name),
            file.What,
            file.Size,
            Cell.Code(file.Sha256),
        ]);
        html.Element("h3", "Where it was made");
        html.Element("dl", () =>
        {
            foreach (var (name, value) in Facts(report))
            {
                html.Element("dt", name);
                html.Element("dd", value);
            }
        }, ("class", "facts"));
        if (report.Skipped.Count == 0) return;
        html.Element("h3", "What the sandbox did without");
        html.Element("p", "These entries couldn't be created in the sandbox. They stand unchanged in the result.");
        html.Table("Skipped entries", ["Entry", "Why"], report.Skipped, skipped => [Cell.Code(skipped.Entry), skipped.Reason]);
    }

    private static IEnumerable<(string Name, string What, string Size, string Sha256)> Files(ComplianceReport report)
    {
        if (report.Output is { } output) yield return (output.Name, $"the result ({output.Format})", ReportWords.Bytes(output.Bytes), output.Sha256);
        if (report.Output?.Encryption is { } encrypted) yield return (encrypted.File, $"the result, encrypted ({encrypted.Format}): what was published", ReportWords.Bytes(encrypted.Bytes), encrypted.Sha256);
        yield return (report.Input.Name, $"the dump that was read ({report.Input.Format})", ReportWords.Bytes(report.Input.Bytes), report.Input.Sha256);
        yield return (report.Policy.Name, "the policy", "", report.Policy.Sha256);
        if (report.Drift is { } drift) yield return ("earlier report", $"compared with; its run began {ReportWords.Time(drift.Since)}", "", drift.BaselineSha256);
    }

    private static IEnumerable<(string Name, string Value)> Facts(ComplianceReport report)
    {
        yield return ("Began", ReportWords.Time(report.StartedAt));
        yield return ("Took", $"{ReportWords.Duration(report.FinishedAt - report.StartedAt)} ({string.Join(", ", report.Stages.Select(Stage))})");
        yield return ("Tool", $"{report.Tool.Name} {report.Tool.Version}, report format {report.SchemaVersion}");
        yield return ("PostgreSQL", $"{report.Postgres.Version} in the sandbox{(report.Input.ServerVersion is { } server ? $"; the dump came from {server}" : "")}");
        yield return ("Unlisted columns", $"{report.Policy.Unlisted}, says the policy");
        yield return ("Key", Verdict.IsPseudonymized(report) ? $"given, fingerprint {report.Key.Fingerprint}" : "random, forgotten");
        yield return ("Retention", $"{ReportWords.Count(report.Retention.Days, "day")}, until {ReportWords.Date(report.Retention.Until)}");
        if (report.Output?.Encryption is { } encrypted) yield return ("Can be decrypted by", string.Join(", ", encrypted.Recipients.Select(ReportWords.Recipient)));
        if (report.Ci is { } ci)
            yield return ("CI run", string.Join(", ", new[] { ci.Host, ci.Repository, ci.Run is { } run ? $"run {run}" : null, ci.Commit is { } commit ? $"commit {commit}" : null, ci.Actor is { } actor ? $"started by {actor}" : null }.OfType<string>()));
    }

    private static string Stage(StageSection stage) => string.Create(CultureInfo.InvariantCulture, $"{stage.Name} {stage.Seconds:0.0} s");
}
