using System.Buffers;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Forms;

/// <summary>
/// Whether words without a comma are written as a name, in whatever order: <c>MURRAY|Steve</c>, <c>murray.steve</c>, a value
/// <c>Murray Steve</c>. In <c>David Murray/Steve Harris</c>, and in any list of people, the two belong to different ones.
/// </summary>
internal static class WrittenName
{
    // What stands inside one word, between the fields of one person, and between two people as well.
    private static readonly SearchValues<byte> Joints = SearchValues.Create("._~"u8);
    private static readonly SearchValues<byte> Marks = SearchValues.Create("|^*\\\t"u8);
    private static readonly SearchValues<byte> Gaps = SearchValues.Create(" -/;:+'"u8);
    private static readonly SearchValues<byte> WideMarks = SearchValues.Create("|^;/-"u8);

    /// <param name="word">The first word.</param>
    /// <param name="end">The word behind the last.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, WordSplitter words, int word, int end)
    {
        if (end - word < 2) return false;
        var (isJoined, isMarked) = (false, false);
        for (var i = word; i + 1 < end; i++)
        {
            var gap = text[EndOf(words, i)..words.Positions[i + 1]];
            var isMark = IsMark(gap);
            var isJoint = gap.Length == 1 && Joints.Contains(gap[0]);
            if (!isMark && !isJoint && !IsGap(gap)) return false;
            isMarked |= isMark;
            isJoined |= isJoint;
        }
        if (isJoined) return true;
        var goesOn = (Before: CommaOrder.GoesOn(text, words, word - 1, word), Behind: CommaOrder.GoesOn(text, words, end - 1, end));
        if (isMarked) return !goesOn.Before || !goesOn.Behind;
        if (LocalPart.IsAlone(text, words.Positions[word], EndOf(words, end - 1))) return true;
        return !goesOn.Before && !goesOn.Behind && words.IsCapitalized(text, word) && words.IsCapitalized(text, end - 1);
    }

    private static int EndOf(WordSplitter words, int word) => words.Positions[word] + words.Starts[word + 1] - words.Starts[word];

    private static bool IsMark(ReadOnlySpan<byte> gap) => gap.Length switch
    {
        1 => Marks.Contains(gap[0]),
        2 => gap[0] == gap[1] && gap[0] is (byte)'|' or (byte)'^',
        3 => gap[0] == ' ' && gap[2] == ' ' && gap[1] is (byte)'|' or (byte)'^',
        _ => false,
    };

    private static bool IsGap(ReadOnlySpan<byte> gap) => gap.Length switch
    {
        1 => Gaps.Contains(gap[0]),
        2 => gap[1] == ' ' && gap[0] == ';',
        3 => gap[0] == ' ' && gap[2] == ' ' && WideMarks.Contains(gap[1]),
        _ => false,
    };
}
