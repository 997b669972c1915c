using System.Text;

namespace CiAnon.Hosts;

/// <summary>
/// GitHub Actions: workflow commands <c>::name key=value,…::data</c> at the start of a line, and files for outputs and the summary.
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
/// </summary>
public sealed class GitHubHost(Func<string, string?> environment) : CiHost
{
    public override string Name => "github";

    public override string Issue(HostIssue issue)
    {
        List<string> properties = [];
        if (issue.Place is { } place)
            properties.AddRange([$"file={Property(PathForSteps(place.Path))}", $"line={place.Line}", $"col={place.Column}"]);
        properties.Add($"title={Property($"{issue.Code}: {issue.Title}")}");
        return $"::{Word(issue.Level)} {string.Join(',', properties)}::{Data(issue.Text)}";
    }

    public override string OpenGroup(string title, DateTimeOffset now) => $"::group::{Data(title)}";

    public override string CloseGroup(string title, DateTimeOffset now) => "::endgroup::";

    // Each line of a secret is looked for by itself.
    public override IReadOnlyList<string> Mask(string secret) =>
        [.. secret.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"::add-mask::{Escape(line)}")];

    public override HostWrites Outputs(IReadOnlyList<OutputValue> values, string nonce)
    {
        if (environment("GITHUB_OUTPUT") is not { Length: > 0 } file) return HostWrites.None;
        var text = new StringBuilder();
        foreach (var (output, value) in values) text.Append($"{output.Name}<<{nonce}\n{value}\n{nonce}\n");
        return HostWrites.InFile(file, text.ToString(), append: true);
    }

    public override HostWrites Summary(ReadOnlyMemory<byte> markdown, string nonce) =>
        environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? HostWrites.InFile(file, markdown, append: true) : HostWrites.None;

    /// <summary>Relative: in a container the workspace has another path than for the steps after it.</summary>
    public override string PathForSteps(string fullPath) => Relative(environment("GITHUB_WORKSPACE"), fullPath);

    private static string Word(IssueLevel level) => level switch
    {
        IssueLevel.Error => "error",
        IssueLevel.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => Escape(Printable.Line(text));

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
