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

    // Where it stands in the file before a phrase, the phrase is one only within these brackets.
    private const string Evidence = "evidence: ";
    private const string Undecided = "undecided ({*})";

    // A comma and a blank.
    private const int Mark = 2;

    private readonly Lazy<IReadOnlyList<LanguagePhrase>> _phrases;

    /// <summary>A person's words, or those that we put in their place: what looks like a phrase in them is none.</summary>
    internal string Words(string text) => _texts?.GetValueOrDefault(text) ?? text;

    /// <summary>A text that the report holds: ours as a rule, but maybe a person's or another version's, which stays as it is.</summary>
    internal string Known(string text) => Translate(text, "", out _);

    /// <summary>Whether each phrase of the text is one of ours that has its translation.</summary>
    internal bool Knows(string text)
    {
        Translate(text, "", out var isKnown);
        return isKnown;
    }

    private string Translate(string text, string context, out bool isKnown)
    {
        isKnown = true;
        if (_texts is null) return text;
        if (Exact(text, context) is { } exact) return exact;
        List<int> ends = [.. Ends(text), text.Length];
        var translated = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            // The shortest that is a phrase: a comma may be one of its own.
            var end = ends.Find(end => end > start && Phrase(text[start..end], context) is not null);
            isKnown &= end > 0;
            if (end == 0) end = ends.Find(end => end > start);
            translated.Append(Phrase(text[start..end], context) ?? text[start..end]);
            start = Math.Min(end + Mark, text.Length);
            translated.Append(text[end..start]);
        }
        return translated.ToString();
    }

    private string? Exact(string text, string context) => _texts!.GetValueOrDefault(context + text) ?? _texts!.GetValueOrDefault(text);

    private string? Phrase(string text, string context)
    {
        if (Exact(text, context) is { } exact) return exact;
        foreach (var phrase in _phrases.Value.Where(phrase => phrase.Context.Length == 0 || phrase.Context == context))
        {
            if (phrase.English.Match(text) is not { Success: true } match) continue;
            var result = phrase.Translated[0];
            for (var i = 1; i < phrase.Translated.Length; i++) result += Translate(match.Groups[i].Value, phrase.IsUndecided ? Evidence : context, out _) + phrase.Translated[i];
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

    private static IReadOnlyList<LanguagePhrase> Phrases(Dictionary<string, string>? texts) =>
    [
        .. (texts ?? []).Where(text => text.Key.Contains(Anything, StringComparison.Ordinal))
            .Select(text => (text.Value, Context: text.Key.StartsWith(Evidence, StringComparison.Ordinal) ? Evidence : "", text.Key))
            .OrderByDescending(text => text.Context.Length).ThenByDescending(text => text.Key.Length)
            .Select(text => new LanguagePhrase(text.Context, new(Pattern(text.Key[text.Context.Length..]), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking), text.Value.Split(Anything), text.Key == Undecided)),
    ];

    // What stands in front ends as soon as it can: of "check 'a': b: c: d" the b ends at its colon.
    private static string Pattern(string phrase) => phrase.Split(Anything) is var parts && parts.Length == 1 ? $"^{Regex.Escape(phrase)}$"
        : $"^{string.Join("(.+?)", parts[..^1].Select(Regex.Escape))}(.+){Regex.Escape(parts[^1])}$";
}
