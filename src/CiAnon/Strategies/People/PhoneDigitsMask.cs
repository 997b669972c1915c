using System.Text;
using CiAnon.Keys;
using CiAnon.Strategies.Ids;

namespace CiAnon.Strategies.People;

/// <summary>
/// Permutes a number's digits behind its prefix. The prefix (0, 00 and country code, + and country code, and a 0 behind
/// these) stays and can be told from the result again, because no other digit becomes a leading 0. Hence distinct values
/// stay distinct.
/// </summary>
internal sealed class PhoneDigitsMask(DigitPermutation permutation) : Mask
{
    private static readonly byte[][] Words = ["tel"u8.ToArray(), "ext"u8.ToArray(), "fax"u8.ToArray(), "mob"u8.ToArray(), "mobil"u8.ToArray(), "mobile"u8.ToArray(), "cell"u8.ToArray()];

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var scratch = output.Reserve(2 * value.Length);
        var result = scratch[..value.Length];
        var digits = scratch.Slice(value.Length, value.Length);
        digits = digits[..DigitText.Collect(value, digits)];

        var plus = value.IndexOf((byte)'+');
        var international = plus >= 0 && plus < value.IndexOfAnyInRange((byte)'0', (byte)'9');
        var prefix = PrefixLength(digits, international);
        if (prefix >= digits.Length)
            throw new MaskException("has no digit to permute behind the country code");

        // A single digit behind a country code leads nothing: all ten take part.
        var national = !international && prefix < 2;
        var rest = digits[prefix..];
        var keepsZero = rest[0] == '0' && rest.Length > 1;
        permutation.Permute(keepsZero ? rest[1..] : rest, keepNonZero: !keepsZero && (rest.Length > 1 || national));
        DigitText.Spread(digits, value, result);
        Cover(result);
        output.Advance(value.Length);
    }

    // Whose number it is stands beside many a number.
    private static void Cover(Span<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = 0;
            while (end < text.Length && (char.IsAsciiLetter((char)text[end]) || text[end] >= 0x80)) end++;
            if (end > 0 && !IsWordOfNumbers(text[..end])) text[..end].Fill((byte)'x');
            text = text[Math.Max(1, end)..];
        }
    }

    private static bool IsWordOfNumbers(ReadOnlySpan<byte> word)
    {
        foreach (var one in Words)
            if (Ascii.EqualsIgnoreCase(word, one)) return true;
        return false;
    }

    // Where the prefix is 0 or nothing, the next digit isn't 0.
    private static int PrefixLength(ReadOnlySpan<byte> digits, bool international)
    {
        if (international)
            return CountryCode.Length(digits);
        if (digits.IsEmpty || digits[0] != '0')
            return 0;
        return digits.Length > 1 && digits[1] == '0' ? 2 + CountryCode.Length(digits[2..]) : 1;
    }
}
