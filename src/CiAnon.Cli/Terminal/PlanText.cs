using CiAnon.Catalogs;
using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Planning.Loading;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Cli.Terminal;

/// <summary>A plan as text: one line per column, aligned, greppable; on a terminal what is longer goes on below.</summary>
internal static class PlanText
{
    /// <param name="width">Of the terminal; null where the text goes elsewhere.</param>
    public static void Print(Plan plan, TextWriter output, int? width = null)
    {
        var lines = plan.Tables.SelectMany(table => table.Columns.Select(column => (
            Column: Printable.Line($"{table.Table.FullName}.{column.Column.Name}"),
            Action: column.Strategy?.Name is { } strategy ? $"mask: {strategy}" : Word(column.Action),
            column.Reason,
            Where: column.Position is { } at ? Printable.Line($"  {at.File}({at.Line},{at.Column})") : ""))).ToList();
        foreach (var entry in plan.Redacted) Folded.Write(output, width, $"{Printable.Line(entry.Entry)}: {entry.Secrets} secret{(entry.Secrets == 1 ? "" : "s")} replaced by ***, definitions: {{ secrets: redact }}");
        if (plan.Statistics is { } statistics) Folded.Write(output, width, ReportWords.Statistics(new StatisticsSection(statistics.Kept, statistics.LeftOut)));
        foreach (var entry in plan.Unproven) Folded.Write(output, width, $"{Printable.Line(entry.Entry)}: not proven, {Printable.Line(entry.Reason)} ({Printable.Line(entry.Object)})");
        foreach (var table in plan.Selected)
            Folded.Write(output, width, $"{Printable.Line(table.Table.FullName)}: {ReportWords.LeftOut(table.Rows, [.. table.Causes.Select(cause => new LeftOutSection(cause.Cause.ToString().ToLowerInvariant(), cause.Rows))])}{(table.Reading is { } reading ? $"; {reading}" : "")}");
        if (lines.Count == 0) return;
        if (plan.Redacted.Count > 0 || plan.Statistics is not null || plan.Unproven.Count > 0 || plan.Selected.Count > 0) output.WriteLine();
        var name = NameWidth(lines.Max(line => line.Column.Length) + 2, width);
        var action = lines.Max(line => line.Action.Length) + 2;
        foreach (var line in lines)
            Folded.Write(output, width, $"{line.Column.PadRight(name)}{line.Action.PadRight(action)}{Printable.Line(line.Reason)}{line.Where}", name + action);
        output.WriteLine();
        Folded.Write(output, width, $"{ReportWords.Count(plan.Tables.Count, "table")}, {ReportWords.Count(lines.Count, "column")}: " + string.Join(", ", plan.Tables.SelectMany(table => table.Columns)
            .GroupBy(column => column.Action).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Word(group.Key)}"))
            + (plan.Tables.SelectMany(table => table.Columns).Count(column => column.Proposed is not null) is > 0 and var undecided ? $"; {undecided} of them undecided" : ""));
        if (plan.Loading is { } loading) PrintLoading(plan, loading, output, width);
    }

    private static void PrintLoading(Plan plan, LoadPlan loading, TextWriter output, int? width)
    {
        var tables = plan.Tables.Where(table => table.Table.Kind != TableKind.Partitioned).Select(table => (
            Name: Printable.Line(table.Table.FullName),
            Is: loading.Loads(table.Table) ? "loaded" : "not loaded",
            Why: string.Join("; ", loading.Reasons(table.Table)))).ToList();
        if (tables.Count == 0) return;
        var name = NameWidth(tables.Max(table => table.Name.Length) + 2, width);
        output.WriteLine();
        foreach (var table in tables) Folded.Write(output, width, $"{table.Name.PadRight(name)}{table.Is.PadRight(12)}{Printable.Line(table.Why)}".TrimEnd(), name + 12);
        output.WriteLine();
        Folded.Write(output, width, $"{ReportWords.Count(tables.Count(table => table.Is == "loaded"), "table")} of {tables.Count} {(tables.Count(table => table.Is == "loaded") == 1 ? "is" : "are")} loaded into the sandbox; the rows of all others go from the dump into the artefact.");
    }

    // One long name mustn't leave all other lines without room.
    private static int NameWidth(int longest, int? width) => Math.Min(longest, width / 2 ?? longest);

    private static string Word(ColumnAction action) => action.ToString().ToLowerInvariant();
}
