namespace CiAnon.Cli.Terminal;

/// <summary>One long line as a terminal shows it best: it ends between words, and what goes on stands further in.</summary>
internal static class Folded
{
    /// <summary>How far in a message goes on.</summary>
    public const int Indent = 4;

    private const int FewestCharacters = 20;

    /// <param name="width">Of the terminal, in characters; null for lines that nobody folds. A word that is longer stays whole.</param>
    public static IEnumerable<string> Lines(string text, int? width, int indent = Indent)
    {
        if (width is not { } given)
        {
            yield return text;
            yield break;
        }
        indent = Math.Min(indent, given / 2);
        var last = Math.Max(given, indent + FewestCharacters);
        var before = "";
        while (before.Length + text.Length > last && End(text, last - before.Length) is > 0 and var end)
        {
            yield return (before + text[..end]).TrimEnd();
            text = text[end..].TrimStart();
            before = new string(' ', indent);
        }
        yield return before + text;
    }

    public static void Write(TextWriter output, int? width, string text, int indent = Indent)
    {
        foreach (var line in Lines(text, width, indent)) output.WriteLine(line);
    }

    // Where the last word ends that has room, or else the first; -1 where none does.
    private static int End(string text, int room)
    {
        var first = text.Length - text.TrimStart().Length;
        var end = text.LastIndexOf(' ', room);
        if (end <= first) end = text.IndexOf(' ', Math.Max(room, first));
        return text.AsSpan(Math.Max(end, 0)).IsWhiteSpace() ? -1 : end;
    }
}
