namespace CiAnon.Residual.Numbers;

/// <summary>
/// How densely the originals fill the numbers of a length: of a million phone numbers some equal some order numbers by chance. Counted
/// by length and first three digits, because area codes crowd.
/// </summary>
internal sealed class NumberDensity
{
    private const int Leading = 3;
    private const int Buckets = 1000;

    private readonly long[] _counts = new long[(DigitNumber.Most + 1) * Buckets];
    private int _lengths;

    public bool Any => _lengths != 0;

    public void Add(DigitNumber number)
    {
        Interlocked.Increment(ref _counts[Bucket(number)]);
        Interlocked.Or(ref _lengths, 1 << number.Length);
    }

    /// <summary>Counts what another counted, of which this is a part.</summary>
    public void Add(NumberDensity other)
    {
        for (var bucket = 0; bucket < _counts.Length; bucket++) _counts[bucket] = Math.Max(_counts[bucket], other._counts[bucket]);
        _lengths |= other._lengths;
    }

    public bool HasLength(int length) => (_lengths >> length & 1) != 0;

    /// <summary>The probability that a number with these first digits is one of the originals by chance.</summary>
    public double Of(DigitNumber number) => _counts[Bucket(number)] / (double)DigitNumber.Powers[number.Length - Leading];

    private static int Bucket(DigitNumber number) => number.Length * Buckets + (int)(number.Value / DigitNumber.Powers[number.Length - Leading]);
}
