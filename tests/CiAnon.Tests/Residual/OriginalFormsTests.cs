using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>An original is found however it is written, and what is no original is not.</summary>
public class OriginalFormsTests
{
    [Theory]
    [InlineData(PersonalKind.Email, "Anna.Schmidt@mail.example", "ANNA.SCHMIDT@MAIL.EXAMPLE")]
    [InlineData(PersonalKind.Email, "anna.schmidt@mail.example", "mailto:anna.schmidt@mail.example?subject=x")]
    [InlineData(PersonalKind.Name, "Jürgen Müller", "JÜRGEN  MÜLLER")]
    [InlineData(PersonalKind.Name, "Jürgen Müller", "Ju\u0308rgen Mu\u0308ller")]
    [InlineData(PersonalKind.Name, "Jürgen Groß", "Jurgen Gross")]
    [InlineData(PersonalKind.Name, "Jürgen Müller", "Jürgen_Müller.pdf")]
    [InlineData(PersonalKind.Name, "Jürgen Müller", "Ｊürgen\u00a0Ｍüller")]
    [InlineData(PersonalKind.Name, "Jürgen Müller", "Jür\u00adgen Mül\u200bler")]
    [InlineData(PersonalKind.Name, "Иван Петров", "от ИВАН ПЕТРОВ, сегодня")]
    [InlineData(PersonalKind.Name, "王小明", "客户王小明来电")]
    [InlineData(PersonalKind.Name, "김철수 박사님", "\u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e \u1107\u1161\u11a8\u1109\u1161\u1102\u1175\u11b7")]
    [InlineData(PersonalKind.Phone, "+49 170 1234567", "0170 1234567")]
    [InlineData(PersonalKind.Phone, "+49 170 1234567", "0049-170-1234567")]
    [InlineData(PersonalKind.Phone, "+49 170 1234567", "(0170) 123 45 67")]
    [InlineData(PersonalKind.Phone, "+49 170 1234567", "call 491701234567 now")]
    [InlineData(PersonalKind.Phone, "0170/1234567", "+49 (0) 170 123-4567")]
    [InlineData(PersonalKind.Phone, "0170/1234567", "tel:+491701234567")]
    [InlineData(PersonalKind.Phone, "+1 (415) 555-2671", "415.555.2671")]
    [InlineData(PersonalKind.Phone, "+33 6 12 34 56 78", "06 12 34 56 78")]
    [InlineData(PersonalKind.Phone, "+49 170 1234567 ext. 12", "0170 1234567")]
    [InlineData(PersonalKind.Account, "DE89370400440532013000", "IBAN: DE89 3704 0044 0532 0130 00.")]
    [InlineData(PersonalKind.Account, "DE89 3704 0044 0532 0130 00", "de89370400440532013000")]
    [InlineData(PersonalKind.Card, "4111111111111111", "4111 1111 1111 1111")]
    [InlineData(PersonalKind.Card, "4111-1111-1111-1111", "card=4111111111111111;")]
    [InlineData(PersonalKind.NationalId, "123-45-6789", "SSN 123456789")]
    [InlineData(PersonalKind.NationalId, "AB123456C", "ab 12 34 56 c")]
    [InlineData(PersonalKind.Address, "Hauptstr. 12a, 10115 Berlin", "an HAUPTSTR 12A\n10115 BERLIN geliefert")]
    [InlineData(PersonalKind.Username, "jdoe42", "by @JDoe42:")]
    [InlineData(PersonalKind.Username, "jo_421", "x jo_421")]
    [InlineData(PersonalKind.Token, "f47ac10b-58cc-4372-a567-0e02b2c3d479", "{F47AC10B58CC4372A5670E02B2C3D479}")]
    [InlineData(PersonalKind.Ip, "93.184.216.34", "from 93.184.216.34:443")]
    [InlineData(PersonalKind.Ip, "93.184.216.34", "93.184.216.34/24")]
    [InlineData(PersonalKind.Ip, "2001:db8:0:0:0:0:0:7334", "[2001:DB8::7334]:80")]
    [InlineData(PersonalKind.Device, "00:1A:2B:3C:4D:5E", "001a.2b3c.4d5e")]
    public void An_original_is_found_in_other_words(PersonalKind kind, string original, string text)
    {
        using var originals = Searched.For((kind, original));
        Assert.Equal(1, originals.Distinct(kind));
        Assert.Equal(kind, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Fact]
    public void Long_tokens_are_found_by_their_beginning()
    {
        var token = string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i:x2}Q-"));
        using var originals = Searched.For((PersonalKind.Token, token), (PersonalKind.Token, new string('k', 400) + "7"));
        Assert.Single(originals.In("Bearer " + token).Hits());
        Assert.Single(originals.In($"<{new string('k', 400)}7>").Hits());
    }

