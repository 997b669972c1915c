using CiAnon.Recognition.Names;

namespace CiAnon.Stages.Prose;

/// <summary>Titles and greetings right before a word: <c>Mr. Miller</c>, <c>Regards,\nAnna</c>.</summary>
internal static class Introduction
{
    /// <param name="isSmall">It is written in small letters, as in <c>from Georgia</c>: then it says less.</param>
    public static IntroductionKind Before(ReadOnlySpan<byte> text, ProseWords words, LoneWord lone, out bool isSmall)
    {
        isSmall = false;
        if (lone.Word == 0) return IntroductionKind.None;
        var end = words.EndOf(lone.Word - 1);
        if (text[end..lone.Start] is not ([(byte)' ' or (byte)'\n'] or [(byte)'.' or (byte)',', (byte)' ' or (byte)'\n'])) return IntroductionKind.None;
        isSmall = !NameText.IsCapital(text[words.StartOf(lone.Word - 1)]);
        var word = words.Of(lone.Word - 1, lone.Word);
        if (NameWords.Titles.Contains(word)) return IntroductionKind.Title;
        return NameWords.Greetings.Contains(word) ? IntroductionKind.Greeting : IntroductionKind.None;
    }
}
