using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Markdown;

/// <summary>The job summary of a run that stopped before it had a report: what stopped it, and where. What to do stands in each message.</summary>
public static class StoppedSummary
{
    // A page has room for what somebody reads; the log has them all.
    private const int MostErrors = 20;
    private const int LongestMessage = 1000;

    /// <param name="diagnostics">What stopped it.</param>
    /// <param name="isReplaced">Of a run that is to write a database: whether it had when it stopped; null of one that writes a dump.</param>
    public static byte[] Write(IReadOnlyList<Diagnostic> diagnostics, bool? isReplaced)
    {
        var page = new MarkdownText(MostErrors, LongestMessage);
        page.Heading(2, isReplaced == true ? "❌ Stopped after the database was written" : "❌ Stopped: nothing was published");
        page.Paragraph(isReplaced switch
        {
            true => "Every check passed, and the proven result stands in the database. What failed came after that.",
            false => "The run stopped before there was anything to check, or while its proven result was on its way. The database that it was to write is as it was, unless an error below says otherwise.",
            null => "The run stopped before there was anything to check, and wrote no report. A dump that an earlier run published is unchanged.",
        });
        page.Table(["Error", "Where", "What"], [.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)], diagnostic =>
            [diagnostic.Code.Id, diagnostic.Position is { } at ? $"{at.File}:{at.Line}" : "", diagnostic.Message]);
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
