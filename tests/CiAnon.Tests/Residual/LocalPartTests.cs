using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>What stands before the @ is found alone where it leads to a person, and nobody is alarmed by what many have.</summary>
public class LocalPartTests
{
    [Theory]
    [InlineData("anna.lindqvist@mail.example", "anna.lindqvist")]
    [InlineData("Anna.Lindqvist@mail.example", "by anna-lindqvist, yesterday")]
    [InlineData("anna.lindqvist@mail.example", "/people/ANNA_LINDQVIST/photo.jpg")]
    [InlineData("anna.lindqvist+shop@mail.example", "@annalindqvist")]
    [InlineData("anna_lindqvist@mail.example", "https://anna-lindqvist.blog.example")]
    [InlineData("jürgen.müller@mail.example", "see jurgen.muller")]
    [InlineData("a.lindqvist@mail.example", "ask a.lindqvist or alindqvist")]
    [InlineData("schmidt1984@mail.example", "login of schmidt1984 failed")]
    [InlineData("qwqwx2004@mail.example", "login of qwqwx2004 failed")]
    [InlineData("lindqvista@mail.example", "lindqvista")]
    [InlineData("lindqvista@mail.example", "{none,lindqvista}")]
    [InlineData("lindqvista@mail.example", """{"login": "Lindqvista"}""")]
    [InlineData("lindqvista@mail.example", "merged @lindqvista: thanks")]
    [InlineData("lindqvista@mail.example", "https://shop.example/u/lindqvista?tab=1")]
    [InlineData("blue.marble@mail.example", "blue-marble")]
    [InlineData("Reservations <anna.lindqvist@mail.example>", "anna.lindqvist")]
    public void A_local_part_that_leads_to_a_person_is_found(string mail, string text)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal(PersonalKind.Email, hit.Kind);
        Assert.StartsWith("the local part", hit.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info@mail.example", "info")]
    [InlineData("customer.service@mail.example", "customer-service")]
    [InlineData("administrator@mail.example", "administrator")]
    [InlineData("customer1234@mail.example", "customer1234")]
    [InlineData("vertrieb.koeln@mail.example", "vertrieb-koeln")]
    [InlineData("newsletter2024@mail.example", "newsletter2024")]
    [InlineData("christina@mail.example", "christina")]
    [InlineData("mary-anne@mail.example", "Mary-Anne")]
    [InlineData("schneider@mail.example", "Schneider")]
    [InlineData("12345678@mail.example", "12345678")]
    [InlineData("max7@mail.example", "max7")]
    public void What_many_have_is_not_looked_for(string mail, string text)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        Assert.True(originals.In(text).IsEmpty);
        Assert.Equal("", Assert.Single(originals.In($"to {mail}").Hits()).Path);
    }

    [Theory]
    [InlineData("sunshine@mail.example", "a day of sunshine and rain")]
    [InlineData("sunshine@mail.example", "sunshine, everywhere")]
    [InlineData("blue.marble@mail.example", "our blue-marble collection")]
    [InlineData("anna.lindqvist@mail.example", "Anna Lindqvist")]
    [InlineData("anna.lindqvist@mail.example", "anna, lindqvist")]
    [InlineData("anna.lindqvist@mail.example", "hanna.lindqvist")]
    [InlineData("anna.lindqvist@mail.example", "anna.lindqvist@other.example")]
    public void An_everyday_word_a_name_and_another_address_are_no_local_part(string mail, string text)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Fact]
    public void A_word_longer_than_what_is_compared_is_found_and_is_no_local_part()
    {
        var token = string.Concat(Enumerable.Repeat("k7Qw9zXp", 40));
        using var originals = Searched.For((PersonalKind.Token, token), (PersonalKind.Email, "anna.lindqvist@mail.example"));
        foreach (var text in new[] { token, $"the key {token}, and more", $"anna.{token}", token[..^1] + "x" })
            Assert.Equal(PersonalKind.Token, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Fact]
    public void A_whole_address_is_one_hit()
    {
        using var originals = Searched.For((PersonalKind.Email, "anna.lindqvist@mail.example"));
        foreach (var text in new[] { "anna.lindqvist@mail.example", "q=anna.lindqvist%40mail.example" })
            Assert.DoesNotContain("local", Assert.Single(originals.In(text).Hits()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_a_mask_makes_up_are_no_local_parts()
    {
        using var originals = Searched.For((PersonalKind.Email, "mueller-schmidt@mail.example"));
        Assert.False(originals.In("Mueller-Schmidt").IsEmpty);
        Assert.True(originals.In(["Mueller-Schmidt"], CiAnon.Catalogs.TypeKind.Text, "text", PersonalKind.LastName, PersonalKind.Name).IsEmpty);
    }
}
