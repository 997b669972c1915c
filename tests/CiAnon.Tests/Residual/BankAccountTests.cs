using CiAnon.Catalogs;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Accounts are found as they were written before there were IBANs, and numbers with letters right before them.</summary>
public class BankAccountTests
{
    private const string German = "DE02 1203 0000 0000 2020 51";

    [Theory]
    [InlineData(German, "120300000000202051", "")]
    [InlineData(German, "12030000 0000202051", "")]
    [InlineData(German, "12030000/202051", "")]
    [InlineData(German, "BLZ 12030000, Konto 202051", "")]
    [InlineData(German, "Kto-Nr. 0000202051, BLZ: 12030000", "")]
    [InlineData(German, """{"blz": "12030000", "konto": "202051"}""", "$")]
    [InlineData("de02120300000000202051", "12030000;202051", "")]
    [InlineData("NL91ABNA0417164300", "abna 0417164300", "")]
    [InlineData("ES9121000418450200051332", "2100 0418 45 0200051332", "")]
    [InlineData("FR1420041010050500013M02606", "20041 01005 0500013M026 06", "")]
    [InlineData("NO9386011117947", "8601 11 17947", "")]
    [InlineData(German, "IBANDE02120300000000202051", "behind letters")]
    [InlineData(German, "ibande02 1203 0000 0000 2020 51 bitte", "behind letters")]
    public void An_account_is_found(string iban, string text, string path)
    {
        using var originals = Searched.For((PersonalKind.Account, iban));
        Assert.Contains(originals.In(text).Hits(), hit => hit.Kind == PersonalKind.Account && (path == "$" || hit.Path == path));
    }

    [Theory]
    [InlineData(German, "12030000")]
    [InlineData(German, "202051")]
    [InlineData(German, "12030000 is a bank, and so is 50010517, not 202051")]
    [InlineData(German, "12030000 202052")]
    [InlineData(German, "IBANDE02120300000000202052")]
    [InlineData(German, "CARIBANDE02120300000000202051")]
    [InlineData("120300000000202051", "DE02")]
    public void Another_one_is_not(string iban, string text)
    {
        using var originals = Searched.For((PersonalKind.Account, iban));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("+49 151 12345678", "TEL004915112345678", true)]
    [InlineData("+49 151 12345678", "Mobil015112345678, abends", true)]
    [InlineData("+49 151 12345678", "a015112345678", false)]
    [InlineData("+49 151 12345678", "tel015112345679", false)]
    [InlineData("+49 151 12345678", "tel0151123456780", false)]
    [InlineData("+49 151 12345678", "7f015112345678", false)]
    [InlineData("+49 151 12345678", "t015112345678x", false)]
    [InlineData("555-0123", "ref5550123", false)]
    public void A_number_behind_letters_is_found(string phone, string text, bool found)
    {
        using var originals = Searched.For((PersonalKind.Phone, phone));
        var hits = originals.In(text).Hits();
        Assert.Equal(found, hits.Count == 1 && hits[0] is { Kind: PersonalKind.Phone, Path: "behind letters" });
        if (!found) Assert.Empty(hits);
    }

    [Fact]
    public void Order_numbers_that_begin_with_letters_are_no_leak_of_many_phones()
    {
        var random = new Random(7);
        using var originals = Searched.For([.. Enumerable.Range(0, 20_000).Select(_ => (PersonalKind.Phone, $"0{random.NextInt64(150_0000000, 151_0000000)}"))]);
        var orders = originals.In(Enumerable.Range(0, 20_000).Select(_ => $"RE{random.NextInt64(150_0000000, 151_0000000)}"), TypeKind.Text);
        Assert.Empty(orders.Hits());
        Assert.NotEmpty(orders.ByChance());
    }

    [Fact]
    public void An_account_is_one_original()
    {
        using var originals = Searched.For((PersonalKind.Account, German));
        Assert.Equal((1, 3), (originals.Distinct(PersonalKind.Account), originals.Count));
        Assert.True(originals.Numbers.HasLength(18) && originals.Numbers.HasLength(BankAccount.BankCodeDigits + 6));
    }
}
