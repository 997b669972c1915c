using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace CiAnon.Keys;

/// <summary>
/// FF1 of NIST SP 800-38G for strings of one length under one tweak: a permutation of [0, radix^length). A string is
/// given as its two halves, A (the first length/2 numerals) and B (the rest), each as a number. No allocation per value.
/// NIST wants radix^length to be at least 1,000,000; shorter strings are permuted alike, but outside NIST's bound.
/// </summary>
public sealed class Ff1
{
    private const int Rounds = 10;

    // Round functions of halves up to this are remembered: up to a megabyte, where it is used, instead of an AES each.
    private const ulong MostRemembered = 1 << 16;

    private readonly AesBlock _aes;
    private readonly Vector128<byte> _prefix;
    private readonly ulong _lastHigh;
    private readonly ulong _lastLow;
    private readonly int _numberBytes;
    private readonly bool _wide;
    private readonly bool _remembers;
    private readonly ulong _reciprocalA;
    private readonly ulong _reciprocalB;

    // Results plus one; 0 where none is known. Several threads write the same.
    private ushort[]? _results;

    /// <param name="aes">The block cipher with its key.</param>
    /// <param name="radix">2 to 65536.</param>
    /// <param name="length">At least 2 numerals; radix^⌈length/2⌉ must be below 2^63 (36 decimal digits).</param>
    /// <param name="tweak">Any bytes, not secret.</param>
    public Ff1(AesBlock aes, int radix, int length, ReadOnlySpan<byte> tweak)
        : this(aes, radix, length, tweak, MostRemembered)
    {
    }

