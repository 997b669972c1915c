using System.Text;
using CiAnon.Recognition;

namespace CiAnon.Tests.Recognition;

/// <summary>Numbers that authorities, standards and manuals publish as examples; the source stands beside each.</summary>
public class PublishedNumbersTests
{
    [Theory]
    [InlineData("iban", "GB82 WEST 1234 5698 7654 32")] // ISO 13616 as quoted by Wikipedia, International Bank Account Number
    [InlineData("iban", "GB29NWBK60161331926819")] // SWIFT IBAN registry, as all below
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("iban", "FR1420041010050500013M02606")]
    [InlineData("iban", "ES9121000418450200051332")]
    [InlineData("iban", "IT60X0542811101000000123456")]
    [InlineData("iban", "NL91ABNA0417164300")]
    [InlineData("iban", "BE68539007547034")]
    [InlineData("iban", "CH9300762011623852957")]
    [InlineData("iban", "AT611904300234573201")]
    [InlineData("iban", "PL61109010140000071219812874")]
    [InlineData("iban", "SE4550000000058398257466")]
    [InlineData("iban", "NO9386011117947")]
    [InlineData("iban", "DK5000400440116243")]
    [InlineData("iban", "FI2112345600000785")]
    [InlineData("iban", "PT50000201231234567890154")]
    [InlineData("iban", "MT84MALT011000012345MTLCAST001S")]
    [InlineData("iban", "BR9700360305000010009795493P1")]
    [InlineData("card", "4242 4242 4242 4242")] // Stripe, test cards, as those below
    [InlineData("card", "5555555555554444")]
    [InlineData("card", "2223003122003222")]
    [InlineData("card", "378282246310005")]
    [InlineData("card", "3782 822463 10005")]
    [InlineData("card", "6011111111111117")]
    [InlineData("card", "3566002020360505")]
    [InlineData("card", "6200000000000005")]
    [InlineData("uk-nhs", "943 476 5919")] // NHS Data Dictionary
    [InlineData("uk-nino", "AB 12 34 56 C")] // gov.uk's format example is QQ123456C, never issued
    [InlineData("de-tax-id", "86 095 742 719")] // Bundeszentralamt für Steuern, example of the 2016 pattern
    [InlineData("de-tax-id", "47036892816")] // the same
    [InlineData("de-tax-id", "65929970489")] // the same, a digit three times
    [InlineData("de-pension", "15070649C103")] // Deutsche Rentenversicherung, VKVV example
    [InlineData("de-id-card", "L01X00T471")] // Bundesdruckerei's specimen
    [InlineData("fr-nir", "255081416802538")] // INSEE, RNIPP example
    [InlineData("es-dni", "12345678Z")] // Ministerio del Interior
    [InlineData("es-nie", "X1234567L")]
    [InlineData("it-codice-fiscale", "RSSMRA85T10A562S")] // Agenzia delle Entrate's Mario Rossi
    [InlineData("nl-bsn", "111222333")] // RvIG's test number
    [InlineData("be-national", "85.07.30-033.28")] // Rijksregister, technical note
    [InlineData("pl-pesel", "44051401359")] // gov.pl
    [InlineData("se-personal", "811228-9874")] // Skatteverket, SKV 704
    [InlineData("se-personal", "19811228-9874")]
    [InlineData("dk-cpr", "211062-5629")] // CPR-kontoret
    [InlineData("fi-hetu", "131052-308T")] // Digi- ja väestötietovirasto
    [InlineData("no-birth-number", "01010750160")] // Skatteetaten, test population
    [InlineData("ch-ahv", "756.9217.0769.85")] // ZAS, specimen
    [InlineData("at-social", "1237 010180")] // Sozialversicherung, e-card specimen
    [InlineData("br-cpf", "111.444.777-35")] // Receita Federal, algorithm's example
    [InlineData("ca-sin", "130 692 544")] // Service Canada's algorithm example
    [InlineData("ca-sin", "046 454 286", false)] // the fictitious number of Wikipedia begins with 0
    [InlineData("au-tfn", "123 456 782")] // ATO's algorithm example
    [InlineData("in-aadhaar", "2363 2345 2346", true)]
    [InlineData("cz-birth-number", "736028/5163")] // Czech Ministry of the Interior's example
    [InlineData("cn-resident", "11010519491231002X")] // GB 11643-1999
    [InlineData("tr-identity", "10000000146")] // the first one issued
    [InlineData("cl-rut", "30.686.957-4")]
    [InlineData("za-identity", "8001015009087")]
    [InlineData("uk-nhs", "943-476-5870")] // python-stdnum's documentation, as all down to br-cpf
    [InlineData("uk-nhs", "9434765871", false)]
    [InlineData("fr-nir", "2 95 10 99 126 111 93")]
    [InlineData("fr-nir", "295109912611199", false)]
    [InlineData("de-tax-id", "36 574 261 809")]
    [InlineData("de-tax-id", "36574261890", false)]
    [InlineData("de-tax-id", "36554266806", false)]
    [InlineData("es-dni", "54362315-K")]
    [InlineData("es-dni", "54362315Z", false)]
    [InlineData("es-nie", "X2482300W")]
    [InlineData("es-nie", "X2482300A", false)]
    [InlineData("it-codice-fiscale", "RCCMNL83S18D969H")]
    [InlineData("nl-bsn", "111252333", false)]
    [InlineData("pl-pesel", "44051401358", false)]
    [InlineData("pl-pesel", "02381307589", false)]
    [InlineData("se-personal", "880320-0016")]
    [InlineData("se-personal", "880320-0018", false)]
    [InlineData("br-cpf", "390.533.447-05")]
    [InlineData("br-cpf", "231.002.999-00", false)]
    [InlineData("us-ssn", "078-05-1120", false)] // SSA, misused numbers: the wallet's
    [InlineData("us-ssn", "219-09-9999", false)] // SSA, the pamphlet's
    [InlineData("us-ssn", "000-12-3456", false)]
    [InlineData("us-ssn", "666-12-3456", false)]
    [InlineData("us-ssn", "900-12-3456", false)]
    [InlineData("iban", "GB82 WEST 1234 5698 7654 33", false)]
    [InlineData("iban", "XX82 WEST 1234 5698 7654 32", false)]
    [InlineData("card", "4242424242424241", false)]
    [InlineData("card", "0000000000000000", false)]
    [InlineData("card", "4444444444444444", false)]
    [InlineData("email", "very.common@firma.de")]
    [InlineData("email", "x@firma.co.uk")]
    [InlineData("email", "jürgen@müller.de")]
    [InlineData("email", "user+mailbox/department=shipping@example.com", false)] // RFC 3696, a reserved host
    [InlineData("email", "user@host", false)]
    [InlineData("email", "@angular/core", false)]
    [InlineData("email", "logo@2x.png", false)]
    [InlineData("email", "a@b.test", false)]
    [InlineData("email", "root@localhost", false)]
    [InlineData("phone-international", "+442071838750")]
    [InlineData("phone-international", "+1 212-736-5000")]
    [InlineData("phone-international", "+33 1 42 68 53 00")]
    [InlineData("phone-international", "+49 (0) 30 227-32152")]
    [InlineData("phone-international", "0041 44 668 18 00")]
    [InlineData("phone-international", "+44 7700 900123", false)] // Ofcom, numbers for drama
    [InlineData("phone-international", "+1 212-555-0123", false)] // NANPA, 555-0100 to 555-0199
    [InlineData("phone-international", "+999 12345678", false)]
    [InlineData("phone-national", "(212) 736-5000")]
    [InlineData("phone-national", "212-736-5000")]
    [InlineData("phone-national", "0171/1234567")]
    [InlineData("phone-national", "030 22732152")]
    [InlineData("phone-national", "06 12 34 56 78")]
    [InlineData("phone-national", "2024-01-02", false)]
    [InlineData("phone-national", "01.02.2024", false)]
    [InlineData("phone-national", "123456.789", false)]
    [InlineData("ipv4", "81.2.69.142")]
    [InlineData("ipv4", "192.0.2.55", false)] // RFC 5737
    [InlineData("ipv4", "203.0.113.9", false)]
    [InlineData("ipv4", "127.0.0.1", false)]
    [InlineData("ipv4", "1.2.3.4", false)]
    [InlineData("ipv4", "256.1.1.1", false)]
    [InlineData("ipv6", "2a00:1450:4001:81b::200e")]
    [InlineData("ipv6", "fe80::1")]
    [InlineData("ipv6", "2001:db8::1", false)] // RFC 3849
    [InlineData("ipv6", "::1", false)]
    [InlineData("ipv6", "12:30:45", false)]
    [InlineData("ipv6", "64:ff9b::c633:6407")]
    [InlineData("ipv6", "08:00:2b:01:02:03:04:05", false)] // EUI-64, as macaddr8 is written
    [InlineData("mac", "00:1B:44:11:3A:B7")]
    [InlineData("mac", "ff:ff:ff:ff:ff:ff", false)]
    [InlineData("street-address", "Hauptstraße 5")]
    [InlineData("street-address", "5 rue de la Paix")]
    [InlineData("street-address", "Calle Mayor 3")]
    [InlineData("street-address", "Strandvägen 12b")]
    [InlineData("full-name", "Anna Müller")]
    [InlineData("full-name", "Mueller, Hans")]
    [InlineData("full-name", "María José García Lorente")]
    [InlineData("full-name", "Copper Kettle", false)]
    [InlineData("first-name", "Jean-Pierre")]
    [InlineData("last-name", "O'Brien", false)]
    public void Published_numbers(string name, string value, bool isOne = true)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var recognizer = Recognizers.All.Single(one => one.Name == name);
        // Addresses and whole text: what counts inside a text is judged, too.
        Assert.Equal(isOne, name == "street-address" ? recognizer.Count(bytes) == 1 : recognizer.IsWhole(bytes));
    }
}
