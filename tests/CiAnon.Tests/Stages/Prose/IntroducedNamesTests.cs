using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Prose;

/// <summary>Names of the run's that titles, labels and addresses stand beside.</summary>
public sealed class IntroducedNamesTests
{
    [Theory]
    [InlineData("Frau von der Quibble rief an, Dr. von der Quibble auch", "Frau Rempel rief an, Dr. Rempel auch")]
    [InlineData("Sra. Zorralva Quont y Sr. Zorralva", "Sra. Blanda y Sr. Zorralva")]
    [InlineData("Mrs O'Zoltry-Quint, the von der Quibble street", "Mrs Kuhn, the von der Quibble street")]
    [InlineData("herr von der quibble, Frau von der Heide", "herr von der quibble, Frau von der Heide")]
    public void A_last_name_of_several_words_is_replaced_behind_a_title(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.LastName, "von der Quibble", "Rempel")], [(PersonalKind.LastName, "Zorralva Quont", "Blanda")], [(PersonalKind.LastName, "O'Zoltry-Quint", "Kuhn")]);
        Assert.Equal(expected, people.In(text));
    }

    [Theory]
    [InlineData("{\"first_name\": \"Zoltra\", \"last_name\": \"Quibbleton\"}", "{\"first_name\": \"Onie\", \"last_name\": \"Rempel\"}")]
    [InlineData("Vorname: Zoltra\nNachname: von der Quibble\nAnliegen: Quibbleton", "Vorname: Onie\nNachname: Blanda\nAnliegen: Quibbleton")]
    [InlineData("surname=quibbleton&last name : 'QUIBBLETON' and name, Quibbleton", "surname=Rempel&last name : 'Rempel' and name, Quibbleton")]
    [InlineData("{\"first\": \"Zoltra\", \"age\": 4, \"last\": \"Quibbleton\"}", "{\"first\": \"Onie\", \"age\": 4, \"last\": \"Rempel\"}")]
    [InlineData("given: Zoltra, family: Quibbleton; soyadı: Quibbleton", "given: Onie, family: Rempel; soyadı: Rempel")]
    [InlineData("Name: Test, name: zoltraq, filename: Quibbleton", "Name: Test, name: zoltraq, filename: Quibbleton")]
    public void A_name_of_the_runs_is_replaced_behind_a_label(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.FirstName, "Zoltra", "Onie"), (PersonalKind.LastName, "Quibbleton", "Rempel")], [(PersonalKind.LastName, "von der Quibble", "Blanda")]);
        Assert.Equal(expected, people.In(text));
    }

    [Fact]
    public void A_name_and_an_address_that_are_one_original_leave_no_bracket_behind()
    {
        using var people = new KnownPeople([(PersonalKind.Email, "Zoltra Quibbleton <zoltra.q@quillmail.com>", "user_7@anon.example")]);
        Assert.Equal("Am 3.5. schrieb user_7@anon.example: Hallo (user_7@anon.example)", people.In("Am 3.5. schrieb Zoltra Quibbleton <zoltra.q@quillmail.com>: Hallo (Zoltra Quibbleton <zoltra.q@quillmail.com>)"));
    }
}
