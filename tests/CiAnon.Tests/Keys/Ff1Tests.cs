using CiAnon.Keys;

namespace CiAnon.Tests.Keys;

/// <summary>The nine FF1 samples that NIST publishes with SP 800-38G.</summary>
public class Ff1Tests
{
    private const string Key128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string Key192 = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F";
    private const string Key256 = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";
    private const string Tweak10 = "39383736353433323130";
    private const string Tweak11 = "3737373770717273373737";

    public static TheoryData<string, int, string, string, string> Samples => new()
    {
        { Key128, 10, "", "0123456789", "2433477484" },
        { Key128, 10, Tweak10, "0123456789", "6124200773" },
        { Key128, 36, Tweak11, "0123456789abcdefghi", "a9tv40mll9kdu509eum" },
        { Key192, 10, "", "0123456789", "2830668132" },
        { Key192, 10, Tweak10, "0123456789", "2496655549" },
        { Key192, 36, Tweak11, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr" },
        { Key256, 10, "", "0123456789", "6657667009" },
        { Key256, 10, Tweak10, "0123456789", "1001623463" },
        { Key256, 36, Tweak11, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Results_equal_NISTs_samples_with_and_without_the_processors_instructions(
        string key, int radix, string tweak, string plain, string expected)
    {
        foreach (var useInstructions in Paths())
        {
            var aes = new AesBlock(Convert.FromHexString(key), useInstructions);
            var ff1 = new Ff1(aes, radix, plain.Length, Convert.FromHexString(tweak));
            var a = Read(plain[..(plain.Length / 2)], radix);
            var b = Read(plain[(plain.Length / 2)..], radix);

            ff1.Encrypt(ref a, ref b);
            Assert.Equal(expected, Write(a, radix, plain.Length / 2) + Write(b, radix, plain.Length - plain.Length / 2));

            ff1.Decrypt(ref a, ref b);
            Assert.Equal(plain, Write(a, radix, plain.Length / 2) + Write(b, radix, plain.Length - plain.Length / 2));
        }
    }

    [Fact]
    public void Every_length_decrypts_to_what_was_encrypted_and_both_paths_agree()
    {
        const int Seed = 20261120;
        var random = new Random(Seed);
        var key = new byte[16];
        random.NextBytes(key);
        for (var length = 2; length <= 36; length++)
        {
            var ciphers = Paths().Select(path => new Ff1(new AesBlock(key, path), 10, length, [1, 2, 3])).ToList();
            for (var round = 0; round < 50; round++)
            {
                var (a, b) = ((ulong)random.NextInt64((long)ciphers[0].SizeA), (ulong)random.NextInt64((long)ciphers[0].SizeB));
                var results = ciphers.Select(cipher => Encrypt(cipher, a, b)).Distinct().ToList();
                var one = Assert.Single(results);
                ciphers[0].Decrypt(ref one.A, ref one.B);
                Assert.True(one == (a, b), $"seed {Seed}, length {length}, round {round}");
            }
        }
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(10, 6)]
    [InlineData(10, 8)]
    [InlineData(2, 5)]
    [InlineData(2, 31)]
    [InlineData(2, 32)]
    public void What_is_remembered_is_what_is_computed(int radix, int length)
    {
        var aes = new AesBlock(Convert.FromHexString(Key128));
        var (remembering, computing) = (new Ff1(aes, radix, length, []), new Ff1(aes, radix, length, [], mostRemembered: 0));
        var step = 1 + remembering.SizeB / 500;
        for (var again = 0; again < 2; again++)
            for (ulong number = 0; number < remembering.SizeA; number += step)
                Assert.Equal(Encrypt(computing, number, remembering.SizeB - 1 - number), Encrypt(remembering, number, remembering.SizeB - 1 - number));
        var (a, b) = Encrypt(remembering, 0, 1);
        remembering.Decrypt(ref a, ref b);
        Assert.Equal((0UL, 1UL), (a, b));
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(10, 5)]
    [InlineData(2, 4)]
    [InlineData(2, 33)]
    [InlineData(10, 9)]
    [InlineData(10, 36)]
    public void Encrypted_one_further_and_decrypted_at_once_is_the_same_as_one_after_another(int radix, int length)
    {
        var ff1 = new Ff1(new AesBlock(Convert.FromHexString(Key128)), radix, length, []);
        var random = new Random(20261129);
        var size = (UInt128)ff1.SizeA * ff1.SizeB;
        var carried = 0;
        for (var i = 0; i < 2000; i++)
        {
            // Every image whose last half ends, else some.
            (ulong A, ulong B) image = ((ulong)random.NextInt64((long)ff1.SizeA), i % 2 == 1 ? (ulong)random.NextInt64((long)ff1.SizeB) : i % 4 == 0 ? ff1.SizeB - 1 : 0);
            foreach (var back in new[] { false, true })
            {
                var (a, b) = image;
                ff1.Decrypt(ref a, ref b);
                var next = ((UInt128)image.A * ff1.SizeB + image.B + (back ? size - 1 : 1)) % size;
                var expected = ((ulong)(next / ff1.SizeB), (ulong)(next % ff1.SizeB));
                if (expected.Item1 != image.A) carried++;
                Assert.Equal(expected, ff1.EncryptStepDecrypt(ref a, ref b, back));
                ff1.Decrypt(ref expected.Item1, ref expected.Item2);
                Assert.Equal(expected, (a, b));
            }
        }
        Assert.True(carried >= 1000);
    }

    [Theory]
    [InlineData(10, 37)]
    [InlineData(36, 26)]
    [InlineData(10, 1)]
    [InlineData(1, 10)]
    public void Strings_outside_the_bounds_are_refused(int radix, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ff1(new AesBlock(new byte[16]), radix, length, []));

    private static (ulong A, ulong B) Encrypt(Ff1 cipher, ulong a, ulong b)
    {
        cipher.Encrypt(ref a, ref b);
        return (a, b);
    }

    // The instructions can only be tested where the processor has them.
    private static bool[] Paths() =>
        System.Runtime.Intrinsics.X86.Aes.IsSupported || System.Runtime.Intrinsics.Arm.Aes.IsSupported ? [true, false] : [false];

    private static ulong Read(string text, int radix) =>
        text.Aggregate(0UL, (number, one) => number * (ulong)radix + (ulong)(char.IsAsciiDigit(one) ? one - '0' : one - 'a' + 10));

    private static string Write(ulong number, int radix, int length)
    {
        var text = new char[length];
        for (var i = length - 1; i >= 0; i--)
        {
            text[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % (ulong)radix)];
            number /= (ulong)radix;
        }
        return new string(text);
    }
}
