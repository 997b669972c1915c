using System.Text;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Tests.Strategies;

public class WholeValueTests
{
    [Theory]
    [InlineData(PersonalKind.LastName, "Quibbleton", true)]
    [InlineData(PersonalKind.LastName, "van der Berg", true)]
    [InlineData(PersonalKind.Name, "Ana María de la Cruz", false)]
    [InlineData(PersonalKind.Name, "order 7", false)]
    [InlineData(PersonalKind.Username, "zoltra77", true)]
    [InlineData(PersonalKind.Username, "asked for another one", false)]
    [InlineData(PersonalKind.Email, "zoltra@quillmail.com", true)]
    [InlineData(PersonalKind.Email, "Dear all, see below", false)]
    [InlineData(PersonalKind.Phone, "(0)5 51-77 x 3", true)]
    [InlineData(PersonalKind.Phone, "ring 4711-0", true)]
    [InlineData(PersonalKind.Phone, "call at 5", false)]
    [InlineData(PersonalKind.Address, "Kvarnbacken 17", true)]
    [InlineData(PersonalKind.Address, "ring twice", false)]
    [InlineData(PersonalKind.RecordNumber, "4711-22", true)]
    [InlineData(PersonalKind.RecordNumber, "REFRESH MATERIALIZED VIEW monthly", false)]
    [InlineData(PersonalKind.LastName, "", false)]
    [InlineData(PersonalKind.Token, "0123456789012345678901234567890123456789012345678901234567890", false)]
    public void A_value_is_told_from_a_text(PersonalKind kind, string text, bool expected) => Assert.Equal(expected, WholeValue.Is(kind, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Quibbleton", "[last-name]")]
    [InlineData("asked for another one, twice", "asked for another one, twice")]
    public void What_nobody_recognizes_and_nothing_replaces_leaves_its_kind(string text, string expected)
    {
        var output = new MaskOutput();
        new WholeValueMask(new Same(), PersonalKind.LastName, rule: null, room: null).Apply(Encoding.UTF8.GetBytes(text), output);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }

    private sealed class Same : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => output.Append(value);
    }
}
