namespace CiAnon.Residual.Encodings;

/// <summary>Numbers in hex digits, of either case.</summary>
internal static class HexDigit
{
    public static bool TryRead(ReadOnlySpan<byte> text, int digits, out int value)
    {
        value = 0;
        if (text.Length < digits) return false;
        foreach (var character in text[..digits])
        {
            if (!char.IsAsciiHexDigit((char)character)) return false;
            value = value * 16 + (character <= '9' ? character - '0' : (character | 32) - 'a' + 10);
        }
        return true;
    }
}
