namespace CiAnon.Verification.Residual;

/// <summary>Decodes hex digits.</summary>
internal static class HexText
{
    /// <summary>The digits of a token that is hex, without its <c>x</c> or <c>0x</c>; empty when it isn't.</summary>
    public static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> token)
    {
        if (token[0] == 'x') token = token[1..];
        else if (token.StartsWith("0x"u8)) token = token[2..];
        foreach (var character in token)
        {
            if (!char.IsAsciiHexDigit((char)character)) return default;
        }
        return token.Length % 2 == 0 ? token : token[..^1];
    }

    /// <summary>The bytes up to the first pair that is no hex.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> digits, DecodedLevel level)
    {
        var target = level.Room(digits.Length / 2 + 1);
        _ = Convert.FromHexString(digits[..(digits.Length & ~1)], target, out _, out var written);
        return target[..written];
    }
}
