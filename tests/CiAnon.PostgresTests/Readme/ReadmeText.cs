using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PostgresTests.Readme;

/// <summary>The README's commands, and those of its first hour in the order in which a newcomer types them.</summary>
internal static partial class ReadmeText
{
    public static string Whole => GeneratedFile.Read("README.md");

    public static IReadOnlyList<string> FirstHour { get; } = [.. Lines(Section("## The first hour"))];

    /// <summary>Those of a team that keeps no dumps.</summary>
    public static IReadOnlyList<string> WithoutDump { get; } = [.. Lines(Section("## Without a dump"))];

    /// <summary>Lines of the whole page that call the command or a script of the repository.</summary>
    public static IReadOnlyList<string> Commands =>
    [
        .. Lines(Whole).Where(line => line.StartsWith("./", StringComparison.Ordinal) || line.StartsWith("ci-anon ", StringComparison.Ordinal))
            .Select(line => line.StartsWith("./", StringComparison.Ordinal) ? line.Split(' ')[0] : line).Distinct(),
    ];

    private static string Section(string title)
    {
        var start = Whole.IndexOf(title + "\n", StringComparison.Ordinal);
        return Whole[start..Whole.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string text) =>
        Fence().Matches(text).SelectMany(match => match.Groups["body"].Value.Split('\n')).Where(line => line.Length > 0);

    [GeneratedRegex("""^```[a-z]*\n(?<body>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
