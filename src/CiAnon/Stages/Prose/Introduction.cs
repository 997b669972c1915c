using CiAnon.Recognition;
using CiAnon.Recognition.Names;

namespace CiAnon.Stages.Prose;

/// <summary>Titles, greetings and labels right before a word: <c>Mr. Miller</c>, <c>Regards,\nAnna</c>, <c>Nachname: Müller</c>.</summary>
internal static class Introduction
{
    private static readonly WordSet FullName = new(["fullname"]);

    private const int LongestBetween = 8;

    // last_name and "family name" end in a word that is one.
    private static bool IsLabel(ReadOnlySpan<byte> word) => NameLabels.First.Contains(word) || NameLabels.Last.Contains(word) || FullName.Contains(word);

    // : and =, with blanks and quotes around.
    private static bool IsLabelled(ReadOnlySpan<byte> between)
    {
        if (between.Length > LongestBetween) return false;
        var signs = 0;
        foreach (var one in between)
        {
            if (one is (byte)':' or (byte)'=') signs++;
            else if (one is not ((byte)' ' or (byte)'\t' or (byte)'"' or (byte)'\'' or (byte)'\\' or (byte)'[' or (byte)'*')) return false;
        }
        return signs == 1;
    }

    /// <param name="isSmall">It is written in small letters, as in <c>from Georgia</c>: then it says less.</param>
    public static IntroductionKind Before(ReadOnlySpan<byte> text, ProseWords words, LoneWord lone, out bool isSmall)
    {
        isSmall = false;
        if (lone.Word == 0) return IntroductionKind.None;
        var end = words.EndOf(lone.Word - 1);
        if (IsLabelled(text[end..lone.Start]) && IsLabel(words.Of(lone.Word - 1, lone.Word))) return IntroductionKind.Label;
        if (text[end..lone.Start] is not ([(byte)' ' or (byte)'\n'] or [(byte)'.' or (byte)',', (byte)' ' or (byte)'\n'])) return IntroductionKind.None;
        isSmall = !NameText.IsCapital(text[words.StartOf(lone.Word - 1)]);
        var word = words.Of(lone.Word - 1, lone.Word);
        if (NameWords.Titles.Contains(word)) return IntroductionKind.Title;
        return NameWords.Greetings.Contains(word) ? IntroductionKind.Greeting : IntroductionKind.None;
    }
}
