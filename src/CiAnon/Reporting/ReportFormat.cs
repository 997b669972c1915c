using CiAnon.Reporting.Evidence;
using CiAnon.Reporting.Html;
using CiAnon.Reporting.JUnit;
using CiAnon.Reporting.Languages;
using CiAnon.Reporting.Markdown;
using CiAnon.Reporting.Sarif;

namespace CiAnon.Reporting;

/// <summary>A format that a report can be rendered in: options, help and docs come from here.</summary>
/// <param name="Name">As given to <c>--format</c>.</param>
/// <param name="Option">The option of <c>anonymize</c> that writes it along with the report.</param>
/// <param name="Summary">What it is, for the help.</param>
/// <param name="Extension">Of its file beside the report, where nobody names one.</param>
/// <param name="NeedsOutput">It speaks of a published dump: failed runs have none.</param>
/// <param name="Write">Makes the file's bytes.</param>
public sealed record ReportFormat(string Name, string Option, string Summary, string Extension, bool NeedsOutput, Func<ReportWithFiles, byte[]> Write)
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("html", "--html", "one page for people, which needs no other file and no network", "html", NeedsOutput: false, made => HtmlReport.Write(made.Report, made.Language)),
        new("markdown", "--markdown", "a job summary, below 256 KiB", "md", NeedsOutput: false, made => MarkdownReport.Write(made.Report)),
        new("junit", "--junit", "checks and tables as test cases", "junit.xml", NeedsOutput: false, made => JUnitWriter.Write(ReportJUnit.Suite(made.Report))),
        new("sarif", "--sarif", "what failed, on the policy's lines, for code scanning", "sarif", NeedsOutput: false, made => ReportSarif.Write(made.Report, Directory.GetCurrentDirectory())),
        new("intoto", "--statement", "an in-toto statement to sign, with the report as its predicate", "intoto.json", NeedsOutput: true, made => InTotoStatement.Write(made.Report, made.Files)),
    ];

    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

/// <summary>A format that was asked for, and where it goes.</summary>
public sealed record Rendering(ReportFormat Format, string Path);

/// <summary>A report, and the digests of its output's files where the output is a folder.</summary>
public sealed record ReportWithFiles(ComplianceReport Report, IReadOnlyList<Dumps.FileDigest> Files)
{
    /// <summary>Of the page for people; what machines read is English.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.English;
}
