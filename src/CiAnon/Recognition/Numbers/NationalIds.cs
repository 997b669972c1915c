using CiAnon.Strategies;

namespace CiAnon.Recognition.Numbers;

/// <summary>
/// National numbers as data. Strength counts random digits (and letters where the layout has them) in the layout;
/// what leaves one in ten or more through, or is nothing but a few digits, needs a context.
/// </summary>
internal static class NationalIds
{
    private const string Tax = "tax";

    public static IReadOnlyList<NumberRecognizer> All { get; } =
    [
        Id("us-ssn", 0.89, "area, group and serial number in use; dashed, or beside a word for it", NationalIdChecks.UsSsn,
            ["999-99-9999", "?999 99 9999", "?999999999"], "ssn", "social security", "soc sec", "socialsecurity"),
        Id("us-itin", 0.05, "9 and a group of the IRS; dashed, or beside a word for it", NationalIdChecks.UsItin,
            ["999-99-9999", "?999999999"], "itin", "tin", Tax),
        Id("uk-nino", 0.086, "prefix and suffix letters in use", NationalIdChecks.UkNino,
            ["AA999999A", "AA 99 99 99 A", "AA 999999 A", "?aa999999a"], "nino", "national insurance", "ni number"),
        Id("uk-nhs", 0.09, "modulus 11", NationalIdChecks.UkNhs, ["?999 999 9999", "?9999999999", "?999-999-9999"], "nhs", "patient"),
        Id("de-tax-id", 0.0034, "ISO 7064 MOD 11,10 and one digit that repeats among ten", NationalIdChecks.DeTaxId,
            ["99999999999", "99 999 999 999", "99/999/999/999"], "steuer", "idnr", "identifikationsnummer", Tax, "tin"),
        Id("de-pension", 0.0067, "date of birth inside, weighted sum of digits", NationalIdChecks.DePension,
            ["99999999A999", "99 999999 A 999"], "rentenversicherung", "sozialversicherung", "svnr", "rvnr", "versicherungsnummer"),
        Id("de-id-card", 0.0073, "weights 7, 3, 1; the letters that such cards use", NationalIdChecks.DeIdCard, ["?A********9"], "ausweis", "personalausweis", "reisepass", "id card", "passport"),
        Id("fr-nir", 0.0052, "sex, month and key 97; Corsica too", NationalIdChecks.FrNir,
            ["999999999999999", "9 99 99 99 999 999 99", "9999999999999 99", "999999A99999999", "9 99 99 9A 999 999 99"], "nir", "insee", "secu", "securite sociale"),
        Id("es-dni", 1.0 / 23, "letter is number modulo 23", NationalIdChecks.EsDni, ["99999999A", "99999999-A", "99.999.999-A", "?99999999a"], "dni", "nif", "documento"),
        Id("es-nie", 0.005, "X, Y or Z, then as the DNI", NationalIdChecks.EsNie, ["A9999999A", "A-9999999-A", "A9999999-A"], "nie", "nif", "extranjero"),
        Id("it-codice-fiscale", 0.0137, "month letter, day, check letter", NationalIdChecks.ItCodiceFiscale, ["aaaaaa99a99a999a"], "codice fiscale", "cf"),
        Id("nl-bsn", 1.0 / 11, "the elfproef", NationalIdChecks.NlBsn, ["?999999999", "?9999.99.999", "?9999 99 999"], "bsn", "burgerservice", "sofinummer", "sofi"),
        Id("be-national", 0.0041, "date of birth inside, modulus 97", NationalIdChecks.BeNational,
            ["99.99.99-999.99", "?99999999999"], "rijksregister", "registre national", "national", "niss", "insz", "nrn"),
        Id("pl-pesel", 0.018, "date of birth inside, weighted sum", NationalIdChecks.PlPesel, ["?99999999999"], "pesel"),
        Id("se-personal", 0.0073, "date of birth inside, Luhn", NationalIdChecks.SePersonal,
            ["999999-9999", "999999+9999", "99999999-9999", "?9999999999", "?999999999999"], "personnummer", "personnr", "pnr", "samordningsnummer"),
        Id("dk-cpr", 0.0366, "date of birth inside", NationalIdChecks.DkCpr, ["?999999-9999", "?9999999999"], "cpr", "personnummer", "cprnr"),
        Id("fi-hetu", 0.0012, "date of birth inside, check character modulo 31", NationalIdChecks.FiHetu,
            ["999999-999*", "999999+999*", "999999A999*"], "hetu", "henkilotunnus"),
        Id("no-birth-number", 0.0023, "date of birth inside, two check digits modulo 11", NationalIdChecks.NoBirthNumber,
            ["99999999999", "999999 99999"], "fodselsnummer", "personnummer", "fnr"),
        Id("ch-ahv", 0.0001, "756 and the check digit of EAN-13", NationalIdChecks.ChAhv, ["999.9999.9999.99", "9999999999999", "999 9999 9999 99"], "ahv", "avs", "navs"),
        Id("at-social", 0.003, "date of birth inside, modulus 11", NationalIdChecks.AtSocial, ["?9999 999999", "?9999999999"], "sozialversicherung", "svnr", "sv nummer", "svnummer"),
        Id("pt-nif", 0.07, "first digit in use, modulus 11", NationalIdChecks.PtNif, ["?999999999", "?999 999 999"], "nif", "contribuinte"),
        Id("br-cpf", 0.01, "two check digits modulo 11", NationalIdChecks.BrCpf, ["999.999.999-99", "?99999999999"], "cpf"),
        Id("ca-sin", 0.08, "Luhn; first digit neither 0 nor 8", NationalIdChecks.CaSin, ["?999-999-999", "?999 999 999", "?999999999"], "sin", "social insurance", "nas", "assurance sociale"),
        Id("au-tfn", 1.0 / 11, "weighted sum modulo 11", NationalIdChecks.AuTfn, ["?999 999 999", "?999999999"], "tfn", "tax file"),
        Id("in-aadhaar", 0.08, "Verhoeff; first digit 2 to 9", NationalIdChecks.InAadhaar, ["9999 9999 9999", "?999999999999", "?9999-9999-9999"], "aadhaar", "aadhar", "uidai"),
        Id("in-pan", 0.385, "five letters, the fourth a kind of holder; beside a word for it", NationalIdChecks.InPan, ["?AAAAA9999A"], "pan", "permanent account", Tax),
        Id("cz-birth-number", 0.015, "date of birth inside, modulus 11; Czech and Slovak", NationalIdChecks.CzBirthNumber, ["999999/9999", "?9999999999"], "rodne", "rc"),
        Id("cn-resident", 0.00007, "date of birth inside, modulus 11 with X", NationalIdChecks.CnResident, ["99999999999999999*"], "shenfenzheng"),
        Id("tr-identity", 0.009, "two check digits", NationalIdChecks.TrIdentity, ["?99999999999"], "tckn", "tc kimlik", "kimlik"),
        Id("cl-rut", 0.028, "modulus 11 with K", NationalIdChecks.ClRut, ["99.999.999-*", "9.999.999-*", "?99999999-*", "?9999999-*"], "rut", "run"),
        Id("za-identity", 0.00073, "date of birth inside, citizenship, Luhn", NationalIdChecks.ZaIdentity, ["?9999999999999"], "id number", "identity", "said"),
    ];

    private static LayoutRecognizer Id(string name, double strength, string summary, NumberCheck check, string[] layouts, params string[] words) => new(layouts, check)
    {
        Name = name,
        Kind = PersonalKind.NationalId,
        Strength = strength,
        Summary = summary,
        ContextWords = words,
    };
}
