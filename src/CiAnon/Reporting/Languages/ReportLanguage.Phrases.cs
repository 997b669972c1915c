using System.Text.RegularExpressions;

namespace CiAnon.Reporting.Languages;

/// <summary>
/// What a report holds is whole English text that was put together: phrases with a comma or a semicolon between them, and names in
/// them. A phrase of the language's file has <c>{*}</c> where it speaks of something.
/// </summary>
public sealed partial class ReportLanguage
{
    private const string Anything = "{*}";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lazy<IReadOnlyList<(Regex English, string[] Translated)>> _phrases;

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
        if (Phrase(text) is { } whole && (_texts.ContainsKey(text) || Ends(text).Count == 0)) return whole;
        var parts = new List<string>();
        var start = 0;
        foreach (var end in Ends(text).Append(text.Length))
        {
            var part = text[start..end];
            var phrase = Phrase(part);
            isKnown &= phrase is not null;
            parts.Add(phrase ?? part);
            if (end < text.Length) parts.Add(text[end..(end + 2)]);
            start = Math.Min(end + 2, text.Length);
        }
        // A phrase may have a comma of its own.
        if (isKnown || Phrase(text) is not { } one) return string.Concat(parts);
        isKnown = true;
        return one;
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

    // Where a comma or a semicolon ends a phrase: none within brackets or quotes.
    private static List<int> Ends(string text)
    {
        var ends = new List<int>();
        var depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (depth == 0 && text[i] is ',' or ';' && text[i + 1] == ' ') ends.Add(i);
        }
        return ends;
    }

    private static IReadOnlyList<(Regex, string[])> Phrases(Dictionary<string, string>? texts) =>
    [
        .. (texts ?? []).Where(text => text.Key.Contains(Anything, StringComparison.Ordinal))
            .OrderByDescending(text => text.Key.Length)
            .Select(text => (new Regex($"^{string.Join("(.+)", text.Key.Split(Anything).Select(Regex.Escape))}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, Longest), text.Value.Split(Anything))),
    ];
}
