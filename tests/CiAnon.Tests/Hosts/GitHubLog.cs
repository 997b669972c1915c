namespace CiAnon.Tests.Hosts;

/// <summary>
/// What GitHub's runner makes of a log and of the files for outputs, written from its documentation and knowing nothing of our code:
/// a line that begins with :: after blanks is a command, and an old form ##[…] is looked for anywhere in others.
/// </summary>
internal static class GitHubLog
{
    private static readonly string[] Known = ["add-mask", "error", "warning", "notice", "group", "endgroup", "debug", "echo", "stop-commands", "set-output", "save-state", "set-env", "add-path", "add-matcher", "remove-matcher", "command"];

    public static List<HostCommand> Commands(string log) => [.. Lines(log).Select(line => New(line.TrimStart()) ?? Old(line)).OfType<HostCommand>()];

    /// <summary>The outputs that a file sets: <c>name=value</c>, or <c>name&lt;&lt;END</c>, lines, <c>END</c>.</summary>
    public static Dictionary<string, string> Outputs(string text)
    {
        var outputs = new Dictionary<string, string>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var equals = lines[i].IndexOf('=', StringComparison.Ordinal);
            var heredoc = lines[i].IndexOf("<<", StringComparison.Ordinal);
            if (heredoc < 0 || (equals >= 0 && equals < heredoc))
            {
                Assert.True(equals > 0, $"invalid format: {lines[i]}");
                outputs.Add(lines[i][..equals], lines[i][(equals + 1)..]);
                continue;
            }
            var (name, end) = (lines[i][..heredoc], lines[i][(heredoc + 2)..]);
            var last = Array.IndexOf(lines, end, i + 1);
            Assert.True(last > i, $"no line ends the value of {name}");
            outputs.Add(name, string.Join('\n', lines[(i + 1)..last]));
            i = last;
        }
        return outputs;
    }

    private static string[] Lines(string log) => log.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static HostCommand? New(string line)
    {
        if (!line.StartsWith("::", StringComparison.Ordinal)) return null;
        var end = line.IndexOf("::", 2, StringComparison.Ordinal);
        return end < 0 ? null : Parse(line[2..end], line[(end + 2)..], ',', Unescape);
    }

    private static HostCommand? Old(string line)
    {
        var start = line.IndexOf("##[", StringComparison.Ordinal);
        var end = start < 0 ? -1 : line.IndexOf(']', start);
        return end < 0 ? null : Parse(line[(start + 3)..end], line[(end + 1)..], ';', text => text);
    }

    private static HostCommand? Parse(string head, string data, char separator, Func<string, string> unescape)
    {
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? head : head[..space];
        if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase)) return null;
        var properties = space < 0 ? [] : head[space..].Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.TrimStart().Split('=', 2)).Where(pair => pair.Length == 2);
        return new HostCommand(name, properties.ToDictionary(pair => pair[0], pair => unescape(pair[1]).Replace("%3A", ":").Replace("%2C", ",").Replace("%25", "%")),
            unescape(data).Replace("%25", "%"));
    }

    private static string Unescape(string text) => text.Replace("%0D", "\r").Replace("%0A", "\n");
}