    [Theory]
    [InlineData("John Smithson")]
    [InlineData("Littlejohn Smith")]
    [InlineData("John and Smith")]
    [InlineData("John, Mary Smith")]
    public void Parts_of_words_are_no_hits(string text)
    {
        using var originals = Searched.For((PersonalKind.Name, "John Smith"));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("x01701234567")]
    [InlineData("0170123456789")]
    [InlineData("0170 1234568")]
    [InlineData("1701.234567e5")]
    public void Parts_of_numbers_are_no_hits(string text)
    {
        using var originals = Searched.For((PersonalKind.Phone, "0170 1234567"));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Fact]
    public void First_and_last_name_of_a_row_are_found_together_in_both_orders()
    {
        using var originals = new CiAnon.Residual.Originals(Searched.Key);
        var sink = originals.Collect([null, PersonalKind.LastName, PersonalKind.FirstName]);
        sink.Field(1, "Schmidt"u8);
        sink.Field(2, "Anna Maria"u8);
        sink.EndRow();
        sink.Field(1, "Petersen"u8);
        sink.EndRow();
        sink.Field(2, "Karl"u8);
        sink.EndRow();
        originals.Freeze();

        Assert.Equal(1, originals.Distinct(PersonalKind.Name));
        Assert.Single(originals.In("Dear Anna-Maria Schmidt!").Hits());
        Assert.Single(originals.In("SCHMIDT, ANNA MARIA").Hits());
        Assert.True(originals.In("Karl Petersen").IsEmpty);
        Assert.True(originals.In("Schmidt").IsEmpty);
    }

    [Theory]
    [InlineData(PersonalKind.Email, "anna")]
    [InlineData(PersonalKind.Name, "Anna")]
    [InlineData(PersonalKind.Name, "Al Bo")]
    [InlineData(PersonalKind.Username, "orange")]
    [InlineData(PersonalKind.Username, "administrator")]
    [InlineData(PersonalKind.Phone, "110")]
    [InlineData(PersonalKind.Phone, "555-123")]
    [InlineData(PersonalKind.Token, "secret")]
    [InlineData(PersonalKind.Address, "Hauptstrasse")]
    [InlineData(PersonalKind.Ip, "127.0.0.1")]
    [InlineData(PersonalKind.Ip, "::1")]
    public void What_says_too_little_is_counted_and_not_looked_for(PersonalKind kind, string original)
    {
        using var originals = Searched.For((kind, original));
        Assert.Equal(1, originals.TooShort(kind));
        Assert.Equal(0, originals.Count);
        Assert.True(originals.In($"a {original} b").IsEmpty);
    }

    [Fact]
    public void Kinds_that_the_masks_of_a_column_give_are_not_counted_there()
    {
        using var originals = Searched.For((PersonalKind.Name, "John Smith"), (PersonalKind.Email, "john@mail.example"));
        var tally = originals.In(["John Smith", "john@mail.example"], TypeKind.Text, "text", PersonalKind.Name);
        Assert.Equal(PersonalKind.Email, Assert.Single(tally.Hits()).Kind);
    }

    [Fact]
    public void Bytes_of_other_encodings_are_compared_as_they_are()
    {
        using var originals = new CiAnon.Residual.Originals(Searched.Key);
        byte[] name = [.. "J"u8, 0xfc, .. "rgen M"u8, 0xfc, .. "ller"u8];
        originals.Collect([PersonalKind.Name]).Field(0, name);
        originals.Freeze();
        var scan = new CiAnon.Residual.TextScan(originals);
        scan.Scan([.. "-- by "u8, .. name, .. ", 2023"u8]);
        Assert.Single(scan.Tally.Hits());
    }
}
