using System.Buffers;
using CiAnon.Recognition;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Stages.Prose;

/// <summary>
/// A first or last name alone says too little to be looked for, but for in a text that has the whole name as well: there it means the same
/// person. It is found as it is written in the whole name, with a capital letter, and never where it is an everyday word.
/// </summary>
internal static class LoneNames
{
    private const int Fewest = 3;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n,.;|/_"u8);

    /// <summary>Adds them to the spans of a text.</summary>
    public static void Find(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        var found = spans.All.Length;
        for (var i = 0; i < found; i++)
        {
            if (spans.All[i] is not { IsKnown: true, Kind: PersonalKind.Name } span) continue;
            var name = text[span.Start..span.End];
            var front = name[..End(name)];
            var back = name[(name.LastIndexOfAny(Blanks) + 1)..];
            if (front.Length >= name.Length || back.Length >= name.Length) continue;
            var isReversed = name.Contains((byte)',');
            Find(text, front, span, isReversed ? NamePart.Last : NamePart.First, spans);
            Find(text, back, span, isReversed ? NamePart.First : NamePart.Last, spans);
        }
        if (spans.All.Length > found) spans.Settle();
    }

    private static void Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, ProseSpan name, NamePart part, ProseSpans spans)
    {
        if (word.Length < Fewest || !NameText.IsCapital(word[0]) || EverydayNames.Contains(word)) return;
        for (var position = 0; text[position..].IndexOf(word) is >= 0 and var at;)
        {
            var start = position + at;
            position = start + word.Length;
            if (start > 0 && Bytes.IsWord(text[start - 1]) || position < text.Length && Bytes.IsWord(text[position])) continue;
            spans.Add(name with { Start = start, End = position, Part = part });
        }
    }

    private static int End(ReadOnlySpan<byte> name) => name.IndexOfAny(Blanks) is >= 0 and var end ? end : name.Length;
}
