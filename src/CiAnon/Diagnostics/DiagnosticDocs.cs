using System.Text;

namespace CiAnon.Diagnostics;

/// <summary>docs/diagnostics.md: every code with what happened, what to do and the exit code.</summary>
public static class DiagnosticDocs
{
    public static string Markdown()
    {
        var page = new StringBuilder()
            .Append("# Diagnostics\n\n")
            .Append("<!-- Generated from DiagnosticCodes; run the tests with UPDATE_SNAPSHOTS=1 to update. -->\n\n")
            .Append("Every message carries one of these codes: `ci-anon.yml(12,7): error CIANON1010: ...`. ")
            .Append("An error stops the run and nothing is published; warnings and notes do not.\n");
        foreach (var code in DiagnosticCodes.All)
            page.Append($"\n## {code.Id}: {code.Title}\n\n{code.Help}\n\n{Consequence(code)}\n");
        return page.ToString();
    }

    private static string Consequence(DiagnosticCode code) =>
        code.Severity == Severity.Error ? $"*Error, exit code {(int)code.Exit}.*" : $"*{code.Severity}.*";
}
