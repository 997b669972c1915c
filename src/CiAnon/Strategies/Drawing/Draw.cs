namespace CiAnon.Strategies.Drawing;

/// <summary>Uniform choices from a keyed hash.</summary>
internal static class Draw
{
    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public static int Index(ulong hash, int count) => (int)Math.BigMul(hash, (ulong)count, out _);

    /// <summary>
    /// A number from <paramref name="low"/> to <paramref name="high"/>, never <paramref name="except"/> unless it is the
    /// only one.
    /// </summary>
    public static Int128 Between(UInt128 hash, Int128 low, Int128 high, Int128 except)
    {
        if (except < low || except > high)
            return low + Index(hash, high - low + 1);
        if (low == high)
            return low;
        var result = low + Index(hash, high - low);
        return result >= except ? result + 1 : result;
    }

    private static Int128 Index(UInt128 hash, Int128 count) =>
        count <= long.MaxValue ? (Int128)Math.BigMul((ulong)hash, (ulong)count, out _) : (Int128)(hash % (UInt128)count);
}
