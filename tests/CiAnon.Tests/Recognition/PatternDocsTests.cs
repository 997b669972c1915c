using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Recognition;

public class PatternDocsTests
{
    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/patterns.md", PatternDocs.Markdown());

    [Fact]
    public void Every_kind_that_has_a_recognizer_has_a_threshold() =>
        Assert.Empty(Recognizers.All.Select(recognizer => recognizer.Kind).Except(PatternThreshold.All.Select(threshold => threshold.Kind)));

    [Theory]
    [InlineData("email iban card private-key jwt api-key password-hash credentials de-tax-id cn-resident nl-bsn", true)]
    [InlineData("phone-international phone-national us-ssn ipv4 ipv6 mac street-address birth-date full-name first-name last-name", false)]
    public void What_can_be_nothing_else_is_a_property_of_the_recognizer(string names, bool isUnmistakable) =>
        Assert.All(names.Split(' '), name => Assert.Equal(isUnmistakable, Recognizers.All.Single(recognizer => recognizer.Name == name).IsUnmistakable));

    [Fact]
    public void Names_of_recognizers_are_unique() =>
        Assert.Equal(Recognizers.All.Count, Recognizers.All.Select(recognizer => recognizer.Name).Distinct().Count());
}
