using System.Text;

namespace CiAnon.Recognition.Patterns;

/// <summary>A value that a recognizer must see, and one like it that it must not. All of them are invented, or published as examples.</summary>
/// <param name="Recognizer">The recognizer's name.</param>
/// <param name="Text">As it stands in a text, with the word that it needs nearby if it needs one.</param>
/// <param name="Near">Almost the same, but wrong.</param>
public sealed record PatternSample(string Recognizer, string Text, string Near)
{
    /// <summary>One for every recognizer.</summary>
    public static IReadOnlyList<PatternSample> All { get; } =
    [
        new("email", "write to anna.control@planted-sample.net soon", "write to anna.control@planted-sample soon"),
        new("phone-international", "call +49 151 23456789 today", "call +999 151 23456789 today"),
        new("phone-national", "office (212) 736-5000 ext. 4", "office (112) 036-5000 ext. 4"),
        new("iban", "pay to DE89 3704 0044 0532 0130 00 please", "pay to DE88 3704 0044 0532 0130 00 please"),
        new("card", "paid with 4111 1111 1111 1111", "paid with 4111 1111 1111 1112"),
        new("us-ssn", "SSN 536-90-4399", "SSN 666-90-4399"),
        new("us-itin", "ITIN 912-70-1234", "ITIN 912-49-1234"),
        new("uk-nino", "NI number AB123456C", "NI number QQ123456C"),
        new("uk-nhs", "NHS 943 476 5919", "NHS 943 476 5918"),
        new("de-tax-id", "Steuer-ID 86095742719", "Steuer-ID 86095742718"),
        new("de-pension", "Rentenversicherung 15070649C103", "Rentenversicherung 15070649C104"),
        new("de-id-card", "Ausweis L01X00T471", "Ausweis L01X00T472"),
        new("fr-nir", "NIR 2 55 08 14 168 025 38", "NIR 2 55 08 14 168 025 39"),
        new("es-dni", "DNI 12345678Z", "DNI 12345678A"),
        new("es-nie", "NIE X1234567L", "NIE X1234567A"),
        new("it-codice-fiscale", "CF RSSMRA85T10A562S", "CF RSSMRA85T10A562T"),
        new("nl-bsn", "BSN 111222333", "BSN 111222334"),
        new("be-national", "rijksregister 85.07.30-033.28", "rijksregister 85.07.30-033.29"),
        new("pl-pesel", "PESEL 44051401359", "PESEL 44051401358"),
        new("se-personal", "personnummer 811228-9874", "personnummer 811228-9873"),
        new("dk-cpr", "CPR 211062-5629", "CPR 321362-5629"),
        new("fi-hetu", "hetu 131052-308T", "hetu 131052-308U"),
        new("no-birth-number", "personnummer 01010750160", "personnummer 01010750161"),
        new("ch-ahv", "AHV 756.9217.0769.85", "AHV 756.9217.0769.84"),
        new("at-social", "SVNR 1237 010180", "SVNR 1238 010180"),
        new("pt-nif", "NIF 123456789", "NIF 123456788"),
        new("br-cpf", "CPF 111.444.777-35", "CPF 111.444.777-36"),
        new("ca-sin", "SIN 130 692 544", "SIN 130 692 545"),
        new("au-tfn", "TFN 123 456 782", "TFN 123 456 783"),
        new("in-aadhaar", "Aadhaar 2363 2345 2346", "Aadhaar 2363 2345 2347"),
        new("in-pan", "PAN ABCPE1234F", "PAN ABCDE1234F"),
        new("cz-birth-number", "RC 736028/5163", "RC 736028/5164"),
        new("cn-resident", "id 11010519491231002X", "id 110105194912310021"),
        new("tr-identity", "kimlik 10000000146", "kimlik 10000000147"),
        new("cl-rut", "RUT 12.345.678-5", "RUT 12.345.678-6"),
        new("za-identity", "id number 8001015009087", "id number 8001015009088"),
        new("ipv4", "from 81.2.69.142 at noon", "version 81.2.69.142 at noon"),
        new("ipv6", "from 2a02:8109:9440::1a2f at noon", "from 2001:db8:9440::1a2f at noon"),
        new("mac", "device 3c:22:fb:1a:2b:4d", "device 3d:22:fb:1a:2b:4d"),
        new("street-address", "lives at 12 Linden Street now", "lives at 12 Linden Apples now"),
        new("birth-date", "born 1980-02-17 in York", "seen 1980-02-17 in York"),
        new("full-name", "ask Anna Becker about it", "ask Blue Becker about it"),
        new("first-name", "Katarzyna", "Kettle"),
        new("last-name", "Kowalczyk", "Kettle"),
        new("private-key", "-----BEGIN RSA PRIVATE KEY-----\nMIIB", "-----BEGIN CERTIFICATE-----\nMIIBMIIBMIIB"),
        new("jwt", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJub3RhIjoiaGVhZGVyIn0yMzQ1Njc4OQ.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"),
        new("api-key", "AKIA" + "IOSFODNN7EXAMPLE", "AKIB" + "IOSFODNN7EXAMPLE"),
        new("password-hash", "$2b$12$" + "R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "$2b$12$" + "R9h/cIPz0gi.URNNX3kh2"),
        new("credentials", "postgres://app:" + "planted-word@db.internal/shop", "postgres://app@db.internal/shop"),
    ];

    /// <summary>For the scanner.</summary>
    public byte[] Utf8 => Encoding.UTF8.GetBytes(Text);
}
