using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>An address is found whose signs are words, and only a whole one.</summary>
public class SpelledOutAddressTests
{
    private const string Mail = "anna.wu@mail.example";

    [Theory]
    [InlineData("anna.wu at mail dot example")]
    [InlineData("anna dot wu at mail dot example")]
    [InlineData("ANNA DOT WU AT MAIL DOT EXAMPLE")]
    [InlineData("anna.wu (at) mail.example")]
    [InlineData("anna.wu(AT)mail(DOT)example")]
    [InlineData("anna.wu[at]mail[dot]example")]
    [InlineData("anna.wu {at} mail [.] example")]
    [InlineData("anna_wu_at_mail_dot_example")]
    [InlineData("anna-wu-at-mail-dot-example.html")]
    [InlineData("anna.wu@mail dot example")]
    [InlineData("anna dot wu@mail.example")]
    [InlineData("anna.wu.at.mail.example")]
    [InlineData("anna punkt wu (ät) mail punkt example")]
    [InlineData("anna point wu arobase mail point example")]
    [InlineData("anna punto wu arroba mail punto example")]
    [InlineData("anna.wu chiocciola mail.example")]
    [InlineData("anna underscore wu at mail dot example")]
    [InlineData("Look at this: call at noon, or write to anna.wu at mail dot example at once.")]
    [InlineData("reach me at anna.wu at mail dot example")]
    public void An_address_is_found_whose_signs_are_words(string text)
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal((PersonalKind.Email, "spelled out", 1L), (hit.Kind, hit.Path, hit.Count));
    }

    [Theory]
    [InlineData("anna@orf.at", "anna at orf dot at")]
    [InlineData("anna@orf.at", "anna (at) orf.at")]
    [InlineData("anna@orf.at", "anna@orf dot at")]
    [InlineData("at.work@mail.example", "at dot work at mail dot example")]
    [InlineData("at.work@mail.example", "at.work at mail.example")]
    [InlineData("anna@dot.example", "anna at dot dot example")]
    [InlineData("anna-maria@mail.example", "anna dash maria at mail dot example")]
    [InlineData("a.b.c.d@mail.example", "a dot b dot c dot d at mail dot example")]
    [InlineData("jürgen@müller.example", "JÜRGEN (AT) MÜLLER (DOT) EXAMPLE")]
    [InlineData("jo@ab.de", "jo at ab dot de")]
    public void Words_of_the_address_may_be_those_of_its_signs(string mail, string text)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        Assert.Equal("spelled out", Assert.Single(originals.In(text).Hits()).Path);
    }

    [Theory]
    [InlineData("anna.wu at mail dot test")]
    [InlineData("anna.wu at mail")]
    [InlineData("wu at mail dot example")]
    [InlineData("annika.wu at mail dot example")]
    [InlineData("Anna Wu was at mail. Dot example")]
    [InlineData("anna wu at mail example")]
    [InlineData("anna wu dot mail dot example")]
    [InlineData("anna.wu at the mail dot example")]
    public void Parts_and_other_addresses_are_no_hits(string text)
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Fact]
    public void The_end_of_a_sentence_is_no_sign()
    {
        using var originals = Searched.For((PersonalKind.Email, "me@home.de"));
        Assert.True(originals.In("Call me at home. De nada.").IsEmpty);
        Assert.Single(originals.In("me at home.de").Hits());
    }

    [Fact]
    public void Names_with_a_word_for_a_sign_between_are_no_addresses()
    {
        using var originals = Searched.For((PersonalKind.Name, "Anna Wanderer"), (PersonalKind.Username, "meet.berlin2024"));
        Assert.True(originals.In("Anna at Wanderer, meet at berlin.2024").IsEmpty);
    }

    [Fact]
    public void An_address_that_stands_there_as_it_is_counts_once()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.Equal("", Assert.Single(originals.In($"{Mail}, that is anna.wu at mail dot example").Hits()).Path);
    }

    [Fact]
    public void The_path_in_JSON_is_named()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.Equal("spelled out in $.note", Assert.Single(originals.In("""{"note": "anna.wu at mail dot example"}""", TypeKind.Json, "jsonb").Hits()).Path);
    }
}
