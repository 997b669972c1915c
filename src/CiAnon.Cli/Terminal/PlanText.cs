using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Reporting;

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
        if (lines.Count == 0) return;
        var name = lines.Max(line => line.Column.Length) + 2;
        var action = lines.Max(line => line.Action.Length) + 2;
        foreach (var line in lines)
            output.WriteLine($"{line.Column.PadRight(name)}{line.Action.PadRight(action)}{Printable.Line(line.Reason)}{line.Where}");
        output.WriteLine();
        output.WriteLine($"{ReportWords.Count(plan.Tables.Count, "table")}, {ReportWords.Count(lines.Count, "column")}: " + string.Join(", ", plan.Tables.SelectMany(table => table.Columns)
            .GroupBy(column => column.Action).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Word(group.Key)}")));
    }

    private static string Word(ColumnAction action) => action.ToString().ToLowerInvariant();
}
