namespace CiAnon.Keys;

/// <summary>
/// A keyed permutation of strings over an alphabet, without fixed points (<see cref="DigitCycle"/>), and the way back. Strings that are too
/// long for one FF1 are taken in equal parts. No allocation per string.
/// </summary>
public sealed class NumeralPermutation
{
    /// <summary>NIST's bound for FF1: no fewer strings of a length.</summary>
    private const double FewestStrings = 1_000_000;

    private readonly int _radix;
    private readonly DigitCycle[] _cycles;

    /// <param name="aes">The block cipher with its key.</param>
    /// <param name="radix">Numerals of the alphabet: 10 to 256.</param>
    public NumeralPermutation(AesBlock aes, int radix)
    {
        _radix = radix;
        Shortest = (int)Math.Ceiling(Math.Log(FewestStrings) / Math.Log(radix) - 1e-9);
        Longest = 2 * (int)Math.Floor(63 * Math.Log(2) / Math.Log(radix) - 1e-9);
        _cycles = [.. Enumerable.Range(Shortest, Longest - Shortest + 1).Select(length => new DigitCycle(aes, length, radix))];
    }

    /// <summary>The fewest numerals that FF1 may take: <c>radix^length</c> reaches a million.</summary>
    public int Shortest { get; }

    /// <summary>The most numerals that are permuted as one.</summary>
    public int Longest { get; }

    /// <summary>Replaces numerals, 0 to the radix less 1, by their image or, <paramref name="back"/>, by what they are the image of.</summary>
    /// <param name="numerals">No fewer than <see cref="Shortest"/>.</param>
    public void Apply(Span<byte> numerals, bool back)
    {
        for (var parts = (numerals.Length + Longest - 1) / Longest; parts > 0; parts--)
        {
            var length = numerals.Length / parts;
            ApplyToPart(numerals[..length], back);
            numerals = numerals[length..];
        }
    }

    private void ApplyToPart(Span<byte> numerals, bool back)
    {
        var cycle = _cycles[numerals.Length - Shortest];
        var (sizeA, sizeB) = cycle.Sizes!.Value;
        var left = numerals.Length - cycle.HalfB;
        var (a, b) = (Read(numerals[..left]), Read(numerals[left..]));
        if (back) cycle.StepBack(ref a, ref b, (0, 0), (sizeA - 1, sizeB - 1));
        else cycle.Step(ref a, ref b, (0, 0), (sizeA - 1, sizeB - 1));
        Write(a, numerals[..left]);
        Write(b, numerals[left..]);
    }

    private ulong Read(ReadOnlySpan<byte> numerals)
    {
        ulong number = 0;
        foreach (var numeral in numerals) number = number * (uint)_radix + numeral;
        return number;
    }

    private void Write(ulong number, Span<byte> numerals)
    {
        for (var i = numerals.Length - 1; i >= 0; i--)
        {
            (number, var numeral) = Math.DivRem(number, (uint)_radix);
            numerals[i] = (byte)numeral;
        }
    }
}
