using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Reporting.Languages;

/// <summary>
/// What a report holds is whole English text that was put together: phrases with a comma or a semicolon between them, and names in
/// them. A phrase of the language's file has <c>{*}</c> where it speaks of something.
/// </summary>
public sealed partial class ReportLanguage
{
    private const string Anything = "{*}";

    // A comma and a blank.
    private const int Mark = 2;

    private readonly Lazy<IReadOnlyList<(Regex English, string[] Translated)>> _phrases;

    /// <summary>A person's words, or those that we put in their place: what looks like a phrase in them is none.</summary>
    internal string Words(string text) => _texts?.GetValueOrDefault(text) ?? text;

    /// <summary>A text that the report holds: ours as a rule, but maybe a person's or another version's, which stays as it is.</summary>
    internal string Known(string text) => Translate(text, out _);

    /// <summary>Whether each phrase of the text is one of ours that has its translation.</summary>
    internal bool Knows(string text)
    {
        Translate(text, out var isKnown);
        return isKnown;
    }

    private string Translate(string text, out bool isKnown)
    {
        isKnown = true;
        if (_texts is null) return text;
        if (_texts.GetValueOrDefault(text) is { } exact) return exact;
        List<int> ends = [.. Ends(text), text.Length];
        var translated = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            // The shortest that is a phrase: a comma may be one of its own.
            var end = ends.Find(end => end > start && Phrase(text[start..end]) is not null);
            isKnown &= end > 0;
            if (end == 0) end = ends.Find(end => end > start);
            translated.Append(Phrase(text[start..end]) ?? text[start..end]);
            start = Math.Min(end + Mark, text.Length);
            translated.Append(text[end..start]);
        }
        return translated.ToString();
    }

    private string? Phrase(string text)
    {
        if (_texts!.GetValueOrDefault(text) is { } exact) return exact;
        foreach (var (english, translated) in _phrases.Value)
        {
            if (english.Match(text) is not { Success: true } match) continue;
            var result = translated[0];
            for (var i = 1; i < translated.Length; i++) result += Translate(match.Groups[i].Value, out _) + translated[i];
            return result;
        }
        return null;
    }

    // Where a comma or a semicolon ends a phrase: none within brackets, and none before a quote, which goes on with a list.
    private static List<int> Ends(string text)
    {
        var ends = new List<int>();
        var depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (depth == 0 && text[i] is ',' or ';' && text[i + 1] == ' ' && !(i + Mark < text.Length && text[i + Mark] == '\'')) ends.Add(i);
        }
        return ends;
    }

    private static IReadOnlyList<(Regex, string[])> Phrases(Dictionary<string, string>? texts) =>
    [
        .. (texts ?? []).Where(text => text.Key.Contains(Anything, StringComparison.Ordinal))
            .OrderByDescending(text => text.Key.Length)
            .Select(text => (new Regex(Pattern(text.Key), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking), text.Value.Split(Anything))),
    ];

    // What stands in front ends as soon as it can: of "check 'a': b: c: d" the b ends at its colon.
    private static string Pattern(string phrase) => phrase.Split(Anything) is var parts && parts.Length == 1 ? $"^{Regex.Escape(phrase)}$"
        : $"^{string.Join("(.+?)", parts[..^1].Select(Regex.Escape))}(.+){Regex.Escape(parts[^1])}$";
}
