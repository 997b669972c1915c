using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>What people and programs make of an original without meaning to hide it.</summary>
public class WrittenOtherwiseTests
{
    [Theory]
    [InlineData("call ٠١٧٠ ١٢٣٤٥٦٧ now")]
    [InlineData("call ۰۱۷۰-۱۲۳۴۵۶۷")]
    [InlineData("०१७०१२३४५६७")]
    [InlineData("０１７０／１２３４５６７")]
    [InlineData("+๔๙ ๑๗๐ ๑๒๓๔๕๖๗")]
    public void Digits_of_every_script_are_digits(string text)
    {
        using var ascii = Searched.For((PersonalKind.Phone, "+49 170 1234567"));
        Assert.False(ascii.In(text).IsEmpty);
        using var written = Searched.For((PersonalKind.Phone, "۰۱۷۰۱۲۳۴۵۶۷"), (PersonalKind.Address, "شارع البحر ١٧، ٥٤٣٢١ حلب"));
        Assert.False(written.In("0170/1234567").IsEmpty);
        Assert.False(written.In("شارع البحر 17, 54321 حلب").IsEmpty);
    }

    [Theory]
    [InlineData("Dr. Svenja Rautenberg", "called Svenja Rautenberg back")]
    [InlineData("Prof. Dr. med. Svenja Rautenberg", "called Svenja Rautenberg back")]
    [InlineData("Dr. Svenja Lindqvista", "by S. Lindqvista")]
    [InlineData("Anna Maria Lindqvista", "called Anna Lindqvista back")]
    [InlineData("Anna von der Lindqvista", "called Anna Lindqvista back")]
    [InlineData("Heinz-Peter Lindqvista", "called Heinz Lindqvista back")]
    [InlineData("Ana Carballo Llopis", "llamar a Ana Carballo hoy")]
    [InlineData("Ana Maria Carballo Llopis", "llamar a Ana Carballo hoy")]
    [InlineData("Käthe Möllenkamp", "KAETHE MOELLENKAMP")]
    [InlineData("Kaethe Moellenkamp", "Käthe Möllenkamp")]
    [InlineData("Käthe Möllenkamp", "by K. Moellenkamp")]
    [InlineData("Jørgen Sørlund", "Joergen Soerlund")]
    [InlineData("Käthe Möllenkamp", "<td><b>K&auml;the</b></td><td>M&ouml;llenkamp</td>")]
    [InlineData("Käthe Möllenkamp", "<p>Frau <i>Käthe</i> <b class=\"x\">Möllenkamp</b></p>")]
    [InlineData("Käthe Möllenkamp", "Re: KÃ¤the MÃ¶llenkamp")]
    [InlineData("Jörg Größebach", "JÃ¶rg GrÃ¶ÃŸebach")]
    [InlineData("Käthe Möllenkamp", "Käthe&nbsp;Möllenkamp")]
    [InlineData("Käthe Möllenkamp", "K=E4the_M=F6llenkamp")]
    [InlineData("Käthe Möllenkamp", "q=K%E4the%20M%F6llenkamp")]
    [InlineData("Käthe Möllenkamp", "q=K%u00E4the%20M%u00F6llenkamp")]
    [InlineData("Käthe Möllenkamp", @"{\rtf1\ansi K\'e4the M\'f6llenkamp\par}")]
    [InlineData("Käthe Möllenkamp", @"{\rtf1\ansi\b K\u228?the\b0 M\u246?llenkamp.}")]
    [InlineData("Käthe Möllenkamp", @"b'K\xc3\xa4the M\xc3\xb6llenkamp'")]
    public void A_name_is_found(string name, string text)
    {
        using var originals = Searched.For((PersonalKind.Name, name));
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Theory]
    [InlineData("Heinz-Peter", "Müller-Lüdenscheid", "called Heinz Müller back")]
    [InlineData("Ana Maria", "Carballo Llopis", "llamar a Ana Carballo hoy")]
    [InlineData("Käthe", "Möllenkamp", "KAETHE MOELLENKAMP")]
    [InlineData("Käthe", "Moellenkamp", "Moellenkamp, Käthe")]
    [InlineData("Käthe", "Möllenkamp", "moellenkamp.kaethe")]
    public void First_and_last_name_of_a_row_are_found(string first, string last, string text)
    {
        using var originals = NameFormsTests.Row(first, last);
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Theory]
    [InlineData("The Rolling Stones", "the stones of the house")]
    [InlineData("Anna Maria Lindqvista", "Santa Anna Maria in Rome")]
    [InlineData("Dr. Anna Lindqvista", "Dr. Lindqvista")]
    [InlineData("Anna Maria Lindqvista", "Maria Lindqvista")]
    [InlineData("Michael Novaka", "Michal Novaka")]
    [InlineData("Samuel Novaka", "Samul Novaka")]
    [InlineData("Kenji S.", "Kenji's laptop")]
    [InlineData("Karin Novaka", "<li>Anna Novaka</li><li>Karin Berg</li>")]
    public void Somebody_else_is_not(string name, string text)
    {
        using var originals = Searched.For((PersonalKind.Name, name));
        Assert.Empty(originals.In(text).Hits());
    }

