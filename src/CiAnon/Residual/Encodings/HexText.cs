using System.Buffers;

namespace CiAnon.Residual.Encodings;

/// <summary>Decodes hex digits.</summary>
internal static class HexText
{
    private static readonly SearchValues<byte> All = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>The digits of a token that is hex, without its <c>x</c> or <c>0x</c>; empty when it isn't.</summary>
    public static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> token)
    {
        if (token[0] == 'x') token = token[1..];
        else if (token.StartsWith("0x"u8)) token = token[2..];
        if (!AreDigits(token)) return default;
        return token.Length % 2 == 0 ? token : token[..^1];
    }

    public static bool AreDigits(ReadOnlySpan<byte> token) => !token.ContainsAnyExcept(All);

    /// <summary>The bytes up to the first pair that is no hex.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> digits, DecodedLevel level)
    {
        var target = level.Room(digits.Length / 2 + 1);
        _ = Convert.FromHexString(digits[..(digits.Length & ~1)], target, out _, out var written);
        return target[..written];
    }
}
