using System.Numerics;

namespace CiAnon.Discovery;

/// <summary>
/// What was seen of a column: some of its values, and counts over all that passed. Bounded, whatever passes; the same values in the
/// same order give the same sample.
/// </summary>
public sealed class ColumnSample
{
    /// <summary>Values that are kept.</summary>
    public const int Capacity = 200;

    /// <summary>Bytes of a value that are kept.</summary>
    public const int LongestValue = 2048;

    /// <summary>Bytes of a word that comes again and again.</summary>
    private const int LongestWord = 40;

    private const int MostWords = 20;

    private const int Bits = 1 << 15;

    private readonly List<byte[]> _values = new(Capacity);
    private readonly List<byte[]> _words = [];
    private readonly ulong[] _seen = new ulong[Bits / 64];
    private ulong _random = 1;

    /// <summary>Evenly drawn from all that passed, long ones cut.</summary>
    public IReadOnlyList<byte[]> Values => _values;

    /// <summary>Different short values, as they came first: all of them where <see cref="IsEnumLike"/>, however rare.</summary>
    public IReadOnlyList<byte[]> Words => _words;

    /// <summary>How many passed; NULL and empty ones don't.</summary>
    public long Count { get; private set; }

    public int MaxLength { get; private set; }

    /// <summary>Values without a single digit.</summary>
    public long WithoutDigit { get; private set; }

    /// <summary>Different values among all that passed, estimated (linear counting); close to exact below a thousand.</summary>
    public int Distinct
    {
        get
        {
            var used = _seen.Sum(word => BitOperations.PopCount(word));
            return used == Bits ? int.MaxValue : (int)Math.Round(-Bits * Math.Log(1 - (double)used / Bits));
        }
    }

    /// <summary>For people: how few words come again and again.</summary>
    public string Again => Distinct == 1 ? "one value comes again and again" : $"{Distinct} different values come again and again";

    /// <summary>A handful of words that come again and again.</summary>
    public bool IsEnumLike => Count >= 30 && Distinct <= Math.Min(MostWords, Count / 5) && MaxLength <= LongestWord;

    public void Add(ReadOnlySpan<byte> value)
    {
        Count++;
        MaxLength = Math.Max(MaxLength, value.Length);
        if (!value.ContainsAnyInRange((byte)'0', (byte)'9')) WithoutDigit++;
        var hash = Mix(Fnv(value));
        ref var seen = ref _seen[(int)(hash % Bits) / 64];
        var bit = 1UL << (int)(hash % 64);
        if ((seen & bit) == 0 && value.Length <= LongestWord && _words.Count <= MostWords) _words.Add(Kept(value));
        seen |= bit;

        // Algorithm R (Vitter 1985): every value has the same chance to stay.
        if (_values.Count < Capacity)
        {
            _values.Add(Kept(value));
            return;
        }
        _random += 0x9E3779B97F4A7C15;
        var place = Mix(_random) % (ulong)Count;
        if (place < Capacity) _values[(int)place] = Kept(value);
    }

    /// <summary>How many of the kept values fulfil a condition, 0 to 1.</summary>
    public double Share(Func<byte[], bool> condition) => _values.Count == 0 ? 0 : (double)_values.Count(condition) / _values.Count;

    private static byte[] Kept(ReadOnlySpan<byte> value) => value[..Math.Min(value.Length, LongestValue)].ToArray();

    private static ulong Fnv(ReadOnlySpan<byte> value)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var one in value) hash = (hash ^ one) * 0x100000001b3UL;
        return hash;
    }

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
