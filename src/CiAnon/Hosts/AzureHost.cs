using System.Globalization;

namespace CiAnon.Hosts;

/// <summary>
/// Azure Pipelines: logging commands <c>##vso[area.action key=value;…]data</c>, anywhere in a line.
/// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
/// </summary>
public sealed class AzureHost(Func<string, string?> environment) : CiHost
{
    public override string Name => "azure";

    // There is no command for notes.
    public override string Issue(HostIssue issue)
    {
        if (issue.Level == IssueLevel.Note) return base.Issue(issue);
        List<(string, string)> properties = [("type", issue.Level == IssueLevel.Error ? "error" : "warning")];
        if (issue.Place is { } place)
            properties.AddRange([("sourcepath", place.Path), ("linenumber", Number(place.Line)), ("columnnumber", Number(place.Column))]);
        properties.Add(("code", issue.Code));
        return Command("task.logissue", properties, issue.Text);
    }

    public override string OpenGroup(string title, DateTimeOffset now) => $"##[group]{Printable.Line(title)}";

    public override string CloseGroup(string title, DateTimeOffset now) => "##[endgroup]";

    public override string Progress(int percent, string what) => Command("task.setprogress", [("value", Number(percent))], what);

    public override IReadOnlyList<string> Mask(string secret) =>
        [.. secret.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"##vso[task.setsecret]{Escape(line)}")];

    public override HostWrites Outputs(IReadOnlyList<OutputValue> values, string nonce) => HostWrites.InLog(
        values.Select(value => Command("task.setvariable", [("variable", value.Output.CamelCase), ("isOutput", "true")], value.Value)));

    // The page's title is the file's name.
    public override HostWrites Summary(ReadOnlyMemory<byte> markdown, string nonce)
    {
        if (environment("AGENT_TEMPDIRECTORY") is not { Length: > 0 } folder) return HostWrites.None;
        var file = Path.Combine(folder, nonce, "ci-anon.md");
        return HostWrites.InFile(file, markdown, append: false) with { Lines = [Command("task.uploadsummary", [], file)] };
    }

    public override HostWrites Artifact(string name, string fullPath) =>
        HostWrites.InLog([Command("artifact.upload", [("artifactname", name), ("containerfolder", name)], fullPath)]);

    private static string Command(string name, IReadOnlyList<(string Name, string Value)> properties, string data) =>
        $"##vso[{name}{string.Concat(properties.Select((property, index) => $"{(index == 0 ? ' ' : ';')}{property.Name}={Escape(Printable.Line(property.Value))}"))}]"
        + Escape(Printable.Line(data));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);
}
