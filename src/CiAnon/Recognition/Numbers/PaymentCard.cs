namespace CiAnon.Recognition.Numbers;

/// <summary>Issuer prefixes (ISO/IEC 7812) with their lengths, and Luhn.</summary>
internal static class PaymentCard
{
    // First four digits from, to, number of digits. Visa's 13 digits are long gone and would meet a tenth of all EAN codes that begin with 4.
    private static readonly (int From, int To, int Length)[] Issuers =
    [
        (4000, 4999, 16), (5100, 5599, 16), (2221, 2720, 16), (3400, 3499, 15), (3700, 3799, 15), (3000, 3059, 14), (3600, 3699, 14), (3800, 3999, 14),
        (6011, 6011, 16), (6440, 6599, 16), (3528, 3589, 16), (6200, 6299, 16), (5018, 5018, 16), (5020, 5020, 16), (5038, 5038, 16), (6304, 6304, 16), (6759, 6763, 16),
    ];

    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        var prefix = (int)CheckDigits.Number(digits[..4]);
        foreach (var (from, to, length) in Issuers)
        {
            if (prefix >= from && prefix <= to && digits.Length == length) return !CheckDigits.AllSame(digits) && CheckDigits.Luhn(digits);
        }
        return false;
    }
}
