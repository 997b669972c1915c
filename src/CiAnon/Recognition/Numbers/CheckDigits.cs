namespace CiAnon.Recognition.Numbers;

/// <summary>The published check digit algorithms that several numbers share. Characters are ASCII digits unless said otherwise.</summary>
internal static class CheckDigits
{
    private static readonly byte[,] VerhoeffProducts =
    {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 }, { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 }, { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 },
        { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 }, { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 }, { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 }, { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 },
        { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 }, { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
    };

    private static readonly byte[,] VerhoeffPermutations =
    {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 }, { 5, 8, 0, 3, 7, 9, 6, 1, 4, 2 }, { 8, 9, 1, 6, 0, 4, 3, 5, 2, 7 },
        { 9, 4, 5, 3, 1, 2, 6, 8, 7, 0 }, { 4, 2, 8, 6, 5, 7, 3, 9, 0, 1 }, { 2, 7, 9, 3, 8, 0, 6, 4, 1, 5 }, { 7, 0, 4, 6, 9, 1, 3, 2, 5, 8 },
    };

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    public static bool Luhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }
        return sum % 10 == 0;
    }

    /// <summary>Dihedral group D5; Aadhaar.</summary>
    public static bool Verhoeff(ReadOnlySpan<byte> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++) check = VerhoeffProducts[check, VerhoeffPermutations[i % 8, digits[^(i + 1)] - '0']];
        return check == 0;
    }

    /// <summary>ISO/IEC 7064, MOD 97-10: letters count as 10 to 35.</summary>
    public static int Mod97(ReadOnlySpan<byte> characters, int remainder = 0)
    {
        foreach (var one in characters)
            remainder = Bytes.IsDigit(one) ? (remainder * 10 + one - '0') % 97 : (remainder * 100 + one - 'A' + 10) % 97;
        return remainder;
    }

    /// <summary>ISO/IEC 7064, MOD 11,10.</summary>
    public static bool Mod1110(ReadOnlySpan<byte> digits)
    {
        var product = 10;
        foreach (var one in digits[..^1])
        {
            var sum = (one - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digits[^1] - '0') % 10 == 1;
    }

    /// <summary>The sum of digits times weights, as many as there are weights.</summary>
    public static int Sum(ReadOnlySpan<byte> digits, ReadOnlySpan<sbyte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    /// <summary>The number that the digits make.</summary>
    public static long Number(ReadOnlySpan<byte> digits)
    {
        long number = 0;
        foreach (var one in digits) number = number * 10 + one - '0';
        return number;
    }

    /// <summary>Day and month as two digits each; whether they can be a date, the year unknown.</summary>
    public static bool IsDate(long day, long month) => month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);

    public static bool AllSame(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept(digits[0]) < 0;
}
