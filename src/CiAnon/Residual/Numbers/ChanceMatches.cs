namespace CiAnon.Residual.Numbers;

/// <summary>
/// Tells leaked numbers from equal ones: of a million phone numbers some are order numbers too. The numbers of a column that equal an
/// original are a leak when so many would come about by chance in fewer than one of ten thousand columns.
/// </summary>
internal static class ChanceMatches
{
    public const double Significance = 1e-4;

    // Births and other dates prefer the same weekdays and months: a little more than chance is no leak, however sure it is.
    private const double MuchMore = 1.25;

    /// <param name="found">Distinct originals found.</param>
    /// <param name="expected">The sum, over every number that was looked up, of the share of such numbers that are originals.</param>
    public static bool Explains(long found, double expected) => found == 0 || AtLeast(found, expected) >= Significance;

    /// <summary>The same where every value is known that was looked up, each once: of dates there are few enough.</summary>
    /// <param name="tried">Distinct values that could have been originals.</param>
    /// <param name="expected">The sum of their chances.</param>
    public static bool Explains(long found, long tried, double expected)
    {
        if (found < MuchMore * expected || found == 0) return true;
        // No smaller than the binomial tail (Chernoff), and equal to it where all were found.
        var (share, chance) = (found / (double)tried, expected / tried);
        var exponent = found * Math.Log(share / chance) + (found == tried ? 0 : (tried - found) * Math.Log((1 - share) / (1 - chance)));
        return Math.Exp(-exponent) >= Significance;
    }

    /// <summary>The probability of so many or more under a Poisson distribution.</summary>
    public static double AtLeast(long found, double expected)
    {
        if (found <= 0) return 1;
        if (expected <= 0) return 0;
        // Summed from the rarer side, and with a normal distribution where both would take long.
        if (expected > 10_000) return 0.5 * Complement((found - 0.5 - expected) / Math.Sqrt(2 * expected));
        if (found <= expected) return 1 - Sum(0, found - 1, expected);
        return Sum(found, found + 1000 + (long)expected, expected);
    }

    private static double Sum(long from, long to, double expected)
    {
        var logarithm = -expected;
        for (long i = 1; i <= from; i++) logarithm += Math.Log(expected / i);
        var term = Math.Exp(logarithm);
        var sum = 0.0;
        for (var i = from; i <= to; i++)
        {
            sum += term;
            term *= expected / (i + 1);
            logarithm += Math.Log(expected / (i + 1));
            if (term == 0) term = Math.Exp(logarithm);
            if (i > expected && term < sum * 1e-17) break;
        }
        return Math.Min(1, sum);
    }

    // erfc by Abramowitz and Stegun, 7.1.26: good to 1.5e-7, which is far below the significance.
    private static double Complement(double x)
    {
        var t = 1 / (1 + 0.3275911 * Math.Abs(x));
        var value = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.Exp(-x * x);
        return x >= 0 ? value : 2 - value;
    }
}
