namespace CiAnon.Strategies.People;

/// <summary>The lengths of country codes by their first digits (ITU-T E.164, list of assigned codes).</summary>
internal static class CountryCode
{
    // Two-digit codes by first digit; all other second digits open a code of three digits.
    private static readonly string[] TwoDigits = ["", "", "07", "0123469", "013456789", "12345678", "0123456", "", "1246", "0123458"];

    /// <summary>1 to 3, or 1 for a leading 0, which opens no code.</summary>
    public static int Length(ReadOnlySpan<byte> digits)
    {
        if (digits.Length < 2 || digits[0] is (byte)'0' or (byte)'1' or (byte)'7')
            return 1;
        return TwoDigits[digits[0] - '0'].Contains((char)digits[1]) ? 2 : 3;
    }
}
