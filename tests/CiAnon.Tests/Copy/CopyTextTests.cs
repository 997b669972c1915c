using System.Text;
using CiAnon.Copy;

namespace CiAnon.Tests.Copy;

public class CopyTextTests
{
    private const string Alphabet = "aN.\\\\\\bfnrtvx0178Fg\t\n\r\b\f\v\u00e4";

    [Fact]
    public void Decoding_is_what_the_documentation_says()
    {
        var random = RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 20_000; round++)
        {
            var field = RandomTexts.From(random, Alphabet, 12);
            Assert.True(SlowCopy.Decode(field) == Decode(field), $"seed {seed}: {Uri.EscapeDataString(field)}");
        }
    }

    [Fact]
    public void Encoding_is_what_the_documentation_says_and_decodes_to_the_same()
    {
        var random = RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 20_000; round++)
        {
            var value = RandomTexts.From(random, Alphabet, 12);
            var encoded = Encode(value);
            Assert.True(SlowCopy.Encode(value) == encoded && Decode(encoded) == value, $"seed {seed}: {Uri.EscapeDataString(value)}");
        }
    }

    [Theory]
    [InlineData(@"\N", true)]
    [InlineData(@"\\N", false)]
    [InlineData("N", false)]
    [InlineData(@"\n", false)]
    [InlineData("", false)]
    public void Only_a_backslash_and_N_is_null(string field, bool isNull) => Assert.Equal(isNull, CopyText.IsNull(Encoding.ASCII.GetBytes(field)));

    private static string Decode(string field)
    {
        var target = new byte[field.Length];
        return Encoding.Latin1.GetString(target, 0, CopyText.Decode(Encoding.Latin1.GetBytes(field), target));
    }

    private static string Encode(string value)
    {
        var target = new byte[CopyText.MaxEncodedLength(value.Length)];
        return Encoding.Latin1.GetString(target, 0, CopyText.Encode(Encoding.Latin1.GetBytes(value), target));
    }
}
