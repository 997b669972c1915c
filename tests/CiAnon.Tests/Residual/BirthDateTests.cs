using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>A date of birth is found in any usual writing, and another date is not.</summary>
public class BirthDateTests
{
    private const string Born = "1987-03-14";

    public static TheoryData<string> Writings =>
    [
        "1987-03-14", "1987/3/14", "1987.03.14", "1987_03_14", "19870314", "1987-03-14T00:00:00", "1987-03-14T00:00:00.000Z", "1987-03-14 00:00:00+01",
        "19870314T000000Z", "14.03.1987", "14.3.1987", "14. 3. 1987", "14 / 03 / 1987", "03/14/1987", "3/14/1987", "14/3/1987", "14-03-1987", "14 03 1987",
        "14 March 1987", "14 march, 1987", "March 14, 1987", "MARCH 14 1987", "Mar. 14th, 1987", "14th of March 1987", "14th March 1987", "14-Mar-1987",
        "14MAR1987", "14/Mar/1987:10:00:00", "1987-Mar-14", "1987 March 14", "Sat Mar 14 1987 00:00:00 GMT+0100", "Sat, 14 Mar 1987 00:00:00 +0100",
        "14. März 1987", "14. Maerz 1987", "14. Mrz. 1987", "14 mars 1987", "14 de marzo de 1987", "14 marzo del 1987", "14 marzo 1987", "14 maart 1987", "14 marca 1987 r.",
        "14 de março de 1987", "14º de março de 1987", "anna-lindqvist-1987-03-14.pdf", "born:1987-03-14;",
    ];

