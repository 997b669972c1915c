using CiAnon.Stages.Prose;
using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Prose;

/// <summary>Which pseudonym an original has in texts that stands in several tables.</summary>
public class FirstTableTests
{
    [Fact]
    public void An_original_of_two_columns_has_the_pseudonym_of_the_first_table()
    {
        using var people = new KnownPeople([(PersonalKind.Username, "zoltra77", "first")], [(PersonalKind.Username, "Zoltra77", "second")]);
        Assert.Equal("first", people.In("zoltra77"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_address_of_two_tables_and_what_is_made_of_it_have_the_pseudonym_of_the_first_whichever_is_read_first(bool isLastFirst)
    {
        using var people = new KnownPeople(new Pseudonyms(), isLastFirst, [(PersonalKind.Email, "zoltra.quibbleton1987@quillmail.com", "first@anon.example")],
            [(PersonalKind.Email, "zoltra.quibbleton1987@quillmail.com", "second@anon.example")], [(PersonalKind.Email, "zoltra.quibbleton1987@quillmail.com", "")]);
        Assert.Equal("first@anon.example, that is first@anon.example", people.In("zoltra.quibbleton1987@quillmail.com, that is zoltra.quibbleton1987"));
    }
}
