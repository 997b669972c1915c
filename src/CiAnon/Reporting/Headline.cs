using CiAnon.Reporting.Languages;
using CiAnon.Reporting.Sections;
using CiAnon.Strategies;

namespace CiAnon.Reporting;

/// <summary>What was measured, in one line of parts: whether the result is anonymous is for people to judge.</summary>
internal static class Headline
{
    private static readonly string RecordNumber = PersonalKinds.Of(PersonalKind.RecordNumber).Name;

    // A last name alone finds few people, and names them all the same.
    private static readonly HashSet<string> Direct =
        [.. PersonalKinds.All.Where(kind => kind.IsDirect || kind.Kind is PersonalKind.FirstName or PersonalKind.LastName).Select(kind => kind.Name).Where(name => name != RecordNumber)];

    /// <summary>The parts of a run that passed; each stands for itself.</summary>
    public static IEnumerable<string> Parts(ComplianceReport report, ReportLanguage say)
    {
        yield return report.Mode == ReportMode.Verified ? say.T("a dump made before, judged as it is") : Identifiers(report, say);
        if (Verdict.Undecided(report).Count() is > 0 and var open) yield return say.F($"undecided in {say.Count(open, "column")}");
        if (Unmasked(report, RecordNumber) is > 0 and var numbers) yield return say.F($"pseudonymous record numbers kept in {say.Count(numbers, "column")}");
        if (Shuffled(report).Count() is > 0 and var shuffled) yield return say.F($"originals of other rows in {say.Count(shuffled, "column")}");
        if (Verdict.Reversible(report).Count() is > 0 and var reversible) yield return say.F($"reversible pseudonymization in {say.Count(reversible, "column")}");
        if (Verdict.IsPseudonymized(report)) yield return say.T("linkable by whoever holds the key");
        yield return SmallestGroup(report) is { } smallest ? say.F($"smallest group {ReportWords.Count(smallest)}") : say.T("groups not measured");
    }

    /// <summary>Rows that share the rarest combination of columns; null when none was measured.</summary>
    public static long? SmallestGroup(ComplianceReport report) =>
        report.Anonymity.Where(section => section.Rows > 0).Min(section => (long?)section.K);

    private static string Identifiers(ComplianceReport report, ReportLanguage say)
    {
        var replaced = Verdict.Replaced(report).Except(Shuffled(report)).Count(pair => pair.Column.Kind is { } kind && Direct.Contains(kind));
        var kept = Direct.Sum(kind => Unmasked(report, kind));
        if (kept > 0) return say.F($"direct identifiers kept in {say.Count(kept, "column")}, replaced in {ReportWords.Count(replaced)}");
        if (replaced > 0) return say.T("direct identifiers replaced");
        return Verdict.Replaced(report).Except(Shuffled(report)).Any() ? say.T("values replaced, none of them known as a direct identifier") : say.T("nothing replaced");
    }

    /// <summary>Masked columns whose values are originals all the same, moved to other rows.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Shuffled(ComplianceReport report) => OfStrategies(report, strategy => strategy.LeavesOriginals);

    /// <summary>Masked columns whose values code or expressions of the policy's made.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Foreign(ComplianceReport report) => OfStrategies(report, strategy => strategy.IsForeign);

    private static IEnumerable<(TableSection Table, ColumnSection Column)> OfStrategies(ComplianceReport report, Func<StrategyDefinition, bool> which) =>
        Verdict.Columns(report, "masked").Where(pair => pair.Column.Strategy is { } name && StrategyRegistry.Find(name) is { } strategy && which(strategy));

    private static int Unmasked(ComplianceReport report, string kind) =>
        report.Tables.Where(table => table.Rows != "none").SelectMany(table => table.Columns).Count(column => column.Decision is "kept" or "structural" && column.Kind == kind);
}
