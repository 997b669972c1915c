using System.Numerics;
using CiAnon.Recognition;
using CiAnon.Recognition.Definitions;
using CiAnon.Recognition.Names;
using CiAnon.Recognition.Numbers;
using CiAnon.Recognition.Patterns;
using CiAnon.Recognition.Tokens;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>Finds what recognizers know by its form, and where it stands. One per thread.</summary>
internal sealed class FormFinder
{
    private static readonly IReadOnlyList<Recognizer> Recognizing = Recognizers.All;

    private static readonly EmailRecognizer Emails = Recognizing.OfType<EmailRecognizer>().Single();

    private const int LongestWhole = 60;

    private static readonly Recognizer[] WholeNames = [.. Recognizing.Where(recognizer => recognizer.Kind is PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName)];

    private readonly PatternIndex _index = PatternIndex.For(Recognizing);
    private readonly ProseKind?[] _kinds = [.. Recognizing.Select(KindOf)];
    private readonly List<(int Start, int End)> _secrets = [];

    public void Find(ReadOnlySpan<byte> text, ProseRules rules, ProseSpans spans)
    {
        var classes = PatternIndex.ClassesOf(text);
        if (rules[ProseKind.Email] is not null && (classes & ByteClasses.At) != ByteClasses.None) FindEmails(text, spans);
        if ((classes & ByteClasses.Digit) != ByteClasses.None) FindNumbers(text, Wanted(rules), spans);
        if (rules[ProseKind.Name] is not null) FindNames(text, spans);
        if (rules[ProseKind.Url] is not null) FindUrls(text, spans);
        if (rules[ProseKind.Token] is not null) FindSecrets(text, classes, spans);
    }

    // Whose number is replaced, as bits by recognizer.
    private ulong Wanted(ProseRules rules)
    {
        var wanted = 0UL;
        for (var i = 0; i < _kinds.Length; i++)
            if (_kinds[i] is { } kind && _index.Numbers[i] is not null && rules[kind] is not null) wanted |= 1UL << i;
        return wanted;
    }

    private static void FindEmails(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        for (var position = 0; Emails.Next(text, ref position, out var start, out var end);)
            spans.Add(new ProseSpan(start, end, PersonalKind.Email, ProseKind.Email, UInt128.Zero));
    }

    private void FindNumbers(ReadOnlySpan<byte> text, ulong wanted, ProseSpans spans)
    {
        var words = new NumberWords(text);
        while (words.Next())
        {
            var candidates = _index.Of(words.Letters, words.Digits, words.Behind) & wanted;
            if (!Bytes.StartsNumber(text, words.Start)) candidates &= _index.TakeAnyStart;
            var end = 0;
            for (; candidates != 0; candidates &= candidates - 1)
            {
                var index = BitOperations.TrailingZeroCount(candidates);
                var number = _index.Numbers[index]!;
                var match = number.Match(text, words.Start);
                if (!match.Passed || match.NeedsContext && !number.InContext(text, words.Start)) continue;
                var start = words.Start - match.Lead;
                if (number.Kind == PersonalKind.Phone) start = PhoneStart.Of(text, start, match.End);
                spans.Add(new ProseSpan(start, match.End, number.Kind, _kinds[index], UInt128.Zero));
                end = Math.Max(end, match.End);
            }
            words.SkipTo(end);
        }
    }

    private static void FindNames(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        var isFound = false;
        for (var position = 0; NameRecognizer.Next(text, ref position, out var start, out var end); isFound = true)
            spans.Add(new ProseSpan(start, end, PersonalKind.Name, FormOf(text[start..end]), UInt128.Zero));
        if (isFound || text.Length > LongestWhole) return;
        // A text that is nothing but a name.
        foreach (var recognizer in WholeNames)
            if (recognizer.IsWhole(text)) spans.Add(new ProseSpan(0, text.Length, PersonalKind.Name, FormOf(Bytes.Trim(text)), UInt128.Zero));
    }

    // Behind a title or greeting one word may be either.
    private static ProseKind FormOf(ReadOnlySpan<byte> name)
    {
        if (name.ContainsAny((byte)' ', (byte)'\n')) return ProseKind.Name;
        return NameWords.First.Contains(name) ? ProseKind.FirstName : ProseKind.LastName;
    }

    private static void FindUrls(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        for (var position = 0; WebAddress.Next(text, ref position, out var start, out var end);)
            spans.Add(new ProseSpan(start, end, PersonalKind.FreeText, ProseKind.Url, UInt128.Zero));
    }

    private void FindSecrets(ReadOnlySpan<byte> text, ByteClasses classes, ProseSpans spans)
    {
        var hasLongToken = LongTokens.Any(text);
        foreach (var (recognizer, _, needs, shortest) in _index.Others)
        {
            if (recognizer is not ISecretFinder finder || text.Length < shortest || (classes & needs) != needs) continue;
            if (recognizer is TokenRecognizer && !hasLongToken) continue;
            _secrets.Clear();
            finder.Find(text, _secrets);
            foreach (var (start, end) in _secrets) spans.Add(new ProseSpan(start, end, PersonalKind.Token, ProseKind.Token, UInt128.Zero));
        }
    }

    private static ProseKind? KindOf(Recognizer recognizer) => recognizer.Kind switch
    {
        PersonalKind.Phone => ProseKind.Phone,
        PersonalKind.Account => ProseKind.Iban,
        PersonalKind.Card => ProseKind.Card,
        PersonalKind.NationalId or PersonalKind.RecordNumber => ProseKind.NationalId,
        PersonalKind.Ip => ProseKind.Ip,
        PersonalKind.Device => ProseKind.Mac,
        PersonalKind.Address => ProseKind.Address,
        _ => null,
    };
}
