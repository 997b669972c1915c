using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Residual.Encodings;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Encodings that few databases hold, and strings that SQL puts together.</summary>
public class OtherEncodingsTests
{
    private const string Mail = "lin7@mail.example";

    [Theory]
    [InlineData("6c:69:6e:37:40:6d:61:69:6c:2e:65:78:61:6d:70:6c:65", "bytes apart")]
    [InlineData("6C 69 6E 37 40 6D 61 69 6C 2E 65 78 61 6D 70 6C 65", "bytes apart")]
    [InlineData("6c-69-6e-37-40-6d-61-69-6c-2e-65-78-61-6d-70-6c-65", "bytes apart")]
    [InlineData("NRUW4N2ANVQWS3BOMV4GC3LQNRSQ====", "base32")]
    [InlineData("key=nruw4n2anvqws3bomv4gc3lqnrsq", "base32")]
    [InlineData("https://shop.example/u/NRUW4N2ANVQWS3BOMV4GC3LQNRSQ/settings", "base32")]
    [InlineData("lin7=40mail=2E=\nexample", "URL-encoded text")]
    [InlineData(@"E'lin7\u0040mail.example'", "escaped text")]
    public void An_address_is_found(string text, string path)
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.Equal(path, Assert.Single(originals.In(text).Hits()).Path);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(0, 1)]
    public void UTF_32_is_read_where_zeros_or_other_bytes_stand_around_it(int zeros, int others)
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        byte[] bytes = [.. Encoding.UTF32.GetBytes(Mail), .. new byte[zeros * 4], .. Enumerable.Repeat((byte)0xff, others * 4)];
        Assert.Equal("UTF-32 in bytes", Assert.Single(originals.In(@"\x" + Convert.ToHexStringLower(bytes), CiAnon.Catalogs.TypeKind.Binary, "bytea").Hits()).Path);
    }

    [Theory]
    [InlineData("昨日、徐徐张徐様からお電話がありました。ご注文の品がまだ届いていないとのことです。折り返しのご連絡をお願いいたします。😀😀 急ぎではありませんが、今週中にお願いできますと助かります。")]
    [InlineData("고객 徐徐张徐 님이 전화했습니다. 주문하신 상품이 아직 도착하지 않았다고 합니다. 이번 주 안에 다시 연락 주시기 바랍니다. 감사합니다. 내일 오전에 통화할 수 있습니다.")]
    [InlineData("客户徐徐张徐来电说，订购的商品还没有收到，希望本周内给他回电话。他的地址没有变化，仍然住在原来的地方。𠀀𠀁也请一并确认。谢谢您的帮助，祝您工作顺利，身体健康。")]
    public void Long_texts_of_two_byte_units_are_read(string text)
    {
        using var originals = Searched.For((PersonalKind.Name, "徐徐张徐"));
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("UTF-16 in bytes", Assert.Single(originals.In(@"\x" + Convert.ToHexStringLower(encoding.GetBytes(text)), CiAnon.Catalogs.TypeKind.Binary, "bytea").Hits()).Path);
    }

    [Fact]
    public void Noise_is_seldom_taken_for_texts_of_two_byte_units()
    {
        var random = new Random(1);
        var noise = new byte[400];
        var taken = 0;
        for (var i = 0; i < 1000; i++)
        {
            random.NextBytes(noise);
            taken += Utf16Text.MayBe(noise, isLittle: true) ? 1 : 0;
        }
        Assert.InRange(taken, 0, 20);
    }

    // None of these is what a Western text becomes.
    [Theory]
    [InlineData("data:;base64,UmU6IOW+kOW+kOW8oOW+kCBhc2tlZA==", "text", "base64")]
    [InlineData("/u/UmU6INCW0LLQsdGA0L7QsiDQqdC10LrQtdGA/x", "text", "base64")]
    [InlineData("Ð–Ð²Ð±Ñ€Ð¾Ð² Ð©ÐµÐºÐµÑ€", "text", "text encoded twice")]
    [InlineData("å¾\u0090å¾\u0090å¼\u00a0å¾\u0090", "text", "text encoded twice")]
    [InlineData(@"\x16043204310440043e0432042000290435043a0435044004", "bytea", "UTF-16 in bytes")]
    [InlineData(@"\x0416043204310440043e0432002004290435043a04350440", "bytea", "UTF-16 in bytes")]
    [InlineData(@"\x000004160000043200000431000004400000043e000004320000002000000429000004350000043a0000043500000440", "bytea", "UTF-32 in bytes")]
    public void A_name_beyond_Latin_is_found(string text, string type, string path)
    {
        using var originals = Searched.For((PersonalKind.Name, "Жвбров Щекер"), (PersonalKind.Name, "徐徐张徐"));
        Assert.Equal(path, Assert.Single(originals.In(text, type == "text" ? CiAnon.Catalogs.TypeKind.Text : CiAnon.Catalogs.TypeKind.Binary, type).Hits()).Path);
    }

    [Theory]
    [InlineData("6c:69:6e:37:40:6d:61:69:6c:2e:65:78:61:6d:70:6c:zz")]
    [InlineData("6c+69+6e+37+40+6d+61+69+6c+2e+65+78+61+6d+70+6c+65")]
    [InlineData("NRUW4N2ANVQWS3BOMV4GC3LQNRS1")]
    [InlineData("nruw4n2ANVQWS3BOMV4GC3LQNRSQ")]
    public void What_is_no_such_text_is_not(string text)
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("K=C3=A4the M=C3=B6llenkamp")]
    [InlineData("K=c3=a4the M=c3=b6llenkamp")]
    [InlineData("K=E4the M=F6llenkamp")]
    [InlineData("K=E4the=20M=F6llen=\r\nkamp")]
    [InlineData("K=E4the M=F6=6C=6c=65nkamp")]
    [InlineData("name=K%e4the%20M%f6llenkamp&size=12")]
    public void Quoted_letters_are_letters(string text)
    {
        using var originals = Searched.For((PersonalKind.Name, "Käthe Möllenkamp"));
        Assert.Equal("URL-encoded text", Assert.Single(originals.In(text).Hits()).Path);
    }

    [Theory]
    [InlineData("size=12&page=41&etag=9e03&key=7f")]
    [InlineData("utm_campaign=ab12cd34")]
    public void What_no_mail_quotes_isnt_read_twice(string text) =>
        Assert.True(PercentEscapes.Decode(Encoding.ASCII.GetBytes(text), new DecodedLevel()).IsEmpty);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Units_of_four_bytes_are_letters(bool isBig)
    {
        using var originals = Searched.For((PersonalKind.Name, "Käthe Möllenkamp"));
        var bytes = new UTF32Encoding(isBig, byteOrderMark: false).GetBytes("an Käthe Möllenkamp 😀!");
        Assert.Equal("UTF-32 in bytes", Assert.Single(originals.In(@"\x" + Convert.ToHexStringLower(bytes), TypeKind.Binary, "bytea").Hits()).Path);
    }

    [Theory]
    [InlineData("SELECT ('K'::text || 'äthe Möllenkamp'::text)", true)]
    [InlineData("SELECT ('Käthe Möll'::text || 'enkamp'::text)", true)]
    [InlineData("SELECT 'Käthe Möll'\n  || E'enkamp' || x", true)]
    [InlineData("SELECT a || b || 'Käthe Möllenk'::text || 'amp'", true)]
    [InlineData("SELECT 'Käthe Möll' || x || 'enkamp'", false)]
    [InlineData("SELECT 'Käthe Möll'::text, 'enkamp'", false)]
    // Without casts the words follow one another, and the original is found as it stands.
    public void Strings_that_a_definition_puts_together_are_one(string sql, bool found)
    {
        using var originals = Searched.For((PersonalKind.Name, "Käthe Möllenkamp"));
        var scan = new TextScan(originals);
        scan.Scan(Encoding.UTF8.GetBytes(sql));
        Assert.Equal(found, scan.Tally.Hits().Any(hit => hit.Path == "joined strings"));
    }
}