    [Theory]
    [InlineData("Deichstraße 17", "wohnt Deichstr. 17, hinten")]
    [InlineData("Deichstr. 17", "wohnt Deichstrasse 17, hinten")]
    [InlineData("Mühlenweg 17", "wohnt Muehlenweg 17")]
    [InlineData("17 Highfield Street", "at 17 Highfield St, Leeds")]
    [InlineData("17 Highfield Rd", "at 17 Highfield Road, Leeds")]
    public void An_address_is_found(string address, string text)
    {
        using var originals = Searched.For((PersonalKind.Address, address));
        Assert.Equal(PersonalKind.Address, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Fact]
    public void Every_address_of_a_list_is_an_original_and_so_is_who_stands_before_it()
    {
        using var originals = Searched.For((PersonalKind.Email, "\"Hugo Lindqvista\" <hugo8@mail.example>, Ida Berglunda <ida9@mail.example>; jan@post.example"));
        foreach (var text in (string[])["hugo8@mail.example", "ida9@mail.example", "jan@post.example"])
            Assert.Equal(PersonalKind.Email, Assert.Single(originals.In($"to {text} please").Hits()).Kind);
        foreach (var text in (string[])["Hugo Lindqvista", "Ida Berglunda"])
            Assert.Equal(PersonalKind.Name, Assert.Single(originals.In($"to {text} please").Hits()).Kind);
    }

    [Fact]
    public void Bytes_of_an_old_Western_document_are_letters()
    {
        using var originals = Searched.For((PersonalKind.Name, "Käthe Möllenkamp"));
        var bytes = @"\x" + Convert.ToHexStringLower(Encoding.Latin1.GetBytes("Betrifft: KÄTHE MÖLLENKAMP, Husum"));
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(bytes, TypeKind.Binary, "bytea").Hits()).Kind);
    }

    [Fact]
    public void A_database_in_an_old_Western_encoding_is_searched_as_any_other()
    {
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.Name]);
        sink.Field(0, Encoding.Latin1.GetBytes("Käthe Möllenkamp"));
        sink.EndRow();
        originals.Freeze();
        var scan = new TextScan(originals);
        scan.Scan(Encoding.Latin1.GetBytes("Frau KÄTHE MÖLLENKAMP"));
        scan.Scan(Encoding.Latin1.GetBytes("Frau K&auml;the M&#246;llenkamp"));
        Assert.Equal(2, scan.Tally.Hits().Sum(hit => hit.Found.Count));
    }

    [Fact]
    public void Names_of_another_script_in_another_encoding_stay_apart()
    {
        // Windows-1251: letters whose bytes would fold to the same Western ones.
        static byte[] Encoded(string text) => [.. text.Select(letter => letter is >= 'А' and <= 'я' ? (byte)(letter - 'А' + 0xc0) : (byte)letter)];
        Span<byte> one = stackalloc byte[64];
        Span<byte> other = stackalloc byte[64];
        var (length, otherLength) = (LetterFold.Apply(Encoded("бабаев"), one, []), LetterFold.Apply(Encoded("вавдаг"), other, []));
        Assert.False(one[..length].SequenceEqual(other[..otherLength]));
    }
}
