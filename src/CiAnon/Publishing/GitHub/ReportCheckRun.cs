using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Reporting;
using CiAnon.Reporting.Markdown;
using Octokit;

namespace CiAnon.Publishing.GitHub;

/// <summary>A report as a check run: the verdict on the commit, the summary, and what is wrong on the policy's lines.</summary>
/// <param name="baseFolder">Where the repository is: paths are relative to it.</param>
public sealed class ReportCheckRun(ComplianceReport report, string baseFolder)
{
    // Ten requests; the report has them all.
    private const int MostAnnotations = 500;
    private const int AnnotationsPerRequest = 50;
    private const int LongestSummary = 65_535;
    private const int LongestTitle = 255;
    private const int LongestMessage = 4096;

    /// <returns>The check run's page; null where GitHub tells none.</returns>
    /// <exception cref="CiAnonException">CIANON6001 to 6004; CIANON6010: the report contradicts itself.</exception>
    public string? Create(GitHubClient client, string name, string commit, CancellationToken ct)
    {
        if (Contradiction() is { } problem) throw new CiAnonException(DiagnosticCodes.NotProven, $"the report can't be relied on: {problem}");
        var batches = Annotations().Chunk(AnnotationsPerRequest).ToList();
        var run = client.CreateCheckRun(new NewCheckRun(name, commit)
        {
            Status = CheckStatus.Completed,
            Conclusion = report.Status == ReportStatus.Passed ? CheckConclusion.Success : CheckConclusion.Failure,
            StartedAt = report.StartedAt,
            CompletedAt = report.FinishedAt,
            Output = Output(batches.FirstOrDefault() ?? []),
        }, ct);
        foreach (var batch in batches.Skip(1)) client.UpdateCheckRun(run.Id, new CheckRunUpdate { Output = Output(batch) }, ct);
        return run.HtmlUrl;
    }

    private string? Contradiction()
    {
        if (report.Status != ReportStatus.Passed) return null;
        if (report.Errors.Count > 0) return "it says passed and lists errors";
        return report.Checks.FirstOrDefault(check => check.Status == "failed") is { } check ? $"it says passed, and its check '{Printable.Line(check.Id)}' failed" : null;
    }

    private NewCheckRunOutput Output(IReadOnlyList<NewCheckRunAnnotation> annotations) =>
        new(Verdict.Title(report), Encoding.UTF8.GetString(MarkdownReport.Write(report, LongestSummary))) { Annotations = annotations };

    private IEnumerable<NewCheckRunAnnotation> Annotations() => ReportProblems.Of(report).Take(MostAnnotations).Select(problem =>
        new NewCheckRunAnnotation(RepositoryPath(problem.At.File), problem.At.Line, problem.At.Line, CheckAnnotationLevel.Failure, Printable.Cut(Printable.Line(problem.Message), LongestMessage))
        {
            StartColumn = problem.At.Column,
            EndColumn = problem.At.Column,
            Title = Printable.Cut($"{problem.Rule}: {Printable.Line(problem.Title)}", LongestTitle),
        });

    private string RepositoryPath(string file)
    {
        var path = Path.GetRelativePath(baseFolder, Path.GetFullPath(file, baseFolder)).Replace(Path.DirectorySeparatorChar, '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? Path.GetFileName(file) : path;
    }
}
