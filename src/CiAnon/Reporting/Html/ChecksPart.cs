namespace CiAnon.Reporting.Html;

/// <summary>Each check: its claim, its numbers, the positive control, what it found.</summary>
internal static class ChecksPart
{
    private const int MostFindings = 100;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", "A result is published only if every check passes. Checks with a control first had to find samples that CiAnon planted itself: "
            + "one that finds nothing there fails the run.");
        html.Element("ul", () =>
        {
            foreach (var check in report.Checks) html.Element("li", () => Check(html, check), ("class", Style(check)));
        }, ("class", "checks"));
        if (report.Residual is { } residual) Search(html, residual);
    }

    private static void Check(HtmlWriter html, CheckSection check)
    {
        html.Element("p", Word(check), ("class", $"status {Style(check)}"));
        html.Element("div", () => Body(html, check));
    }

    private static void Body(HtmlWriter html, CheckSection check)
    {
        html.Element("p", () =>
        {
            html.Text(Sentence(check.Claim) + " ");
            html.Element("code", check.Id, ("class", "soft"));
        }, ("class", "claim"));
        html.Element("p", Numbers(check), ("class", "soft"));
        if (check.Control is { } samples)
            html.Element("p", $"Control: {ReportWords.Count(samples.Planted, "sample")} planted, {ReportWords.Count(samples.Found)} found.", ("class", "soft"));
        if (check.Note is { } note) html.Element("p", Sentence(note), ("class", "soft"));
        if (check.Findings.Count > 0) Findings(html, check);
        if (check.Allowed.Count > 0)
            html.Element("p", $"{ReportWords.Count(check.Allowed.Sum(allowed => allowed.Count), "hit")} allowed by the policy: see below.", ("class", "soft"));
    }

    private static string Numbers(CheckSection check)
    {
        if (check.Status == "skipped") return "Not reached.";
        if (ReportWords.IsUndeclared(check)) return "The policy declares nothing to check.";
        return $"{ReportWords.Count(check.Examined)} examined, {ReportWords.Count(check.Violations, "violation")}.";
    }

    private static void Findings(HtmlWriter html, CheckSection check)
    {
        html.Table($"Findings of {check.Id}", ["Where", "What", "How many"], check.Findings.Take(MostFindings), finding =>
        [
            new Cell(cell => Place(cell, finding), "text"),
            finding.Kind is { } kind ? $"{ReportWords.Kind(kind)}: {finding.Detail}" : finding.Detail,
            finding.Violations,
        ]);
        if (check.Findings.Count > MostFindings) html.Element("p", $"And {ReportWords.Count(check.Findings.Count - MostFindings)} more places, in the report's JSON.");
    }

    private static void Place(HtmlWriter html, FindingSection finding)
    {
        html.Element("code", finding.Object);
        if (finding.Path is not { } path) return;
        html.Text(" at ");
        html.Element("code", path);
    }

    private static void Search(HtmlWriter html, ResidualSection residual)
    {
        html.Element("h3", "The search for originals");
        html.Element("p", $"While values were replaced, {ReportWords.Count(residual.Originals, "different original")} left a keyed fingerprint of {residual.FingerprintBits} bits. "
            + $"{ReportWords.Count(residual.FieldsScanned, "field")} of the result were searched for them, whole and in parts. "
            + $"A false match has a probability below {ReportWords.Probability(residual.FalseMatchProbability)}, and every match is checked against the originals. "
            + $"{ReportWords.Count(residual.TooShort, "value")} said too little to be searched for: too short, or common words.");
        if (residual.Share < 1)
            html.Element("p", $"Memory was exhausted: only {ReportWords.Percent((long)(residual.Share * 10_000), 10_000)} of the originals were searched for.", ("class", "warning"));
        if (residual.FormShare < 1)
            html.Element("p", $"Memory was exhausted: only {ReportWords.Percent((long)(residual.FormShare * 10_000), 10_000)} of the originals' other forms (hashes and local parts of addresses, initials) were searched for.", ("class", "warning"));
        if (residual.Kinds.Count > 0)
            html.Table("Originals that were searched for", ["Kind", "Different originals"], residual.Kinds, kind => [ReportWords.Kind(kind.Kind), kind.Originals]);
    }

    private static string Style(CheckSection check) => ReportWords.IsUndeclared(check) ? "skipped" : check.Status;

    private static string Word(CheckSection check) => check.Status switch
    {
        _ when ReportWords.IsUndeclared(check) => "– Nothing declared",
        "passed" => "✓ Passed",
        "failed" => "✗ Failed",
        _ => "– Skipped",
    };

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.') + ".";
}
