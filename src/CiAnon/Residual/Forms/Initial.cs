using CiAnon.Recognition.Names;

namespace CiAnon.Residual.Forms;

/// <summary>An initial and a last name, end to end: <c>amiller</c>. How far that leads to a person is the last name's matter.</summary>
internal static class Initial
{
    /// <summary>Letters of the shortest last name that is looked for with an initial.</summary>
    public const int FewestLetters = 5;

    public const int MostBytes = 64;

    /// <param name="last">Folded.</param>
    public static Telling TellingOf(ReadOnlySpan<byte> last)
    {
        if (LettersOf(last) < FewestLetters || last.Length >= MostBytes || last.ContainsAnyInRange((byte)'0', (byte)'9')) return Telling.Nothing;
        return NameWords.Last.Contains(last) || NameWords.First.Contains(last) || RoleWords.Contains(last) ? Telling.Alone : Telling.Anywhere;
    }

    /// <summary>The two end to end; empty when the first name begins with no letter of an alphabet that writes initials.</summary>
    /// <param name="first">A first name, or its initial; folded.</param>
    public static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, Span<byte> target)
    {
        var length = LengthOf(first);
        if (length == 0 || last.Length + length > target.Length) return default;
        first[..length].CopyTo(target);
        last.CopyTo(target[length..]);
        return target[..(last.Length + length)];
    }

    /// <summary>Bytes of the first letter: Latin, Greek, Cyrillic or Armenian; 0 where it is another.</summary>
    public static int LengthOf(ReadOnlySpan<byte> folded) => folded switch
    {
        [>= (byte)'a' and <= (byte)'z', ..] => 1,
        [>= 0xce and <= 0xd5, _, ..] => 2,
        _ => 0,
    };

    /// <summary>Not bytes: what continues a letter of UTF-8 isn't counted.</summary>
    public static int LettersOf(ReadOnlySpan<byte> folded)
    {
        var letters = 0;
        foreach (var one in folded) letters += (one & 0xc0) != 0x80 ? 1 : 0;
        return letters;
    }
}
