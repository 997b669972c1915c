using CiAnon.Catalogs;

namespace CiAnon.Tests.Catalogs;

public class SqlNameTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("A.b", "a|b")]
    [InlineData("\"A\".\"b c\"", "A|b c")]
    [InlineData("\"with \"\"quotes\"\" and . and (\"", "with \"quotes\" and . and (")]
    [InlineData("übung", "übung")]
    [InlineData("a$1_b", "a$1_b")]
    public void Names_are_read_as_postgres_reads_them(string text, string parts)
    {
        var position = 0;
        Assert.Equal(parts.Split('|'), Sql.ParseName(text, ref position)!);
        Assert.Equal(text.Length, position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"open")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("(")]
    public void What_is_no_name_is_none(string text)
    {
        var position = 0;
        Assert.Null(Sql.ParseName(text, ref position));
        Assert.Equal(0, position);
    }

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it''s'")]
    [InlineData(@"back\slash'", @"E'back\\slash'''")]
    public void Literals_hold_any_text(string text, string literal) => Assert.Equal(literal, Sql.Literal(text));
}
