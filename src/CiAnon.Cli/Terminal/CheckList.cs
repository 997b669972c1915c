using CiAnon.Hosts;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>The checks of a judged dump, one per line, and the verdict.</summary>
internal static class CheckList
{
    public static void Print(ComplianceReport report, TextWriter output)
    {
        var name = report.Checks.Max(check => check.Id.Length);
        foreach (var check in report.Checks)
        {
            var outcome = check.Status == "failed" ? $"{Printable.Count(check.Violations)} violations" : ReportWords.IsUndeclared(check) ? ReportWords.NothingDeclared : check.Claim;
            output.WriteLine(Printable.Line($"{(ReportWords.IsUndeclared(check) ? "-" : check.Status),-7}  {check.Id.PadRight(name)}  {outcome}{(check.Note is { } note ? $" ({note})" : "")}"));
        }
        foreach (var line in OpenLines.Of(report)) output.WriteLine(line);
        var skipped = report.Checks.Count(check => check.Status == "skipped");
        output.WriteLine(report.Status == ReportStatus.Failed ? "failed" : skipped == 0 ? "passed" : $"passed, as far as it was judged: {skipped} checks were skipped");
    }
}
