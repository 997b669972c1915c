namespace CiAnon.Tests.Hosts;

/// <summary>What the agent of Azure Pipelines makes of a log, written from its documentation: the first ##vso[ in a line, wherever it stands, begins a command.</summary>
internal static class AzureLog
{
    private const string Prefix = "##vso[";

    private static readonly string[] Formats = ["group", "endgroup", "section", "warning", "error", "command", "debug"];

    public static List<HostCommand> Commands(string log) => [.. Lines(log).Select(Parse).OfType<HostCommand>()];

    /// <summary>The words of formatting commands, which stand at the beginning of a line.</summary>
    public static List<string> Formatting(string log) =>
        [.. Lines(log).SelectMany(line => Formats.Where(format => line.TrimStart().StartsWith($"##[{format}]", StringComparison.OrdinalIgnoreCase)))];

    private static string[] Lines(string log) => log.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static HostCommand? Parse(string line)
    {
        var start = line.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : line.IndexOf(']', start);
        if (end < 0) return null;
        var head = line[(start + Prefix.Length)..end];
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? head : head[..space];
        if (name.Split('.').Length != 2) return null;
        var properties = space < 0 ? [] : head[(space + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.TrimStart().Split('=', 2)).Where(pair => pair.Length == 2);
        return new HostCommand(name, properties.ToDictionary(pair => pair[0], pair => Unescape(pair[1])), Unescape(line[(end + 1)..]));
    }

    private static string Unescape(string text) =>
        text.Replace("%3B", ";").Replace("%0D", "\r").Replace("%0A", "\n").Replace("%5D", "]").Replace("%AZP25", "%");
}
