using System.Text;

namespace CiAnon.Residual.Forms;

/// <summary>
/// How an original is written where the keyboard or the form has no umlauts, and the other way round: Möllenkamp and Moellenkamp. Folding
/// makes <c>o</c> of the one and leaves <c>oe</c> in the other, so each is looked for in both spellings.
/// </summary>
internal static class UmlautSpelling
{
    /// <summary>With a second letter for each umlaut, or with none where it has them spelled out; empty when that changes nothing.</summary>
    /// <param name="target">At least twice as long.</param>
    public static ReadOnlySpan<byte> Other(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var spelled = SpellOut(value, target);
        return spelled.IsEmpty ? Contract(value, target) : spelled;
    }

    private static ReadOnlySpan<byte> SpellOut(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var (written, found) = (0, false);
        while (!value.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(value, out var rune, out var length);
            if (Letters(rune.Value) is { IsEmpty: false } letters)
            {
                letters.CopyTo(target[written..]);
                written += letters.Length;
                found = true;
            }
            else
            {
                value[..length].CopyTo(target[written..]);
                written += length;
            }
            value = value[length..];
        }
        return found ? target[..written] : default;
    }

    private static ReadOnlySpan<byte> Letters(int rune) => rune switch
    {
        'ä' or 'Ä' => "ae"u8,
        'ö' or 'Ö' or 'ø' or 'Ø' => "oe"u8,
        'ü' or 'Ü' => "ue"u8,
        'å' or 'Å' => "aa"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> Contract(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var (written, found) = (0, false);
        for (var i = 0; i < value.Length; i++)
        {
            if (found && i > 0 && IsSpelledOut(value, i - 1)) continue;
            target[written++] = value[i];
            found |= IsSpelledOut(value, i);
        }
        return found ? target[..written] : default;
    }

    // Not in Michael, Manuela, Zoe and Queen, where the e is a letter of its own.
    private static bool IsSpelledOut(ReadOnlySpan<byte> value, int at)
    {
        if (Lower(value, at) is not ('a' or 'o' or 'u') || Lower(value, at + 1) != 'e' || !char.IsAsciiLetter(Lower(value, at + 2))) return false;
        if (Lower(value, at - 1) is 'q' or 'a' or 'e' or 'o' or 'u') return false;
        return Lower(value, at + 2) != 'l' || Lower(value, at + 3) is not ('\0' or ' ' or '-' or 'a' or 'e' or 'i' or 'o' or 'y');
    }

    private static char Lower(ReadOnlySpan<byte> value, int at) => at < 0 || at >= value.Length ? '\0' : char.ToLowerInvariant((char)value[at]);
}
