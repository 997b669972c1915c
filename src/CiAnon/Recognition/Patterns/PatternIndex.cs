using System.Runtime.CompilerServices;
using CiAnon.Recognition.Names;
using CiAnon.Recognition.Numbers;
using CiAnon.Recognition.Tokens;

namespace CiAnon.Recognition.Patterns;

/// <summary>Which recognizers look at a value: by the bytes it has, its length, and how its words with digits begin.</summary>
internal sealed class PatternIndex
{
    private static readonly byte[] Classes = BuildClasses();

    private static readonly BehindDigits[] AllBehind = Enum.GetValues<BehindDigits>();

    private static readonly ConditionalWeakTable<IReadOnlyList<Recognizer>, PatternIndex> Built = [];

    private readonly ulong[] _starts = new ulong[(NumberRecognizer.MostLetters + 1) * (NumberRecognizer.MostDigits + 1) * AllBehind.Length];
    private readonly List<(Recognizer Recognizer, int Index, ByteClasses Needs, int Shortest)> _others = [];

    private PatternIndex(IReadOnlyList<Recognizer> recognizers)
    {
        if (recognizers.Count > 64) throw new ArgumentException("a mask of 64 bits has no room for them", nameof(recognizers));
        All = recognizers;
        Numbers = [.. recognizers.Select(recognizer => recognizer as NumberRecognizer)];
        for (var i = 0; i < recognizers.Count; i++)
        {
            if (Numbers[i] is { } number) Add(number, i);
            else _others.Add((recognizers[i], i, Needs(recognizers[i]), Shortest(recognizers[i])));
        }
        Others = [.. _others];
    }

    public IReadOnlyList<Recognizer> All { get; }

    /// <summary>By index; null for those that aren't about numbers.</summary>
    public NumberRecognizer?[] Numbers { get; }

    public (Recognizer Recognizer, int Index, ByteClasses Needs, int Shortest)[] Others { get; }

    /// <summary>The recognizers, as bits, of a word that begins so.</summary>
    public ulong Of(int letters, int digits, BehindDigits behind) => _starts[At(letters, digits, behind)];

    /// <summary>Recognizers, as bits, that judge for themselves what stands before.</summary>
    public ulong TakeAnyStart { get; private set; }

    /// <summary>Built once per list: it costs more than the search of a small table.</summary>
    public static PatternIndex For(IReadOnlyList<Recognizer> recognizers) => Built.GetValue(recognizers, static all => new PatternIndex(all));

    public static ByteClasses ClassesOf(ReadOnlySpan<byte> value)
    {
        var classes = Classes;
        var all = 0;
        foreach (var one in value) all |= classes[one];
        return (ByteClasses)all;
    }

    private void Add(NumberRecognizer number, int index)
    {
        if (number.TakesAnyStart) TakeAnyStart |= 1UL << index;
        for (var letters = 0; letters <= NumberRecognizer.MostLetters; letters++)
        {
            for (var digits = 1; digits <= NumberRecognizer.MostDigits; digits++)
            {
                foreach (var behind in AllBehind)
                {
                    if (number.CanStart(letters, digits, behind)) _starts[At(letters, digits, behind)] |= 1UL << index;
                }
            }
        }
    }

    private static int At(int letters, int digits, BehindDigits behind) =>
        (letters * (NumberRecognizer.MostDigits + 1) + digits) * AllBehind.Length + (int)behind;

    private static ByteClasses Needs(Recognizer recognizer) => recognizer switch
    {
        EmailRecognizer => ByteClasses.At,
        NameRecognizer => ByteClasses.None,
        PrivateKeyRecognizer => ByteClasses.Dash | ByteClasses.Capital,
        TokenRecognizer => ByteClasses.Digit,
        PasswordHashRecognizer => ByteClasses.Dollar | ByteClasses.Digit,
        CredentialRecognizer => ByteClasses.None,
        _ => ByteClasses.None,
    };

    private static int Shortest(Recognizer recognizer) => recognizer switch
    {
        PrivateKeyRecognizer => 30,
        TokenRecognizer => LongTokens.Shortest,
        PasswordHashRecognizer => 26,
        CredentialRecognizer => 12,
        _ => 2,
    };

    private static byte[] BuildClasses()
    {
        var classes = new byte[256];
        for (var one = 0; one < 256; one++)
        {
            classes[one] = (byte)((byte)one switch
            {
                >= (byte)'0' and <= (byte)'9' => ByteClasses.Digit,
                >= (byte)'A' and <= (byte)'Z' or >= 0xC3 and <= 0xD0 => ByteClasses.Capital,
                >= (byte)'a' and <= (byte)'z' => ByteClasses.Lower,
                (byte)'@' or (byte)'%' => ByteClasses.At,
                (byte)'$' => ByteClasses.Dollar,
                (byte)':' => ByteClasses.Colon,
                (byte)'-' => ByteClasses.Dash,
                (byte)'=' => ByteClasses.Equal,
                _ => ByteClasses.None,
            });
        }
        return classes;
    }
}
