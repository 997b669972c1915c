using System.Runtime.Intrinsics;

namespace CiAnon.Keys;

/// <summary>
/// A keyed permutation of all strings of one length over some numerals, the decimal digits mostly, that consists of a single cycle, so that no string is its own
/// image: FF1⁻¹(FF1(x) + 1). Because there is one cycle only, stepping on until the result lies in an interval is a
/// permutation of that interval ("cycle walking"), again without fixed points when the interval has two members.
/// </summary>
internal sealed class DigitCycle
{
    /// <summary>The longest string of decimal digits: both halves must fit <see cref="Ff1"/>.</summary>
    public const int Longest = 36;

    private readonly Ff1? _permutation;
    private readonly byte[] _successors = [];

    /// <param name="aes">The block cipher with the domain's key.</param>
    /// <param name="length">1 to <see cref="Longest"/> decimal digits; of another radix two at least, and as many as <see cref="Ff1"/> takes.</param>
    /// <param name="radix">Any that <see cref="Ff1"/> takes.</param>
    public DigitCycle(AesBlock aes, int length, int radix = 10)
    {
        HalfB = (length + 1) / 2;
        if (length > 1)
            _permutation = new Ff1(aes, radix, length, []);
        else
            _successors = SingleDigits(aes);
    }

    /// <summary>How many of the digits belong to B, the second half.</summary>
    public int HalfB { get; }

    /// <summary>
    /// Moves the string (A, B) to its image among the strings from <paramref name="low"/> to <paramref name="high"/>, of
    /// which it is one.
    /// </summary>
    public void Step(ref ulong a, ref ulong b, in (ulong A, ulong B) low, in (ulong A, ulong B) high)
    {
        if (_permutation is null)
        {
            do
                b = _successors[b];
            while (b < low.B || b > high.B);
            return;
        }
        var (cycleA, cycleB) = _permutation.EncryptStepDecrypt(ref a, ref b, back: false);
        while (IsOutside(a, b, low, high))
        {
            if (++cycleB == _permutation.SizeB)
            {
                cycleB = 0;
                if (++cycleA == _permutation.SizeA) cycleA = 0;
            }
            (a, b) = (cycleA, cycleB);
            _permutation.Decrypt(ref a, ref b);
        }
    }

    /// <summary>Takes back what <see cref="Step"/> did within the same bounds; of two numerals at least.</summary>
    public void StepBack(ref ulong a, ref ulong b, in (ulong A, ulong B) low, in (ulong A, ulong B) high)
    {
        var permutation = _permutation ?? throw new InvalidOperationException("a single digit is no string");
        var (cycleA, cycleB) = permutation.EncryptStepDecrypt(ref a, ref b, back: true);
        while (IsOutside(a, b, low, high))
        {
            if (cycleB-- == 0)
            {
                cycleB = permutation.SizeB - 1;
                cycleA = (cycleA == 0 ? permutation.SizeA : cycleA) - 1;
            }
            (a, b) = (cycleA, cycleB);
            permutation.Decrypt(ref a, ref b);
        }
    }

    /// <summary>How many values the halves have; null of a single digit.</summary>
    public (ulong A, ulong B)? Sizes => _permutation is { } permutation ? (permutation.SizeA, permutation.SizeB) : null;

    private static bool IsOutside(ulong a, ulong b, in (ulong A, ulong B) low, in (ulong A, ulong B) high) =>
        a < low.A || (a == low.A && b < low.B) || a > high.A || (a == high.A && b > high.B);

    // Sattolo's algorithm: a random cyclic permutation. FF1 over one digit would be a mere rotation.
    private static byte[] SingleDigits(AesBlock aes)
    {
        byte[] successors = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (var i = successors.Length - 1; i > 0; i--)
        {
            var random = aes.Encrypt(Vector128.Create((byte)0xff, (byte)i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).AsUInt64()[0];
            var j = (int)(random % (ulong)i);
            (successors[i], successors[j]) = (successors[j], successors[i]);
        }
        return successors;
    }
}