    [Theory]
    [MemberData(nameof(Writings))]
    public void A_date_of_birth_is_found_in_any_usual_writing(string text)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        Assert.Equal(1, originals.Distinct(PersonalKind.BirthDate));
        foreach (var context in new[] { text, $"She was born on {text} in Berlin.", $"\"{text}\"" })
        {
            var hit = Assert.Single(originals.In(context).ByChance());
            Assert.Equal((PersonalKind.BirthDate, originals.Fingerprints.OfDay(DayOf(1987, 3, 14))), (hit.Kind, Assert.Single(hit.Found)));
            Assert.StartsWith("date", hit.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1 January 1987", 1)]
    [InlineData("1er janvier 1987", 1)]
    [InlineData("1 Jänner 1987", 1)]
    [InlineData("1. Februar 1987", 2)]
    [InlineData("1 février 1987", 2)]
    [InlineData("1 lutego 1987", 2)]
    [InlineData("1. April 1987", 4)]
    [InlineData("1 kwietnia 1987", 4)]
    [InlineData("1 maja 1987", 5)]
    [InlineData("1 de mayo de 1987", 5)]
    [InlineData("1 giugno 1987", 6)]
    [InlineData("1 juillet 1987", 7)]
    [InlineData("1 août 1987", 8)]
    [InlineData("1 września 1987", 9)]
    [InlineData("1 de setembro de 1987", 9)]
    [InlineData("1 października 1987", 10)]
    [InlineData("1 ottobre 1987", 10)]
    [InlineData("1 listopada 1987", 11)]
    [InlineData("1. Dezember 1987", 12)]
    [InlineData("1 grudnia 1987", 12)]
    public void Months_are_read_in_eight_languages(string text, int month)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, $"1987-{month:00}-01"));
        Assert.Equal("date in words", Assert.Single(originals.In(text).ByChance()).Path);
    }

    [Theory]
    [InlineData("1987-03-15")]
    [InlineData("1988-03-14")]
    [InlineData("1987-14-03")]
    [InlineData("03/15/1987")]
    [InlineData("1987-03/14")]
    [InlineData("14 March 1988")]
    [InlineData("14 May 1987")]
    [InlineData("14 people of 1987")]
    [InlineData("March 1987")]
    [InlineData("114.03.1987")]
    [InlineData("14.03.19870")]
    [InlineData("x19870314")]
    [InlineData("119870314")]
    [InlineData("14.03.87")]
    [InlineData("14, 03, 1987")]
    [InlineData("31.02.1987")]
    public void Other_dates_and_parts_of_numbers_are_no_hits(string text)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("1987-03-14")]
    [InlineData("1987-03-14 23:10:00+01")]
    [InlineData("14.03.1987")]
    [InlineData("14. März 1987")]
    [InlineData("born 14 March 1987")]
    public void An_original_may_be_written_in_any_way(string original)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, original));
        Assert.Single(originals.In("19870314").ByChance());
    }

    [Theory]
    [InlineData("34")]
    [InlineData("1987")]
    [InlineData("infinity")]
    [InlineData("1787-03-14")]
    [InlineData("0044-03-15 BC")]
    [InlineData("unknown")]
    public void What_is_no_date_is_counted_and_not_looked_for(string original)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, original));
        Assert.Equal((1, 0), (originals.TooShort(PersonalKind.BirthDate), originals.Distinct(PersonalKind.BirthDate)));
        Assert.False(originals.HasBirthDays);
    }

    [Fact]
    public void Day_and_month_of_an_original_are_read_both_ways_and_counted_once()
    {
        using var originals = Searched.For((PersonalKind.BirthDate, "03/04/1987"));
        Assert.Equal(1, originals.Distinct(PersonalKind.BirthDate));
        Assert.Single(originals.In("1987-04-03").ByChance());
        Assert.Single(originals.In("1987-03-04").ByChance());
    }

    [Theory]
    [InlineData(TypeKind.Text, "text", "born 14.03.1987", "date")]
    [InlineData(TypeKind.Json, "jsonb", """{"born": "1987-03-14"}""", "date in $.born")]
    [InlineData(TypeKind.Json, "json", """{"note": "14 March 1987"}""", "date in words in $.note")]
    [InlineData(TypeKind.Array, "_date", "{1987-03-14,2024-01-01}", "date")]
    [InlineData(TypeKind.Other, "daterange", "[1987-03-14,2024-01-01)", "date")]
    [InlineData(TypeKind.Other, "xml", "<born>1987-03-14</born>", "date")]
    [InlineData(TypeKind.Other, "person", "(Anna,1987-03-14)", "date")]
    public void Whatever_holds_texts_is_searched(TypeKind kind, string baseName, string value, string path)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        Assert.True(FieldScanner.Wants(new ScannedColumn(kind, baseName, []), originals));
        Assert.Equal(path, Assert.Single(originals.In(value, kind, baseName).ByChance()).Path);
    }

    [Theory]
    [InlineData(TypeKind.Date)]
    [InlineData(TypeKind.Timestamp)]
    [InlineData(TypeKind.Integer)]
    public void Dates_and_numbers_of_a_type_of_their_own_are_not(TypeKind kind)
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        Assert.False(FieldScanner.Wants(new ScannedColumn(kind, "", []), originals));
    }

    [Fact]
    public void Dates_that_the_masks_of_a_column_give_are_not_counted_there()
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        Assert.True(originals.In(Born, TypeKind.Text, "text", PersonalKind.BirthDate).IsEmpty);
    }

    [Fact]
    public void Only_dates_that_the_dump_shows_again_are_confirmed()
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born), (PersonalKind.BirthDate, "1990-05-06"));
        var found = originals.In("1987-03-14 and 6.5.1990").Fingerprints.ToList();
        Assert.Equal(2, found.Count);
        var confirmations = new Confirmations(found);
        var recheck = originals.Recheck([PersonalKind.BirthDate], confirmations);
        recheck.Field(0, Encoding.ASCII.GetBytes("1990-05-06 00:00:00"));
        recheck.EndRow();
        Assert.True(confirmations.IsConfirmed(originals.Fingerprints.OfDay(DayOf(1990, 5, 6))));
        Assert.False(confirmations.IsConfirmed(originals.Fingerprints.OfDay(DayOf(1987, 3, 14))));
    }

    [Fact]
    public void A_date_across_two_chunks_of_a_large_object_is_found()
    {
        using var originals = Searched.For((PersonalKind.BirthDate, Born));
        var scan = new TextScan(originals);
        foreach (var chunk in new[] { Filler + "14 Mar", "ch 1987 " + Filler }) scan.Append(Encoding.ASCII.GetBytes(chunk));
        scan.End();
        Assert.Single(scan.Tally.ByChance());
    }

    private static string Filler { get; } = string.Concat(Enumerable.Repeat("lorem ipsum ", 1000));

    private static int DayOf(int year, int month, int day) => CiAnon.Residual.Dates.Day.Of(year, month, day);
}
