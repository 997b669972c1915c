using System.Buffers;

namespace CiAnon.Residual.Encodings;

/// <summary>Decodes base32 (RFC 4648, section 6), in upper or lower case.</summary>
internal static class Base32Text
{
    private const int BitsPerCharacter = 5;

    private static readonly SearchValues<byte> Upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"u8);
    private static readonly SearchValues<byte> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567"u8);

    public static bool MayBe(ReadOnlySpan<byte> token) => token.Length >= TokenText.Shortest && (!token.ContainsAnyExcept(Upper) || !token.ContainsAnyExcept(Lower));

    /// <summary>The bytes of a token that may be base32; bits that are left over are none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> token, DecodedLevel level)
    {
        var target = level.Room(token.Length);
        var (written, bits, left) = (0, 0, 0);
        foreach (var character in token)
        {
            bits = (bits << BitsPerCharacter | (character <= '7' ? character - '2' + 26 : (character | 32) - 'a')) & 0xfff;
            left += BitsPerCharacter;
            if (left < 8) continue;
            left -= 8;
            target[written++] = (byte)(bits >> left);
        }
        return target[..written];
    }
}
