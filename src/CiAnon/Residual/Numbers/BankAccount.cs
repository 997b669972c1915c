namespace CiAnon.Residual.Numbers;

/// <summary>The account inside of an IBAN (ISO 13616): all behind country and check digits, as it was written before there were IBANs.</summary>
internal static class BankAccount
{
    /// <summary>Digits of a German bank code.</summary>
    public const int BankCodeDigits = 8;

    /// <summary>Digits of the shortest account with its bank that is looked for.</summary>
    public const int FewestDigits = 11;

    /// <summary>Digits of the longest German account number, and of the shortest that is looked for.</summary>
    public const int MostAccountDigits = 10;

    public const int FewestAccountDigits = 4;

    private const int Front = 4;
    private const int Longest = 34;

    /// <param name="iban">Folded.</param>
    /// <returns>Bank and account; empty when it is no IBAN.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> iban)
    {
        if (iban.Length is < Front + FewestDigits or > Longest || !char.IsAsciiLetterLower((char)iban[0]) || !char.IsAsciiLetterLower((char)iban[1])) return default;
        return char.IsAsciiDigit((char)iban[2]) && char.IsAsciiDigit((char)iban[3]) ? iban[Front..] : default;
    }

    /// <summary>Of a German IBAN, bank code and account without the zeros before it: 12030000 202051.</summary>
    public static bool TryShort(ReadOnlySpan<byte> iban, out DigitNumber number)
    {
        number = default;
        if (!iban.StartsWith("de"u8) || iban.Length != Front + BankCodeDigits + MostAccountDigits) return false;
        if (!DigitRun.TryRead(iban.Slice(Front, BankCodeDigits), out var bank) || !DigitRun.TryRead(iban[(Front + BankCodeDigits)..], out var account)) return false;
        number = Join(bank, account);
        return number.Length >= BankCodeDigits + FewestAccountDigits;
    }

    public static DigitNumber Join(ulong bank, ulong account)
    {
        var digits = DigitNumber.Of(account);
        return DigitNumber.Of(bank * DigitNumber.Powers[digits.Length] + account);
    }
}
