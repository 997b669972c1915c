using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.Html;

/// <summary>Each check: its claim, its numbers, the positive control, what it found.</summary>
internal static class ChecksPart
{
    private const int MostFindings = 100;

    public static string Gist(HtmlWriter html, ComplianceReport report) =>
        html.Say.F($"{report.Checks.Count(ReportWords.HasPassed)} of {report.Checks.Count} passed");

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", html.Say.T("A result is published only if every check passes. Checks with a control first had to find samples that CiAnon planted itself: "
            + "one that finds nothing there fails the run."));
        html.Element("ul", () =>
        {
            foreach (var check in report.Checks) html.Element("li", () => Check(html, check), ("class", Style(check)));
        }, ("class", "checks"));
        if (report.Residual is { } residual) Search(html, residual);
        if (report.Cluster is { } cluster) Databases(html, cluster);
    }

    private static void Databases(HtmlWriter html, ClusterSection cluster)
    {
        html.Element("p", html.Say.F($"The script holds {html.Say.Count(cluster.Databases.Count, "database")}, each proven by itself. Its roles: {html.Say.T(cluster.Roles)}."));
        html.Table(html.Say.T("Databases of the script"), ["Database", "Outcome", "Rows", "Checks passed"], cluster.Databases, one =>
        [
            Cell.Code(one.Name),
            html.Say.T(one.Status),
            ReportWords.Count(one.RowsOut),
            ReportWords.Count(one.Checks.Count(check => check.Status == "passed")),
        ]);
    }

    private static void Check(HtmlWriter html, CheckSection check)
    {
        html.Element("p", Word(html, check), ("class", $"status {Style(check)}"));
        html.Element("div", () => Body(html, check));
    }

    private static void Body(HtmlWriter html, CheckSection check)
    {
        html.Element("p", () =>
        {
            html.Text(Sentence(html.Say.Known(check.Claim)) + " ");
            html.Element("code", check.Id, ("class", "soft"));
        }, ("class", "claim"));
        html.Element("p", Numbers(html, check), ("class", "soft"));
        if (check.Control is { } samples)
            html.Element("p", html.Say.F($"Control: {html.Say.Count(samples.Planted, "sample")} planted, {ReportWords.Count(samples.Found)} found."), ("class", "soft"));
        if (check.Note is { } note) html.Element("p", Sentence(html.Say.Known(note)), ("class", "soft"));
        if (check.Findings.Count > 0) Findings(html, check);
        if (check.Allowed.Count > 0)
            html.Element("p", html.Say.F($"{html.Say.Count(check.Allowed.Sum(allowed => allowed.Count), "hit")} allowed by the policy: see below."), ("class", "soft"));
    }

    private static string Numbers(HtmlWriter html, CheckSection check)
    {
        if (check.Status == "skipped") return html.Say.T("Not reached.");
        if (ReportWords.IsUndeclared(check)) return html.Say.T("The policy declares nothing to check.");
        return html.Say.F($"{ReportWords.Count(check.Examined)} examined, {html.Say.Count(check.Violations, "violation")}.");
    }

    private static void Findings(HtmlWriter html, CheckSection check)
    {
        html.Table(html.Say.F($"Findings of {check.Id}"), ["Where", "What", "What to do"], check.Findings.Take(MostFindings), finding =>
        [
            new Cell(cell => Place(cell, finding), "text"),
            finding.Kind is { } kind ? $"{html.Say.Kind(kind)}: {html.Say.Known(finding.Detail)}" : html.Say.Known(finding.Detail),
            html.Say.Known(finding.Remedy ?? ""),
        ]);
        if (check.Findings.Count > MostFindings) html.Element("p", html.Say.F($"And {ReportWords.Count(check.Findings.Count - MostFindings)} more places, in the report's JSON."));
    }

    private static void Place(HtmlWriter html, FindingSection finding)
    {
        html.Element("code", finding.Object);
        if (finding.Path is not { } path) return;
        html.Text($" {html.Say.T("at")} ");
        html.Element("code", path);
    }

    private static void Search(HtmlWriter html, ResidualSection residual)
    {
        html.Element("h3", html.Say.T("The search for originals"));
        html.Element("p", string.Join(' ',
            html.Say.F($"While values were replaced, {html.Say.Count(residual.Originals, "different original")} left a keyed fingerprint of {residual.FingerprintBits} bits."),
            html.Say.F($"{html.Say.Count(residual.FieldsScanned, "field")} of the result were searched for them, whole and in parts."),
            html.Say.F($"A false match has a probability below {html.Say.Probability(residual.FalseMatchProbability)}, and every match is checked against the originals."),
            html.Say.F($"{html.Say.Count(residual.TooShort, "value")} said too little to be searched for: too short, or common words.")));
        if (residual.Share < 1)
            html.Element("p", html.Say.F($"Memory was exhausted: only {html.Say.Percent((long)(residual.Share * 10_000), 10_000)} of the originals were searched for."), ("class", "warning"));
        if (residual.FormShare < 1)
            html.Element("p", html.Say.F($"Memory was exhausted: only {html.Say.Percent((long)(residual.FormShare * 10_000), 10_000)} of the originals' other forms (hashes and local parts of addresses, initials) were searched for."), ("class", "warning"));
        if (residual.Kinds.Count > 0)
            html.Table(html.Say.T("Originals that were searched for"), ["Kind", "Different originals"], residual.Kinds, kind => [html.Say.Kind(kind.Kind), kind.Originals]);
    }

    private static string Style(CheckSection check) => ReportWords.IsUndeclared(check) ? "skipped" : check.Status;

    private static string Word(HtmlWriter html, CheckSection check) => check.Status switch
    {
        _ when ReportWords.IsUndeclared(check) => $"– {html.Say.T("Nothing declared")}",
        "passed" => $"✓ {html.Say.T("Passed")}",
        "failed" => $"✗ {html.Say.T("Failed")}",
        _ => $"– {html.Say.T("Skipped")}",
    };

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.') + ".";
}
