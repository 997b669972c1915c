namespace CiAnon.Residual.Encodings;

/// <summary>What bytes from 0x80 on mean in old Western texts.</summary>
internal static class Windows1252
{
    // 0x80 to 0x9f; those that mean nothing stay what they are.
    private const string Low = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static char Character(byte value) => value is >= 0x80 and < 0xa0 ? Low[value - 0x80] : (char)value;

    /// <summary>The byte that means a character; false where none does.</summary>
    public static bool TryByte(int character, out byte value)
    {
        var low = character is > 0 and < 0x10000 ? Low.IndexOf((char)character, StringComparison.Ordinal) : -1;
        value = (byte)(low >= 0 ? 0x80 + low : character);
        return low >= 0 || character is >= 0xa0 and <= 0xff;
    }
}
