namespace CiAnon.Strategies.Drawing;

/// <summary>Hexadecimal digits, lower case, as bytes.</summary>
internal static class HexText
{
    /// <summary>Appends the lowest <paramref name="digits"/> digits, at most 32.</summary>
    public static void Append(MaskOutput output, UInt128 number, int digits)
    {
        var text = output.Reserve(digits);
        for (var i = 0; i < digits; i++)
        {
            text[i] = "0123456789abcdef"u8[(int)((ulong)number & 0xf)];
            number >>= 4;
        }
        output.Advance(digits);
    }
}
