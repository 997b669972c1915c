using System.Text;
using CiAnon.Verification;

namespace CiAnon.Diagnostics;

/// <summary>docs/diagnostics.md: every code with what happened, what to do and the exit code.</summary>
public static class DiagnosticDocs
{
    /// <summary>Where the product is at home.</summary>
    public const string Repository = "https://github.com/org/ci-anon";

    private const string Address = $"{Repository}/blob/main/docs/diagnostics.md";

    /// <summary>The code's part of the page, for editors and logs that show links.</summary>
    public static string Link(DiagnosticCode code) => $"{Address}#{Anchor($"{code.Id}: {code.Title}")}";

    public static string Markdown()
    {
        var page = new StringBuilder()
            .Append("# Diagnostics\n\n")
            .Append("<!-- Generated from DiagnosticCodes; run the tests with UPDATE_SNAPSHOTS=1 to update. -->\n\n")
            .Append("Every message carries one of these codes: `ci-anon.yml(12,7): error CIANON1010: ...`. ")
            .Append("An error stops the run and nothing is published; warnings and notes do not.\n");
        foreach (var code in DiagnosticCodes.All)
        {
            page.Append($"\n## {code.Id}: {code.Title}\n\n{code.Help}\n\n{Consequence(code)}\n");
            if (code == DiagnosticCodes.CheckFailed) Checks(page);
        }
        return page.ToString();
    }

    private static void Checks(StringBuilder page)
    {
        foreach (var guide in CheckGuides.All)
        {
            var message = FailedChecks.Describe([guide.Check.Result(1, [guide.Example])], "; nothing was published").Single().Message;
            page.Append($"\n### `{guide.Check.Id}`: {guide.Check.Claim}\n\n```\n{message}\n```\n\n{guide.Text}\n");
            if (guide.Policy is { } policy) page.Append($"\n```yaml\n{policy}\n```\n");
        }
    }

    // As GitHub makes anchors of headings.
    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_').Select(letter => letter == ' ' ? '-' : letter));

    private static string Consequence(DiagnosticCode code) =>
        code.Severity == Severity.Error ? $"*Error, exit code {(int)code.Exit}.*" : $"*{code.Severity}.*";
}
