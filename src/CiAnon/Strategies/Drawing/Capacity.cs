namespace CiAnon.Strategies.Drawing;

/// <summary>How many pseudonyms are enough: the birthday bound n²/2m on a collision of n random ones among m.</summary>
public static class Capacity
{
    /// <summary>The highest probability of a collision that a unique column is given.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>
    /// An upper bound of the probability that <paramref name="values"/> random hexadecimal numbers of that many digits
    /// aren't all distinct.
    /// </summary>
    public static double CollisionProbability(long values, int hexDigits) =>
        Math.Min(1, (double)values * values / 2 / Math.Pow(16, hexDigits));

    /// <summary>The fewest hexadecimal digits that keep so many values apart, but for <see cref="Tolerance"/>.</summary>
    public static int HexDigits(long values)
    {
        var digits = 1;
        while (CollisionProbability(values, digits) >= Tolerance)
            digits++;
        return digits;
    }
}
