using CiAnon.Diagnostics;

namespace CiAnon.Policies.Yaml;

/// <summary>A text; what it means (number, date, word) is decided by the key it stands under, never by YAML's own rules.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="Written">As in the file, unescaped.</param>
/// <param name="Text">With variables filled in; null when one couldn't be, which is reported already.</param>
/// <param name="Plain">Neither quoted nor a block.</param>
internal sealed record YamlScalar(SourcePosition At, int EndLine, string Written, string? Text, bool Plain) : YamlNode(At)
{
    private const int Shown = 60;

    public override string Kind => IsAbsent ? "nothing" : "a value";

    /// <summary>No value was given: nothing after the colon, or YAML's <c>~</c>.</summary>
    public bool IsAbsent => Plain && Written is "" or "~";

    public bool IsInterpolated => Text != Written;

    /// <summary>For messages: in quotes, on one line, and never what came from the environment or looks like a secret.</summary>
    public string Quoted => SecretPatterns.Find(Written).Any() ? "'***'" : $"'{OneLine(Written)}'";

    /// <summary>", did you mean 'x'?" unless the text came from the environment.</summary>
    public string Suggest(IEnumerable<string> candidates) => IsInterpolated ? "" : Suggestion.Phrase(Written, candidates);

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Take(Shown).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return text.Length > Shown ? line + "..." : line;
    }
}
