using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using Spectre.Console;

namespace CiAnon.Cli.Terminal;

/// <summary>The end of a successful run: what was done to which table, the checks, and where the artefact is.</summary>
internal static class Summary
{
    private const string Dropped = "rows dropped by the policy";
    private const int MostTables = 30;
    private const int MostNameWidth = 36;

    /// <summary>Of lines that no terminal shows.</summary>
    internal const int UsualWidth = 120;

    public static void Print(ComplianceReport report, AnonymizeOptions options, Session session, bool isLive)
    {
        var colored = isLive && !session.NoColor;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(session.Error),
            Ansi = colored ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        var width = isLive ? console.Profile.Width : UsualWidth;
        foreach (var line in Lines(report, options, width)) session.Error.WriteLine(line.TrimEnd());
        console.Profile.Width = Math.Max(UsualWidth, width);
        console.MarkupLine($"[green bold]passed[/] in {Printable.Seconds(report.FinishedAt - report.StartedAt)}: every check passed, dump published");
    }

    /// <summary>Of the terminal that the writer leads to, in characters.</summary>
    internal static int WidthOf(TextWriter terminal) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal), Interactive = InteractionSupport.No }).Profile.Width;

    /// <summary>Lines of at most <paramref name="width"/> characters, paths aside.</summary>
    internal static IEnumerable<string> Lines(ComplianceReport report, AnonymizeOptions options, int width)
    {
        foreach (var line in Lines(report, width)) yield return line;
        var published = PublishedFile.Of(report.Output!, options.OutputPath!);
        yield return $"dump     {(StandardOutput.Is(options.OutputPath) ? StandardOutput.Name : Printable.Line(published.Path))}  {Printable.Bytes(published.Bytes)}, keep until {report.Retention.Until:yyyy-MM-dd}";
        foreach (var rendering in options.Renderings) yield return $"{rendering.Format.Name.PadRight(8)} {Printable.Line(rendering.Path)}";
        yield return $"report   {Printable.Line(options.ReportPath ?? OutputPaths.ReportBeside(options.OutputPath!))}";
    }

    /// <summary>What was done to which table, the checks that passed, and whether somebody holds the key.</summary>
    internal static IEnumerable<string> Lines(ComplianceReport report, int width)
    {
        foreach (var line in Tables(report, width)) yield return line;
        yield return "";
        foreach (var line in Checks(report, width)) yield return line;
        if (report.Cluster is { } cluster) yield return Printable.Line($"cluster  {ReportWords.Databases(cluster)}");
        foreach (var line in OpenLines.Of(report)) yield return line;
        if (ReportWords.LeftOut(report) is { } leftOut) yield return $"rows     {leftOut}";
        if (report.Redacted.Count > 0) yield return $"secrets  {ReportWords.Redacted(report)}";
        if (report.Statistics is { } statistics) yield return $"planner  {ReportWords.Statistics(statistics)}";
        if (report.Skipped.Count > 0) yield return $"unproven {ReportWords.Count(report.Skipped.Count)} {(report.Skipped.Count == 1 ? "entry that the sandbox did" : "entries that the sandbox did")} without";
        if (report.Mode == ReportMode.Anonymized)
            yield return $"key      {report.Key.Mode}{(report.Key.Fingerprint is { } fingerprint ? $", fingerprint {fingerprint}" : ", forgotten")}";
    }

    private static IEnumerable<string> Checks(ComplianceReport report, int width)
    {
        var passed = report.Checks.Where(ReportWords.HasPassed).ToList();
        var line = $"checks   {passed.Count} passed:";
        foreach (var word in passed.Select((check, index) => index < passed.Count - 1 ? check.Id + "," : check.Id))
        {
            if (line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = new string(' ', 8);
            }
            line += " " + word;
        }
        yield return line;
        foreach (var check in report.Checks.Where(ReportWords.IsUndeclared)) yield return $"         {check.Id}: {ReportWords.NothingDeclared}";
    }

    private static IEnumerable<string> Tables(ComplianceReport report, int width)
    {
        var filled = report.Tables.Where(table => table.RowsIn > 0).OrderByDescending(table => table.RowsIn).ToList();
        // A narrow terminal keeps room for what was masked.
        var longest = Math.Min(MostNameWidth, width / 3);
        var shown = filled.Take(MostTables).Select(table => (
            Name: Printable.Cut(Printable.Line(ReportWords.FullName(table)), longest),
            Rows: Printable.Count(table.RowsOut),
            IsDropped: table.Rows == "none",
            Masked: table.Columns.Where(column => column.Counts is not null).ToList())).ToList();
        if (shown.Count == 0) yield break;

        var name = shown.Max(line => line.Name.Length);
        var rows = Math.Max("rows".Length, shown.Max(line => line.Rows.Length));
        var changed = Math.Max("changed".Length, shown.Max(line => Changed(line.Masked).Length));
        var rest = width - name - rows - changed - "      ".Length;
        yield return $"{"table".PadRight(name)}  {"rows".PadLeft(rows)}  {"changed".PadLeft(changed)}  masked columns";
        foreach (var line in shown)
            yield return $"{line.Name.PadRight(name)}  {line.Rows.PadLeft(rows)}  {Changed(line.Masked).PadLeft(changed)}  {(line.IsDropped ? rest < Dropped.Length ? "dropped" : Dropped : Names(line.Masked, rest))}";
        if (filled.Count > MostTables) yield return $"and {filled.Count - MostTables} smaller tables: see the report";
    }

    private static string Changed(List<ColumnSection> masked) => masked.Count == 0 ? "-" : Printable.Count(masked.Sum(column => column.Counts!.Changed));

    // As many names as fit on the line; the report has them all.
    private static string Names(List<ColumnSection> masked, int width)
    {
        if (masked.Count == 0) return "-";
        for (var count = masked.Count; count > 0; count--)
        {
            var more = count < masked.Count ? $" +{masked.Count - count}" : "";
            var text = Printable.Line(string.Join(", ", masked.Take(count).Select(column => column.Name))) + more;
            if (text.Length <= width) return text;
        }
        return $"{masked.Count} columns";
    }
}
