namespace CiAnon.Dumps.Compressing;

/// <summary>The checksum of bytes whose two parts have been summed each for itself.</summary>
internal static class JoinedChecksum
{
    // The largest prime below 65 536: RFC 1950, 8.2.
    private const uint AdlerModulus = 65521;

    // x^32 + … + 1, the lowest power in the highest bit: RFC 1952, 8.
    private const uint CrcPolynomial = 0xedb88320;

    /// <summary>The first part's sums go on through <paramref name="count"/> bytes more, and the second's began at 1.</summary>
    public static uint Adler32(uint first, uint second, long count)
    {
        var (a, b) = (first & 0xffff, first >> 16);
        var sum = (a + (second & 0xffff) + AdlerModulus - 1) % AdlerModulus;
        var sumOfSums = (b + (second >> 16) + (ulong)(count % AdlerModulus) * (a + AdlerModulus - 1)) % AdlerModulus;
        return (uint)sumOfSums << 16 | sum;
    }

    /// <summary>The first part's remainder is multiplied by x^8 for each byte behind it.</summary>
    public static uint Crc32(uint first, uint second, long count)
    {
        // x^8.
        var (power, factor) = (0x0080_0000u, 0x8000_0000u);
        for (; count > 0; count >>= 1)
        {
            if ((count & 1) != 0) factor = Multiply(factor, power);
            power = Multiply(power, power);
        }
        return Multiply(factor, first) ^ second;
    }

    // Of two polynomials, modulo the one above.
    private static uint Multiply(uint one, uint other)
    {
        var product = 0u;
        for (; one != 0; one <<= 1)
        {
            if ((one & 0x8000_0000) != 0) product ^= other;
            other = (other & 1) != 0 ? other >> 1 ^ CrcPolynomial : other >> 1;
        }
        return product;
    }
}
