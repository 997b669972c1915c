namespace CiAnon.Tests.Strategies;

public class HashStrategyTests
{
    [Theory]
    [InlineData("", 32)]
    [InlineData("length=8", 8)]
    [InlineData("length=33", 33)]
    [InlineData("length=64", 64)]
    public void Results_have_the_length_that_was_asked_for(string options, int length) =>
        Assert.Matches($"^[0-9a-f]{{{length}}}$", StrategyRun.Mask("hash", options: options).Of("CUST-000173"));

    [Fact]
    public void The_second_half_of_64_digits_is_not_the_first_again()
    {
        var result = StrategyRun.Mask("hash", options: "length=64").Of("CUST-000173");
        Assert.NotEqual(result[..32], result[32..]);
    }

    [Fact]
    public void A_shorter_column_shortens_the_default_but_not_a_length_that_was_asked_for()
    {
        Assert.Equal(20, StrategyRun.Mask("hash", StrategyRun.Varchar(20)).Of("x").Length);
        Assert.Equal("gives 32 characters, but character varying(20) has room for 20", StrategyRun.Problem("hash", StrategyRun.Varchar(20), "length=32"));
        Assert.Contains("has room for 7", StrategyRun.Problem("hash", StrategyRun.Varchar(7)));
    }

    [Fact]
    public void Too_few_digits_for_a_unique_column_are_refused_with_the_numbers()
    {
        var problem = StrategyRun.Problem("hash", options: "length=12", distinct: 1_000_000);
        Assert.Equal("gives 12 hexadecimal digits, too few to keep up to 1000000 values (estimated) apart (probability of a collision 1.8e-3); 18 are needed", problem);
    }

    [Fact]
    public void A_uuid_becomes_a_random_uuid()
    {
        var result = StrategyRun.Mask("hash", StrategyRun.Uuid, distinct: 10_000_000).Of("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", result);
    }

    [Theory]
    [InlineData("anna_berg_0815.pdf", ".pdf")]
    [InlineData("scans/2026/Anna.Berg.JPEG", ".JPEG")]
    [InlineData("anna.berg", "")]
    [InlineData("notes.anna", "")]
    [InlineData("pdf", "")]
    [InlineData(".pdf", "")]
    [InlineData("berg.", "")]
    public void The_extension_of_a_file_stays_where_the_policy_keeps_it_and_it_is_one_that_everybody_has(string value, string extension)
    {
        var kept = StrategyRun.Mask("hash", options: "extension=keep");
        Assert.Equal(StrategyRun.Mask("hash").Of(value) + extension, kept.Of(value));
        Assert.True(StrategyRun.Mask("hash", StrategyRun.Varchar(20), "extension=keep").Of(value).Length <= 20);
        Assert.Contains("uuid", StrategyRun.Problem("hash", StrategyRun.Uuid, "extension=keep"));
    }
}
