using System.Text;

namespace CiAnon.Discovery.Shapes;

/// <summary>Values written as people's names are: two to four words of letters, each with a capital where the script has them; Han and Hangul without blanks.</summary>
internal static class FullNameShape
{
    private const double Most = 0.9;
    private const int MostWords = 4;
    private const int LongestRun = 4;

    public static bool Is(ColumnSample sample) => !sample.IsEnumLike && sample.Share(Is) >= Most;

    private static bool Is(byte[] value)
    {
        var (words, letters, isCapital, isRun) = (1, 0, true, false);
        foreach (var rune in Encoding.UTF8.GetString(value).EnumerateRunes())
        {
            if (rune.Value is ' ')
            {
                if (letters == 0) return false;
                (words, letters) = (words + 1, 0);
                continue;
            }
            if (rune.Value is '-' or '\'' or '’' or '.' or ',') continue;
            var isMark = Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            if (!Rune.IsLetter(rune) && !isMark) return false;
            if (letters == 0 && Rune.IsLower(rune)) isCapital = false;
            isRun |= rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF;
            letters++;
        }
        return isCapital && letters > 0 && (words is > 1 and <= MostWords || isRun && words == 1 && letters is > 1 and <= LongestRun);
    }
}
