namespace CiAnon.Strategies.Numbers;

/// <summary>A decimal number as text: an integer of up to 36 digits and where its point stands.</summary>
internal static class NumberText
{
    private static readonly Int128[] Powers = MakePowers();

    /// <summary>10 to the power of 0 to 38.</summary>
    public static Int128 Power(int exponent) => Powers[exponent];

    /// <summary>Reads <c>-12.50</c> as -1250 and 2 decimals; false for exponents, words and more than 36 digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Int128 number, out int decimals)
    {
        (number, decimals) = (0, 0);
        var negative = text.StartsWith("-"u8);
        if (negative)
            text = text[1..];
        var point = text.IndexOf((byte)'.');
        var digits = text.Length - (point >= 0 ? 1 : 0);
        if (digits is 0 or > NumberLimits.MostDigits)
            return false;
        // The first 18 digits in a register: hardly a number has more.
        long small = 0;
        var read = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == point)
                continue;
            if (text[i] is < (byte)'0' or > (byte)'9')
                return false;
            if (++read <= 18)
                small = small * 10 + (text[i] - '0');
            else
                number = (read == 19 ? small : number) * 10 + (text[i] - '0');
        }
        if (read <= 18)
            number = small;
        decimals = point < 0 ? 0 : text.Length - point - 1;
        number = negative ? -number : number;
        return true;
    }

    public static void Append(MaskOutput output, Int128 number, int decimals)
    {
        Span<byte> text = stackalloc byte[48];
        var next = text.Length;
        var rest = number < 0 ? (UInt128)(-number) : (UInt128)number;
        for (var digit = 0; rest != 0 || digit <= decimals; digit++)
        {
            if (digit == decimals && decimals > 0)
                text[--next] = (byte)'.';
            ulong one;
            if (rest <= ulong.MaxValue)
            {
                (var quotient, one) = Math.DivRem((ulong)rest, 10);
                rest = quotient;
            }
            else
            {
                (rest, var remainder) = UInt128.DivRem(rest, 10);
                one = (ulong)remainder;
            }
            text[--next] = (byte)('0' + one);
        }
        if (number < 0)
            text[--next] = (byte)'-';
        output.Append(text[next..]);
    }

    private static Int128[] MakePowers()
    {
        var powers = new Int128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
