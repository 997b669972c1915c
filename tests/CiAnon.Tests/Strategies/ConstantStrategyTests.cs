using CiAnon.Catalogs;

namespace CiAnon.Tests.Strategies;

/// <summary>constant, redact, empty, null: one result for all rows.</summary>
public class ConstantStrategyTests
{
    [Theory]
    [InlineData(TypeKind.Integer, "int2", "32767")]
    [InlineData(TypeKind.Integer, "int4", "-2147483648")]
    [InlineData(TypeKind.Decimal, "numeric", "999.99")]
    [InlineData(TypeKind.Decimal, "float8", "1e20")]
    [InlineData(TypeKind.Boolean, "bool", "f")]
    [InlineData(TypeKind.Date, "date", "1970-01-01")]
    [InlineData(TypeKind.Date, "date", "infinity")]
    [InlineData(TypeKind.Timestamp, "timestamptz", "1970-01-01 00:00:00+00")]
    [InlineData(TypeKind.Timestamp, "timestamp", "1970-01-01")]
    [InlineData(TypeKind.Uuid, "uuid", "00000000-0000-0000-0000-000000000000")]
    [InlineData(TypeKind.Json, "jsonb", "{\"a\": [1, null]}")]
    [InlineData(TypeKind.Network, "inet", "192.0.2.1/24")]
    [InlineData(TypeKind.Network, "inet", "2001:db8::1")]
    [InlineData(TypeKind.Network, "macaddr", "08:00:2b:01:02:03")]
    [InlineData(TypeKind.Array, "_text", "{a,b}")]
    [InlineData(TypeKind.Binary, "bytea", "\\x00ff")]
    [InlineData(TypeKind.Text, "varchar", "0123456789")]
    [InlineData(TypeKind.Other, "tsvector", "'a':1")]
    public void A_value_of_the_type_is_written_as_it_is(TypeKind kind, string type, string value)
    {
        var mask = StrategyRun.Mask("constant", Column(kind, type), "value=" + value);
        Assert.Equal(value, mask.Of("anything"));
        Assert.False(mask.ReplacesNull || mask.ReplacesEmpty || mask.WritesNull);
    }

    [Theory]
    [InlineData(TypeKind.Integer, "int2", "32768", "out of range")]
    [InlineData(TypeKind.Integer, "int4", "1.5", "not a whole number")]
    [InlineData(TypeKind.Decimal, "numeric", "1000", "out of range")]
    [InlineData(TypeKind.Decimal, "numeric", "0.001", "more than 2 decimals")]
    [InlineData(TypeKind.Decimal, "numeric", "many", "not a number")]
    [InlineData(TypeKind.Boolean, "bool", "maybe", "not true or false")]
    [InlineData(TypeKind.Date, "date", "1970-02-30", "not a date")]
    [InlineData(TypeKind.Date, "date", "1970-01-01 10:00:00", "not a date")]
    [InlineData(TypeKind.Timestamp, "timestamptz", "yesterday", "not a timestamp")]
    [InlineData(TypeKind.Uuid, "uuid", "123", "not a uuid")]
    [InlineData(TypeKind.Json, "jsonb", "{a: 1}", "not well-formed JSON")]
    [InlineData(TypeKind.Network, "inet", "192.0.2.1/33", "not a value of inet")]
    [InlineData(TypeKind.Network, "inet", "example.org", "not a value of inet")]
    [InlineData(TypeKind.Network, "macaddr", "08:00", "not a value of macaddr")]
    [InlineData(TypeKind.Array, "_text", "a,b", "not an array")]
    [InlineData(TypeKind.Binary, "bytea", "\\x0", "not bytea")]
    [InlineData(TypeKind.Text, "varchar", "01234567890", "writes 11 characters")]
    public void A_value_that_does_not_fit_is_refused_while_planning(TypeKind kind, string type, string value, string reason) =>
        Assert.Contains(reason, StrategyRun.Problem("constant", Column(kind, type), "value=" + value));

    [Fact]
    public void A_redacted_value_says_so_and_must_fit()
    {
        Assert.Equal("[REDACTED]", StrategyRun.Mask("redact").Of("secret"));
        Assert.Equal("–", StrategyRun.Mask("redact", StrategyRun.Varchar(1), "text=–").Of("secret"));
        Assert.Equal("writes 10 characters, but character varying(9) has room for 9", StrategyRun.Problem("redact", StrategyRun.Varchar(9)));
        Assert.Contains("isn't UTF-8", StrategyRun.Problem("redact", options: "text=–", ascii: true));
    }

    [Theory]
    [InlineData(TypeKind.Text, "")]
    [InlineData(TypeKind.Array, "{}")]
    [InlineData(TypeKind.Json, "{}")]
    [InlineData(TypeKind.Binary, "\\x")]
    public void Empty_is_the_types_own(TypeKind kind, string expected) =>
        Assert.Equal(expected, StrategyRun.Mask("empty", Column(kind, "")).Of("x"));

    [Theory]
    [InlineData("hstore", "")]
    [InlineData("tsvector", "")]
    [InlineData("daterange", "empty")]
    [InlineData("ltree", "")]
    [InlineData("cube", "()")]
    [InlineData("int4multirange", "{}")]
    public void Empty_knows_other_types_that_have_an_empty_value(string type, string expected) =>
        Assert.Equal(expected, StrategyRun.Mask("empty", Column(TypeKind.Other, type)).Of("x"));

    [Fact]
    public void Empty_refuses_a_type_without_an_empty_value() =>
        Assert.Equal("knows no empty value of that type; use null, or constant", StrategyRun.Problem("empty", Column(TypeKind.Other, "point")));

    [Fact]
    public void Null_writes_NULL_without_looking() => Assert.True(StrategyRun.Mask("null").WritesNull);

    [Fact]
    public void Keep_is_never_compiled() => Assert.Throws<InvalidOperationException>(() => StrategyRun.Compile("keep"));

    private static ColumnType Column(TypeKind kind, string type) => type switch
    {
        "varchar" => StrategyRun.Varchar(10),
        "numeric" => StrategyRun.NumericOf(5, 2),
        _ => new ColumnType(type, kind, type),
    };
}
