using System.Text;

namespace CiAnon.Hosts;

/// <summary>
/// GitLab: sections in the log, and reports as files below the project that a job names under <c>artifacts:reports</c>.
/// https://docs.gitlab.com/ci/jobs/job_logs/ and https://docs.gitlab.com/ci/yaml/artifacts_reports/
/// </summary>
public sealed class GitLabHost(Func<string, string?> environment) : CiHost
{
    /// <summary>Below the project's folder.</summary>
    public const string Folder = "ci-anon-reports";

    public const string DotenvFile = "outputs.env";

    public const string CodeQualityFile = "codequality.json";

    public const string JUnitFile = "junit.xml";

    private const string Erase = "\e[0K";

    public override string Name => "gitlab";

    public override string OpenGroup(string title, DateTimeOffset now) =>
        $"{Erase}section_start:{now.ToUnixTimeSeconds()}:{SectionName(title)}\r{Erase}{Printable.Line(title)}";

    public override string CloseGroup(string title, DateTimeOffset now) => $"{Erase}section_end:{now.ToUnixTimeSeconds()}:{SectionName(title)}\r{Erase}";

    // A value is what stands after the first =, up to the line's end; one without any makes GitLab refuse the file.
    public override HostWrites Outputs(IReadOnlyList<OutputValue> values, string nonce) => InFile(DotenvFile, Encoding.UTF8.GetBytes(
        string.Concat(values.Where(value => value.Value.Length > 0).Select(value => $"{value.Output.Variable}={Printable.Line(value.Value)}\n"))));

    public override HostWrites TestResults(ReadOnlyMemory<byte> junit) => InFile(JUnitFile, junit);

    public override HostWrites Issues(IReadOnlyList<HostIssue> issues) => InFile(CodeQualityFile, CodeQualityReport.Write(issues, PathForSteps));

    public override string PathForSteps(string fullPath) => Relative(environment("CI_PROJECT_DIR"), fullPath);

    private HostWrites InFile(string name, ReadOnlyMemory<byte> content) =>
        environment("CI_PROJECT_DIR") is { Length: > 0 } project ? HostWrites.InFile(Path.Combine(project, Folder, name), content, append: false) : HostWrites.None;

    private static string SectionName(string title) =>
        "ci_anon_" + string.Concat(title.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));
}
