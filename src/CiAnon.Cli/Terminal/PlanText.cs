using CiAnon.Catalogs;
using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Planning.Loading;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Cli.Terminal;

/// <summary>A plan as text: one line per column, aligned, greppable.</summary>
internal static class PlanText
{
    public static void Print(Plan plan, TextWriter output)
    {
        var lines = plan.Tables.SelectMany(table => table.Columns.Select(column => (
            Column: Printable.Line($"{table.Table.FullName}.{column.Column.Name}"),
            Action: column.Strategy?.Name is { } strategy ? $"mask: {strategy}" : Word(column.Action),
            column.Reason,
            Where: column.Position is { } at ? Printable.Line($"  {at.File}({at.Line},{at.Column})") : ""))).ToList();
        foreach (var entry in plan.Redacted) output.WriteLine($"{Printable.Line(entry.Entry)}: {entry.Secrets} secret{(entry.Secrets == 1 ? "" : "s")} replaced by ***, definitions: {{ secrets: redact }}");
        if (plan.Statistics is { } statistics) output.WriteLine(ReportWords.Statistics(new StatisticsSection(statistics.Kept, statistics.LeftOut)));
        foreach (var entry in plan.Unproven) output.WriteLine($"{Printable.Line(entry.Entry)}: not proven, {Printable.Line(entry.Reason)} ({Printable.Line(entry.Object)})");
        foreach (var table in plan.Selected)
            output.WriteLine($"{Printable.Line(table.Table.FullName)}: {ReportWords.LeftOut(table.Rows, [.. table.Causes.Select(cause => new LeftOutSection(cause.Cause.ToString().ToLowerInvariant(), cause.Rows))])}{(table.Reading is { } reading ? $"; {reading}" : "")}");
        if (lines.Count == 0) return;
        if (plan.Redacted.Count > 0 || plan.Statistics is not null || plan.Unproven.Count > 0 || plan.Selected.Count > 0) output.WriteLine();
        var name = lines.Max(line => line.Column.Length) + 2;
        var action = lines.Max(line => line.Action.Length) + 2;
        foreach (var line in lines)
            output.WriteLine($"{line.Column.PadRight(name)}{line.Action.PadRight(action)}{Printable.Line(line.Reason)}{line.Where}");
        output.WriteLine();
        output.WriteLine($"{ReportWords.Count(plan.Tables.Count, "table")}, {ReportWords.Count(lines.Count, "column")}: " + string.Join(", ", plan.Tables.SelectMany(table => table.Columns)
            .GroupBy(column => column.Action).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Word(group.Key)}"))
            + (plan.Tables.SelectMany(table => table.Columns).Count(column => column.Proposed is not null) is > 0 and var undecided ? $"; {undecided} of them undecided" : ""));
        if (plan.Loading is { } loading) PrintLoading(plan, loading, output);
    }

    private static void PrintLoading(Plan plan, LoadPlan loading, TextWriter output)
    {
        var tables = plan.Tables.Where(table => table.Table.Kind != TableKind.Partitioned).Select(table => (
            Name: Printable.Line(table.Table.FullName),
            Is: loading.Loads(table.Table) ? "loaded" : "not loaded",
            Why: string.Join("; ", loading.Reasons(table.Table)))).ToList();
        if (tables.Count == 0) return;
        var name = tables.Max(table => table.Name.Length) + 2;
        output.WriteLine();
        foreach (var table in tables) output.WriteLine($"{table.Name.PadRight(name)}{table.Is.PadRight(12)}{Printable.Line(table.Why)}".TrimEnd());
        output.WriteLine();
        output.WriteLine($"{ReportWords.Count(tables.Count(table => table.Is == "loaded"), "table")} of {tables.Count} {(tables.Count(table => table.Is == "loaded") == 1 ? "is" : "are")} loaded into the sandbox; the rows of all others go from the dump into the artefact.");
    }

    private static string Word(ColumnAction action) => action.ToString().ToLowerInvariant();
}
