using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>One mailbox has many addresses: with a tag, with dots, under another name of its host.</summary>
public class MailTagTests
{
    [Theory]
    [InlineData("lin7@mail.example", "to lin7+shop@mail.example please", "address without its tag")]
    [InlineData("lin7@mail.example", "<Lin7+a+b@MAIL.example>, x+y@other.example", "address without its tag")]
    [InlineData("lin7@mail.example", "?to=lin7%2Bshop%40mail.example&page=1", "address without its tag in URL-encoded text")]
    [InlineData("lin7@mail.example", """{"to": ["a@b.example", "lin7+shop@mail.example"]}""", "address without its tag in $.to[*]")]
    [InlineData("lin7+shop@mail.example", "to lin7@mail.example please", "")]
    [InlineData("Lin <lin7+shop@mail.example>, x@other.example", "to lin7@mail.example please", "")]
    [InlineData("lin7+shop@mail.example", "to lin7+news@mail.example please", "address without its tag")]
    [InlineData("lin7+shop@mail.example", "be279990d2fc8d59d0dc3de23cdf5bb1", "MD5")]
    [InlineData("lin.dq.vist@gmail.com", "to lindqvist@gmail.com please", "")]
    [InlineData("lindqvist@gmail.com", "to lin.dqvist@googlemail.com please", "")]
    [InlineData("lindqvist+shop@GoogleMail.com", "to lindqvist@gmail.com please", "")]
    [InlineData("lin7@mail.example", "Return-Path: <bounce-lin7=mail.example@news.example>", "")]
    [InlineData("lin7@müller.example", "to lin7@xn--mller-kva.example please", "")]
    [InlineData("lin7@xn--mller-kva.example", "to lin7@MÜLLER.example please", "")]
    public void The_mailbox_is_found(string mail, string text, string path)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal((PersonalKind.Email, path), (hit.Kind, hit.Path));
    }

    [Theory]
    [InlineData("lin7@mail.example", "lin7+shop@mail.examples")]
    [InlineData("lin7@mail.example", "lin7+shop at home, x@mail.example")]
    [InlineData("lin7@mail.example", "+lin7, shop@mail.example")]
    [InlineData("lin7+shop@mail.example", "shop@mail.example")]
    [InlineData("lin7@gmail.com", "lin7@mail.com")]
    [InlineData("lin7@xn--.example", "lin7@.example")]
    public void Somebody_elses_is_not(string mail, string text)
    {
        using var originals = Searched.For((PersonalKind.Email, mail));
        Assert.Empty(originals.In(text).Hits());
    }
}
