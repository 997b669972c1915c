using System.Buffers;

namespace CiAnon.Residual.Numbers;

/// <summary>Reads numbers over the separators that people put between digits: <c>+49 (0)170/123-45.67</c>.</summary>
internal static class DigitRun
{
    /// <summary>Words of digits that one number may consist of.</summary>
    public const int MostWords = 8;

    private const int MostGap = 3;

    private static readonly SearchValues<byte> Separators = SearchValues.Create(" -./()+"u8);

    /// <summary>The value of a word that is all digits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> word, out ulong value)
    {
        value = 0;
        if (word.Length > DigitNumber.Most) return false;
        foreach (var digit in word)
        {
            if ((uint)(digit - '0') > 9) return false;
            value = value * 10 + (uint)(digit - '0');
        }
        return true;
    }

    /// <summary>Whether a number goes on over what lies between two words.</summary>
    public static bool Joins(ReadOnlySpan<byte> gap) => gap.Length <= MostGap && !gap.ContainsAnyExcept(Separators);

    /// <summary>Whether + or 00 stands before.</summary>
    public static bool IsInternational(ReadOnlySpan<byte> before, ReadOnlySpan<byte> word) => (before.Length > 0 && before[^1] == '+') || word.StartsWith("00"u8);
}
