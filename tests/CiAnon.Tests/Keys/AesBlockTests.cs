using System.Runtime.Intrinsics;
using CiAnon.Keys;

namespace CiAnon.Tests.Keys;

public class AesBlockTests
{
    // FIPS 197, appendix C.
    [Theory]
    [InlineData(16, "69c4e0d86a7b0430d8cdb78070b4c55a")]
    [InlineData(24, "dda97ca4864cdfe06eaf70a0ec0d7191")]
    [InlineData(32, "8ea2b7ca516745bfeafc49904b496089")]
    public void Blocks_equal_the_standards_example(int keySize, string expected)
    {
        byte[] key = [.. Enumerable.Range(0, keySize).Select(one => (byte)one)];
        var block = Vector128.Create((ReadOnlySpan<byte>)Convert.FromHexString("00112233445566778899aabbccddeeff"));

        var result = new byte[16];
        new AesBlock(key).Encrypt(block).CopyTo(result);
        Assert.Equal(expected, Convert.ToHexStringLower(result));

        new AesBlock(key, useInstructions: false).Encrypt(block).CopyTo(result);
        Assert.Equal(expected, Convert.ToHexStringLower(result));
    }

    [Fact]
    public void A_key_of_another_size_is_refused() => Assert.Throws<ArgumentException>(() => new AesBlock(new byte[17]));
}
