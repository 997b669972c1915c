using System.Security.Cryptography;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>A hash of an address is found where addresses are, and nothing else is taken for one.</summary>
public class AddressHashTests
{
    private const string Mail = "anna.schmidt@mail.example";

    [Theory]
    [InlineData("md5", "MD5")]
    [InlineData("sha1", "SHA-1")]
    [InlineData("sha256", "SHA-256")]
    public void A_hash_of_the_trimmed_address_in_lower_case_is_found(string hash, string path)
    {
        using var originals = Searched.For((PersonalKind.Email, " Anna.Schmidt@Mail.example "));
        foreach (var text in new[] { Digits(hash, Mail), Digits(hash, Mail).ToUpperInvariant(), $"https://avatars.example/{Digits(hash, Mail)}.png?s=80", "0x" + Digits(hash, Mail), @"\x" + Digits(hash, Mail) })
        {
            var hit = Assert.Single(originals.In(text).Hits());
            Assert.Equal((PersonalKind.Email, path, 1L), (hit.Kind, hit.Path, hit.Count));
        }
        Assert.Equal(path + " in $.avatar", Assert.Single(originals.In($$"""{"avatar": "{{Digits(hash, Mail)}}"}""", TypeKind.Json, "jsonb").Hits()).Path);
        Assert.Equal(path, Assert.Single(originals.In(@"\x" + Digits(hash, Mail), TypeKind.Binary, "bytea").Hits()).Path);
    }

    [Theory]
    [InlineData("md5")]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void A_hash_of_the_address_as_it_stands_is_found(string hash)
    {
        using var originals = Searched.For((PersonalKind.Email, "Anna.Schmidt@Mail.example"));
        Assert.Single(originals.In(Digits(hash, "Anna.Schmidt@Mail.example")).Hits());
    }

    [Fact]
    public void Each_spelling_of_an_address_has_hashes_of_its_own()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail), (PersonalKind.Email, "ANNA.Schmidt@mail.example"), (PersonalKind.Email, Mail));
        foreach (var mail in new[] { Mail, "ANNA.Schmidt@mail.example" }) Assert.Single(originals.In(Digits("md5", mail)).Hits());
    }

    [Fact]
    public void Addresses_of_the_same_words_have_hashes_of_their_own()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail), (PersonalKind.Email, "annaschmidt@mail.example"), (PersonalKind.Email, "Jürgen@MAIL.example"), (PersonalKind.Email, "Otto <otto@mail.example>"));
        foreach (var mail in new[] { Mail, "annaschmidt@mail.example", "jürgen@mail.example", "otto@mail.example" }) Assert.Single(originals.In(Digits("sha1", mail)).Hits());
    }

    [Fact]
    public void Other_hashes_and_parts_of_hashes_are_no_hits()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        var digits = Digits("sha256", Mail);
        foreach (var text in new[] { Digits("md5", "bertil@mail.example"), digits[..32], digits[..40], digits + "00", "x" + digits[1..], digits.Insert(20, "-") }) Assert.True(originals.In(text).IsEmpty, text);
    }

    [Fact]
    public void Forms_are_no_originals_more()
    {
        using var originals = Searched.For((PersonalKind.Email, Mail));
        Assert.Equal((1, 1, 1.0, 1.0), (originals.Distinct(PersonalKind.Email), originals.Count, originals.Share, originals.FormShare));
    }

    [Fact]
    public void Beyond_the_limit_a_share_of_the_forms_is_kept_and_told()
    {
        using var originals = new CiAnon.Residual.Originals(Searched.Key, limit: 20_000);
        var sink = originals.Collect([PersonalKind.Email]);
        for (var i = 0; i < 10_000; i++) sink.Field(0, Encoding.ASCII.GetBytes($"somebody{i}@mail.example"));
        originals.Freeze();

        Assert.Equal(1, originals.Share);
        Assert.InRange(originals.FormShare, 0.1, 0.6);
        var found = Enumerable.Range(0, 10_000).Count(i => !originals.In(Digits("md5", $"somebody{i}@mail.example")).IsEmpty);
        Assert.InRange(found / 10_000.0, originals.FormShare * 0.9, originals.FormShare * 1.1);
    }

    private static string Digits(string hash, string mail)
    {
        var bytes = Encoding.UTF8.GetBytes(mail);
        // Weak hashes are what others stored.
#pragma warning disable CA5350, CA5351
        return Convert.ToHexStringLower(hash switch { "md5" => MD5.HashData(bytes), "sha1" => SHA1.HashData(bytes), _ => SHA256.HashData(bytes) });
#pragma warning restore CA5350, CA5351
    }
}
