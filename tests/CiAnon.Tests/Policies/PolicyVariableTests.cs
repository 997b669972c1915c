namespace CiAnon.Tests.Policies;

public class PolicyVariableTests
{
    [Theory]
    [InlineData("${DOMAIN}", "set.example")]
    [InlineData("${DOMAIN:-default.example}", "set.example")]
    [InlineData("${UNSET:-default.example}", "default.example")]
    [InlineData("${EMPTY:-default.example}", "default.example")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("a.${DOMAIN}.${UNSET:-b}", "a.set.example.b")]
    [InlineData("$${DOMAIN}", "${DOMAIN}")]
    [InlineData("$.DOMAIN $5", "$.DOMAIN $5")]
    public void Variables_are_filled_into_values(string written, string value)
    {
        var policy = Sample.Policy($"version: 1\ncolumns: {{ a: {{ strategy: email, domain: \"{written}\" }} }}", ("DOMAIN", "set.example"), ("EMPTY", ""));
        Assert.Equal(value, policy.Columns[0].Options.Given["domain"]);
    }

    [Fact]
    public void What_a_variable_holds_is_never_read_as_YAML_or_as_another_variable()
    {
        var policy = Sample.Policy("version: 1\ncolumns: { a: { strategy: email, domain: '${DOMAIN}' } }", ("DOMAIN", "{ ${X} }"));
        Assert.Equal("{ ${X} }", policy.Columns[0].Options.Given["domain"]);
    }

    [Fact]
    public void A_missing_variable_is_named_once_at_its_place()
    {
        var problem = Sample.Problem("version: 1\ncolumns: { a: '${STRATEGY}' }");
        Assert.Equal("ci-anon.yml(2,15): error CIANON1030: environment variable STRATEGY is not set; set it, or write ${STRATEGY:-default}", problem.ToString());
    }

    [Theory]
    [InlineData("${")]
    [InlineData("${1}")]
    [InlineData("${A")]
    [InlineData("${A-b}")]
    public void A_reference_that_cannot_be_read_is_an_error(string written) =>
        Assert.Equal(["2,9 CIANON1031"], Sample.Places($"version: 1\nlocale: '{written}'", ("A", "en")));

    [Theory]
    [InlineData("locale: '${V}'")]
    [InlineData("retention: '${V}'")]
    [InlineData("columns: { a: '${V}' }")]
    [InlineData("columns: { a: { strategy: phone, format: '${V}' } }")]
    [InlineData("tables: { t: { keep: { a: { until: '${V}' } } } }")]
    public void What_a_variable_holds_is_never_in_a_message(string yaml)
    {
        var problem = Sample.Problem("version: 1\n" + yaml, ("V", "keepp"));
        Assert.DoesNotContain("keepp", problem.Message);
        Assert.DoesNotContain("did you mean", problem.Message);
        Assert.Contains("'${V}'", problem.Message);
    }
}
