using CiAnon.Reporting.Languages;

namespace CiAnon.Reporting;

/// <summary>Texts on law and limits: plain, honest, the same in every format.</summary>
internal static class GdprNotes
{
    public static string ModeTitle(ComplianceReport report, ReportLanguage? language = null) => (language ?? ReportLanguage.English).T(Verdict.IsPseudonymized(report)
        ? "Pseudonymization: the key was kept"
        : "Anonymization: the key is forgotten");

    public static IEnumerable<string> Mode(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        if (Verdict.IsPseudonymized(report))
        {
            yield return say.F($"Invented values were derived from originals with a key whose fingerprint is {report.Key.Fingerprint}. With that key the same original gives the same value in every run, so whoever holds it can find a person's row again. That is pseudonymization (GDPR Art. 4(5)): the result is still personal data, and all rules for personal data apply to it.");
            yield return say.T("Keep the key apart from the result, limit who can use it, and record who that is. To a recipient who can't get at the key by any means reasonably likely to be used, "
                + "the result may be anonymous (recital 26); that is for the controller to assess, not for a tool.");
            yield break;
        }
        yield return say.T("Invented values were derived with a random key that existed in memory only and is gone. No additional information in the sense of GDPR Art. 4(5) remains that would turn them back, "
            + "and they can't be linked to another run's.");
        yield return say.T("Whether the result as a whole is anonymous depends on all means reasonably likely to be used to single a person out (recital 26), including what was kept: "
            + "for as long as the original exists, whoever has both can compare kept columns row by row. Treat the result as personal data where the sections on risk and on kept columns give reason to.");
    }

    public static IEnumerable<(string Article, string Note)> Articles(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        yield return (say.T("Art. 5(1)(b), (c)"), say.T("Purpose limitation and data minimization: development and tests get data that has the shape of the original, without the values that were replaced."));
        yield return (say.T("Art. 5(1)(e)"), say.F($"Storage limitation: this result may be kept for {say.Count(report.Retention.Days, "day")}, until {say.Date(report.Retention.Until)}."));
        yield return (say.T("Art. 5(2)"), say.T("Accountability: this report names every column with its decision and reason, and is bound to policy and result by digests."));
        yield return ("Art. 25", report.Policy.Unlisted == "fail"
            ? say.T("Data protection by design and by default: a new column without a decision fails the run.")
            : say.F($"Data protection by design: the policy lets columns without a decision through (“unlisted: {report.Policy.Unlisted}”), which is weaker than failing."));
        yield return ("Art. 32", say.T("Security of processing: pseudonymization is named there as a measure (1)(a); repeating the checks in every run is a regular test of it (1)(d)."));
        yield return ("Art. 35", say.T("Impact assessment: the report describes measures and remaining risks (7)(c), (d), and can be attached. It doesn't replace the assessment."));
    }

    public static IEnumerable<string> Limits(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        yield return say.T("That the policy is right. A column that somebody kept, or that counts as structural, comes through as it is.");
        yield return say.T(report.Anonymity.Count == 0
            ? "That nobody can be recognized from combinations. They weren't measured in this run."
            : "That nobody can be recognized from combinations. They were measured for the combinations shown here only, and knowledge from outside isn't modelled.");
        yield return say.T(report.Checks.Any(check => check.Id == "residual" && check.Status == "passed")
            ? "That no original is left in any disguise. The search covers values of direct identifiers, whole and as parts, in the encodings that it knows; not a last name alone in a text, nor images, encrypted or compressed content."
            : "That no original is left elsewhere: the search for originals didn't run or didn't pass.");
        if (report.Cluster?.Databases.Any(one => one.Status == "dropped") == true)
            yield return say.T("That no database holds an original of one that was left out: nothing of that one was read. Originals of all others were looked for in every one of them.");
        if (Headline.Shuffled(report).Count() is > 0 and var shuffled)
            yield return say.F($"That shuffled columns hold no original ({say.Count(shuffled, "column")}): every value in them is one, of another row. Rare values still tell that somebody has them, and whoever knows a person's value can find where it went by other columns.");
        if (Headline.Foreign(report).Count() is > 0 and var foreign)
            yield return say.F($"How values were made by expressions, programs or plug-ins of the policy's ({say.Count(foreign, "column")}): neither that they keep nothing of the original, nor that the next run gives the same. What they made was searched as columns that are kept are.");
        if (Verdict.Reversible(report).Any())
            yield return say.F($"That values stay hidden from whoever holds the key: those of {string.Join(", ", Verdict.Reversible(report).Select(pair => $"{ReportWords.FullName(pair.Table)}.{pair.Column.Name}"))} can be computed back with it (reversible pseudonymization).");
        yield return say.T("How often a value occurs. The same value gets the same pseudonym, so that the commonest surname stays the commonest; a rule with “spread” gives values several, where columns needn't agree.");
        yield return say.T("Anything about relations: who ordered how often and when keeps its pattern, and numbers and times that were kept can be compared with other sources.");
        yield return say.T("Anything about names in the schema, or about the dump before this run.");
        yield return say.T("Lawfulness. This is a technical record and no legal advice; the controller decides.");
    }
}
