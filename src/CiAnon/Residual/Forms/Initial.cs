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
        if (last.Length is < FewestLetters or >= MostBytes || last.ContainsAnyInRange((byte)'0', (byte)'9')) return Telling.Nothing;
        return NameWords.Last.Contains(last) || NameWords.First.Contains(last) || RoleWords.Contains(last) ? Telling.Alone : Telling.Anywhere;
    }

    /// <summary>The two end to end; empty when the first name begins with no Latin letter.</summary>
    public static ReadOnlySpan<byte> Join(byte initial, ReadOnlySpan<byte> last, Span<byte> target)
    {
        if (initial is < (byte)'a' or > (byte)'z') return default;
        target[0] = initial;
        last.CopyTo(target[1..]);
        return target[..(last.Length + 1)];
    }
}