    internal Ff1(AesBlock aes, int radix, int length, ReadOnlySpan<byte> tweak, ulong mostRemembered)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radix, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radix, 65536);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        _aes = aes;
        var left = length / 2;
        SizeA = Power(radix, left);
        SizeB = Power(radix, length - left);
        _numberBytes = (BitOperations.Log2(SizeB - 1) + 8) / 8;
        _wide = _numberBytes > 4;
        _remembers = SizeB <= mostRemembered;
        _reciprocalA = (ulong)((UInt128.One << 64) / SizeA);
        _reciprocalB = (ulong)((UInt128.One << 64) / SizeB);

        Span<byte> block = stackalloc byte[16];
        block[0] = 1;
        block[1] = 2;
        block[2] = 1;
        block[3] = (byte)(radix >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(block[4..], (ushort)radix);
        block[6] = Rounds;
        block[7] = (byte)left;
        BinaryPrimitives.WriteInt32BigEndian(block[8..], length);
        BinaryPrimitives.WriteInt32BigEndian(block[12..], tweak.Length);
        var state = aes.Encrypt(Vector128.Create((ReadOnlySpan<byte>)block));

        // Only the last block of Q depends on the round and the number: everything before it is encrypted once, here.
        var q = new byte[(tweak.Length + _numberBytes + 1 + 15) / 16 * 16];
        tweak.CopyTo(q);
        for (var i = 0; i < q.Length - 16; i += 16)
            state = aes.Encrypt(state ^ Vector128.Create(q.AsSpan(i, 16)));
        _prefix = state;
        _lastHigh = BinaryPrimitives.ReadUInt64BigEndian(q.AsSpan(q.Length - 16));
        _lastLow = BinaryPrimitives.ReadUInt64BigEndian(q.AsSpan(q.Length - 8));
    }

    /// <summary>radix^⌊length/2⌋: A is smaller.</summary>
    public ulong SizeA { get; }

    /// <summary>radix^⌈length/2⌉: B is smaller.</summary>
    public ulong SizeB { get; }

    public void Encrypt(ref ulong a, ref ulong b) => Encrypt(ref a, ref b, Rounds);

    public void Decrypt(ref ulong a, ref ulong b) => Decrypt(ref a, ref b, Rounds);

    /// <summary>
    /// What <see cref="Encrypt(ref ulong, ref ulong)"/>, one more or less and <see cref="Decrypt(ref ulong, ref ulong)"/> would give, and the string between them. The last two rounds
    /// and the first two back are one: where nothing is carried into A, the last round's half stays and the half before it is one more or less, so that three rounds depend
    /// on nothing else, and seventeen on one another instead of twenty.
    /// </summary>
    public (ulong A, ulong B) EncryptStepDecrypt(ref ulong a, ref ulong b, bool back)
    {
        Encrypt(ref a, ref b, Rounds - 2);
        var beside = back ? (b == 0 ? SizeB : b) - 1 : b + 1 == SizeB ? 0 : b + 1;
        var part = Feistel(Rounds - 2, b);
        var partBeside = Feistel(Rounds - 2, beside);
        var last = Add(a, part, SizeA);
        var image = Add(b, Feistel(Rounds - 1, last), SizeB);
        if (back ? image == 0 : image + 1 == SizeB)
        {
            (a, b) = Carried(last, back);
            var carried = (a, b);
            Decrypt(ref a, ref b, Rounds);
            return carried;
        }
        (a, b) = (Subtract(last, partBeside, SizeA), beside);
        Decrypt(ref a, ref b, Rounds - 2);
        return (last, back ? image - 1 : image + 1);
    }

    private (ulong A, ulong B) Carried(ulong a, bool back) => back ? ((a == 0 ? SizeA : a) - 1, SizeB - 1) : (a + 1 == SizeA ? 0 : a + 1, 0);

    private void Encrypt(ref ulong a, ref ulong b, int rounds)
    {
        for (var round = 0; round < rounds; round++) (a, b) = (b, Add(a, Feistel(round, b), (round & 1) == 0 ? SizeA : SizeB));
    }

    private void Decrypt(ref ulong a, ref ulong b, int rounds)
    {
        for (var round = rounds - 1; round >= 0; round--) (a, b) = (Subtract(b, Feistel(round, a), (round & 1) == 0 ? SizeA : SizeB), a);
    }

    private static ulong Add(ulong a, ulong b, ulong size) => a + b >= size ? a + b - size : a + b;

    private static ulong Subtract(ulong a, ulong b, ulong size) => a >= b ? a - b : a + size - b;

    // Even rounds read a number below B and give one below A, odd ones the other way round.
    private ulong Feistel(int round, ulong number)
    {
        if (!_remembers) return Compute(round, number);
        var results = _results ??= new ushort[Rounds / 2 * (SizeA + SizeB)];
        ref var known = ref results[(ulong)(round >> 1) * (SizeA + SizeB) + ((round & 1) == 0 ? 0 : SizeB) + number];
        if (known != 0) return known - 1UL;
        var result = Compute(round, number);
        known = unchecked((ushort)(result + 1));
        return result;
    }

    /// <summary>The round function: steps 6.i to 6.vi of SP 800-38G, algorithm 7.</summary>
    private ulong Compute(int round, ulong number)
    {
        var high = _lastHigh;
        var low = _lastLow | number;
        if (_numberBytes < 8)
            low |= (ulong)(uint)round << (8 * _numberBytes);
        else
            high |= (uint)round;

        var last = Vector128.Create(BinaryPrimitives.ReverseEndianness(high), BinaryPrimitives.ReverseEndianness(low)).AsByte();
        var result = _aes.Encrypt(_prefix ^ last).AsUInt64();
        var first = BinaryPrimitives.ReverseEndianness(result[0]);
        var (size, reciprocal) = (round & 1) == 0 ? (SizeA, _reciprocalA) : (SizeB, _reciprocalB);
        if (!_wide)
        {
            // The quotient, or one less.
            var rest = first - Math.BigMul(first, reciprocal, out _) * size;
            return rest >= size ? rest - size : rest;
        }
        var wide = new UInt128(first >> 32, (first << 32) | (BinaryPrimitives.ReverseEndianness(result[1]) >> 32));
        return (ulong)(wide % size);
    }

    private static ulong Power(int radix, int exponent)
    {
        UInt128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= (uint)radix;
            if (power >= 1UL << 63)
                throw new ArgumentOutOfRangeException(nameof(exponent), "The string is too long: a half must stay below 2^63.");
        }
        return (ulong)power;
    }
}
