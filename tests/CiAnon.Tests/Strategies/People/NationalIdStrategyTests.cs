using System.Text;
using CiAnon.Recognition;

namespace CiAnon.Tests.Strategies.People;

public class NationalIdStrategyTests
{
    [Theory]
    [InlineData("gb_nhs", "943 476 5919", "uk-nhs")]
    [InlineData("fr_nir", "2 55 08 14 168 025 38", "fr-nir")]
    [InlineData("de_tax_id", "86 095 742 719", "de-tax-id")]
    [InlineData("es_dni", "12345678-Z", "es-dni")]
    [InlineData("es_nie", "X-1234567-L", "es-nie")]
    [InlineData("it_codice_fiscale", "RSSMRA85T10A562S", "it-codice-fiscale")]
    [InlineData("nl_bsn", "111222333", "nl-bsn")]
    [InlineData("pl_pesel", "44051401359", "pl-pesel")]
    [InlineData("se_personnummer", "811228-9874", "se-personal")]
    [InlineData("br_cpf", "111.444.777-35", "br-cpf")]
    public void An_id_is_one_to_those_who_look_for_them(string id, string value, string recognizer)
    {
        var judge = Recognizers.All.Single(one => one.Name == recognizer);
        Assert.True(judge.IsWhole(Encoding.ASCII.GetBytes(value)));
        var mask = StrategyRun.Mask("national_id", options: $"id={id}");
        for (var i = 0; i < 3000; i++)
        {
            var original = string.Concat(value.Select(one => char.IsAsciiDigit(one) ? (char)('0' + ((one + i) % 10)) : one)) + (i % 2 == 0 ? "" : "x");
            var result = mask.Of(original[..value.Length]);
            Assert.True(judge.IsWhole(Encoding.ASCII.GetBytes(result)), $"{id}: {result}");
            Assert.Equal(value.Where(one => !char.IsAsciiLetterOrDigit(one)), result.Where(one => !char.IsAsciiLetterOrDigit(one)));
        }
    }

    [Theory]
    [InlineData("us_ssn", "078-05-1120", "^9[0-9]{2}-(0[1-9]|[1-4][0-9])-[0-9]{4}$", "us-ssn")]
    [InlineData("gb_nino", "AB 12 34 56 C", "^QQ [0-9]{2} [0-9]{2} [0-9]{2} [A-D]$", "uk-nino")]
    public void An_id_that_is_never_given_out_is_nobody_s(string id, string value, string expected, string recognizer)
    {
        var judge = Recognizers.All.Single(one => one.Name == recognizer);
        var mask = StrategyRun.Mask("national_id", options: $"id={id}");
        for (var i = 0; i < 1000; i++)
        {
            var result = mask.Of(value[..^1] + (char)('0' + (i % 10)));
            Assert.False(judge.IsWhole(Encoding.ASCII.GetBytes(result)));
        }
        Assert.Matches(expected, mask.Of(value));
    }

    [Fact]
    public void A_company_s_number_has_its_two_check_digits()
    {
        // Of Petrobras and of python-stdnum's documentation.
        Assert.True(IsCompany("33.000.167/0001-01") && IsCompany("16.727.230/0001-97") && !IsCompany("16.727.230/0001-98"));
        var mask = StrategyRun.Mask("national_id", options: "id=br_cnpj");
        for (var i = 0; i < 1000; i++) Assert.True(IsCompany(mask.Of($"{i:00}.222.333/0001-81")));
    }

    private static bool IsCompany(string number)
    {
        var digits = number.Where(char.IsDigit).Select(digit => digit - '0').ToArray();
        // Weights 2 to 9, again and again, from the right.
        int Check(int length) => Enumerable.Range(0, length).Sum(place => digits[place] * (2 + ((length - 1 - place) % 8))) % 11;
        return digits.Length == 14 && Enumerable.Range(12, 2).All(length => digits[length] == (Check(length) < 2 ? 0 : 11 - Check(length)));
    }

    [Fact]
    public void What_has_another_length_gets_a_plain_number()
    {
        Assert.Matches("^[0-9]{11}$", StrategyRun.Mask("national_id", options: "id=de_tax_id").Of("unknown"));
        Assert.NotEmpty(StrategyRun.Problem("national_id", StrategyRun.Varchar(8), "id=us_ssn"));
    }
}
