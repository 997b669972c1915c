using static CiAnon.Recognition.Numbers.CheckDigits;

namespace CiAnon.Recognition.Numbers;

/// <summary>Dates that a living person may be born on.</summary>
internal static class BirthDate
{
    public static readonly string[] Layouts =
    [
        "?9999-99-99", "?99.99.9999", "?99/99/9999", "?99-99-9999", "?9.9.9999", "?99.9.9999", "?9.99.9999", "?9/9/9999", "?99/9/9999", "?9/99/9999", "?9999/99/99",
        "?9999-99-99T99:99:99", "?9999-99-99T99:99:99Z", "?9999-99-99T99:99:99.999Z", "?9999-99-99 99:99:99",
    ];

    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        // With a time the date stands first; with fewer than eight digits, the year stands last.
        if (digits.Length > 8) digits = digits[..8];
        if (digits.Length == 8 && IsYear(digits[..4]) && IsDate(Number(digits[6..]), Number(digits[4..6]))) return true;
        if (!IsYear(digits[^4..])) return false;
        if (digits.Length < 8) return digits[0] != '0';
        return IsDate(Number(digits[..2]), Number(digits[2..4])) || IsDate(Number(digits[2..4]), Number(digits[..2]));
    }

    private static bool IsYear(ReadOnlySpan<byte> digits) => Number(digits) is >= 1900 and <= 2099;
}
