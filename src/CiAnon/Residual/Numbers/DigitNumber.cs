using System.Runtime.InteropServices;
using CiAnon.Strategies.People;

namespace CiAnon.Residual.Numbers;

/// <summary>
/// A number as people write it, without its leading zeros: 0170 1234567 and 170 1234567 are one. What calls abroad (+, 00, or so many
/// digits that it may) has a second reading without its country code, so that +49 170 1234567 and 0170 1234567 meet.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DigitNumber(ulong Value, int Length)
{
    /// <summary>Fewer digits say too little of anybody.</summary>
    public const int Least = 7;

    /// <summary>Ids are numbers too: in columns of numbers only those long enough to be a person's.</summary>
    public const int LeastInNumbers = 9;

    /// <summary>Most digits that are read as a number; longer ones are text.</summary>
    public const int Most = 19;

    private const int MayBeInternational = 11;

    public static readonly ulong[] Powers = [.. Enumerable.Range(0, Most + 1).Select(exponent => (ulong)Math.Pow(10, Math.Min(exponent, 15)) * (ulong)Math.Pow(10, Math.Max(0, exponent - 15)))];

    public static DigitNumber Of(ulong value) => new(value, LengthOf(value));

    /// <summary>The number behind the country code, or one too short to be looked for.</summary>
    public DigitNumber National(bool international)
    {
        if (!international && Length < MayBeInternational || Length < Least) return default;
        Span<byte> first = [(byte)('0' + Value / Powers[Length - 1]), (byte)('0' + Value / Powers[Length - 2] % 10)];
        return Of(Value % Powers[Length - CountryCode.Length(first)]);
    }

    private static int LengthOf(ulong value)
    {
        var length = 1;
        while (length < Most && value >= Powers[length]) length++;
        return length;
    }
}
