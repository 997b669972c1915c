using CiAnon.Keys;

namespace CiAnon.Tests.Keys;

/// <summary>The two examples of RFC 5297, and what must hold of every text.</summary>
public class AesSivTests
{
    [Theory]
    [InlineData("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", "101112131415161718191a1b1c1d1e1f2021222324252627", "112233445566778899aabbccddee",
        "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c")]
    [InlineData("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f",
        "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100,102030405060708090a0,09f911029d74e35bd84156c5635688c0",
        "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553",
        "7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d")]
    public void Results_equal_those_of_RFC_5297(string key, string associated, string text, string expected)
    {
        var siv = new AesSiv(Convert.FromHexString(key), [.. associated.Split(',').Select(Convert.FromHexString)]);
        var result = new byte[text.Length / 2 + AesSiv.TagSize];
        siv.Encrypt(Convert.FromHexString(text), result);
        Assert.Equal(expected, Convert.ToHexStringLower(result));
        var clear = new byte[text.Length / 2];
        Assert.True(siv.TryDecrypt(result, clear));
        Assert.Equal(text, Convert.ToHexStringLower(clear));
    }

    [Fact]
    public void Every_length_comes_back_and_no_changed_bit_does()
    {
        const int Seed = 20261129;
        var random = new Random(Seed);
        var key = new byte[32];
        random.NextBytes(key);
        var siv = new AesSiv(key);
        var other = new AesSiv([.. key.Reverse()]);
        for (var length = 0; length < 100; length++)
        {
            var (text, result, clear) = (new byte[length], new byte[length + AesSiv.TagSize], new byte[length]);
            random.NextBytes(text);
            siv.Encrypt(text, result);
            Assert.True(siv.TryDecrypt(result, clear));
            Assert.Equal(text, clear);
            Assert.False(other.TryDecrypt(result, clear), $"seed {Seed}, length {length}");
            var bit = random.Next(8 * result.Length);
            result[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(siv.TryDecrypt(result, clear), $"seed {Seed}, length {length}, bit {bit}");
            Assert.All(clear, one => Assert.Equal(0, one));
        }
    }
}
