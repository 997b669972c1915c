using System.Text.RegularExpressions;

namespace CiAnon.Tests.Hosts;

/// <summary>What GitLab makes of a job's log, written from its documentation: section markers end with a carriage return and an escape sequence.</summary>
internal static partial class GitLabLog
{
    /// <summary>Start or end, and the section's name; in order.</summary>
    public static List<(string Kind, string Name)> Sections(string log) => [.. Marker().Matches(log).Select(match => (match.Groups["kind"].Value, match.Groups["name"].Value))];

    /// <summary>The log without markers and the sequences that belong to them: what remains must hold no escape.</summary>
    public static string Text(string log) => Marker().Replace(log, "").Replace("\e[0K", "");

    /// <summary>Variables of a dotenv report; every line must be one.</summary>
    public static Dictionary<string, string> Variables(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Variable().Match(line)).ToDictionary(
        match => match.Success ? match.Groups["name"].Value : throw new InvalidOperationException("not a variable: " + text), match => match.Groups["value"].Value);

    [GeneratedRegex(@"section_(?<kind>start|end):\d+:(?<name>[a-zA-Z0-9_.-]+)(\[[^\]]*\])?\r\e\[0K")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>[^\r\n]+)\z")]
    private static partial Regex Variable();
}
