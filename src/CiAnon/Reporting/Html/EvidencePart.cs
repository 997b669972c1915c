namespace CiAnon.Reporting.Html;

/// <summary>What binds report, policy and result together, where it was made, and what the sandbox did without.</summary>
internal static class EvidencePart
{
    public static string Gist(HtmlWriter html, ComplianceReport report) => html.Say.F($"digests of {html.Say.Count(Files(html, report).Count(), "file")}");

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", () =>
        {
            html.Text(html.Say.T("Digests bind this page's record to the files. They are computed again by") + " ");
            html.Element("code", "ci-anon report --verify");
            html.Text(".");
        });
        html.Table(html.Say.T("Digests"), ["File", "What it is", "Size", "SHA-256"], Files(html, report), file =>
        [
            Cell.Code(file.Name),
            file.What,
            file.Size,
            Cell.Code(file.Sha256),
        ]);
        html.Element("h3", html.Say.T("Where it was made"));
        html.Element("dl", () =>
        {
            foreach (var (name, value) in Facts(html, report))
            {
                html.Element("dt", html.Say.T(name));
                html.Element("dd", value);
            }
        }, ("class", "facts"));
        if (report.Skipped.Count == 0) return;
        html.Element("h3", html.Say.T("What the sandbox did without"));
        html.Element("p", html.Say.T("These entries couldn't be created in the sandbox. They stand unchanged in the result."));
        html.Table(html.Say.T("Skipped entries"), ["Entry", "Why", "Object"], report.Skipped, skipped => [Cell.Code(skipped.Entry), html.Say.Known(skipped.Reason), Cell.Code(skipped.Object ?? "")]);
    }

    private static IEnumerable<(string Name, string What, string Size, string Sha256)> Files(HtmlWriter html, ComplianceReport report)
    {
        if (report.Output is { } output) yield return (output.Name, html.Say.F($"the result ({output.Format})"), html.Say.Bytes(output.Bytes), output.Sha256);
        if (report.Output?.Encryption is { } encrypted)
            yield return (encrypted.File, html.Say.F($"the result, encrypted ({encrypted.Format}): what was published"), html.Say.Bytes(encrypted.Bytes), encrypted.Sha256);
        yield return (report.Input.Name, html.Say.F($"the dump that was read ({report.Input.Format})"), html.Say.Bytes(report.Input.Bytes), report.Input.Sha256);
        yield return (report.Policy.Name, html.Say.T("the policy"), "", report.Policy.Sha256);
        if (report.Drift is { } drift) yield return (html.Say.T("earlier report"), html.Say.F($"compared with; its run began {html.Say.Time(drift.Since)}"), "", drift.BaselineSha256);
    }

    private static IEnumerable<(string Name, string Value)> Facts(HtmlWriter html, ComplianceReport report)
    {
        var say = html.Say;
        yield return ("Began", say.Time(report.StartedAt));
        yield return ("Took", $"{say.Duration(report.FinishedAt - report.StartedAt)} ({string.Join(", ", report.Stages.Select(stage => $"{say.Known(stage.Name)} {say.Seconds(stage.Seconds)}"))})");
        yield return ("Tool", say.F($"{report.Tool.Name} {report.Tool.Version}, report format {report.SchemaVersion}"));
        yield return ("PostgreSQL", say.F($"{report.Postgres.Version} in the sandbox") + (report.Input.ServerVersion is { } server ? say.F($"; the dump came from {server}") : ""));
        yield return ("Unlisted columns", say.F($"{report.Policy.Unlisted}, says the policy"));
        yield return ("Key", Verdict.IsPseudonymized(report) ? say.F($"given, fingerprint {report.Key.Fingerprint}") : say.T("random, forgotten"));
        yield return ("Retention", say.F($"{say.Count(report.Retention.Days, "day")}, until {say.Date(report.Retention.Until)}"));
        if (report.Output?.Encryption is { } encrypted) yield return ("Can be decrypted by", string.Join(", ", encrypted.Recipients.Select(ReportWords.Recipient)));
    }
}
