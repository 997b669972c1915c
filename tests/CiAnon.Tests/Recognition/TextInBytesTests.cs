using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Tests.Recognition;

public class TextInBytesTests
{
    [Theory]
    [InlineData("anna@firma.de", true)]
    [InlineData("\u00ff\u00d8anna@firma.de\u00fe", true)]
    [InlineData("\u00ff\u00d8a@bc.de\u00fe", false)]
    public void Addresses_in_bytes_count_where_they_read_as_text(string latin1, bool counts)
    {
        var scanner = Scanner();
        scanner.Field(0, Encoding.ASCII.GetBytes("\\x" + Convert.ToHexStringLower(Encoding.Latin1.GetBytes(latin1))));
        Assert.Equal(counts ? 1 : 0, scanner.Matching(0, PersonalKind.Email));
    }

    [Fact]
    public void Pictures_hold_no_addresses()
    {
        var random = new Random(7);
        var picture = new byte[4096];
        var scanner = Scanner();
        for (var i = 0; i < 3000; i++)
        {
            random.NextBytes(picture);
            scanner.Field(0, Encoding.ASCII.GetBytes("\\x" + Convert.ToHexStringLower(picture)));
        }
        Assert.All(PatternThreshold.All, threshold => Assert.False(threshold.IsExceeded(scanner.Matching(0, threshold.Kind), scanner.Seen(0)), threshold.Kind.ToString()));
    }

    private static PatternScanner Scanner() => new(Recognizers.All, [new ScannedPattern("picture", TypeKind.Binary, null, new HashSet<PersonalKind>())]);
}
