using CiAnon.Recognition.Places;
using CiAnon.Strategies;

namespace CiAnon.Recognition.Numbers;

/// <summary>Recognizers of numbers; none has a state, all scanners share them.</summary>
internal static class NumberRecognizers
{
    private static readonly string[] PhoneWords =
        ["phone", "tel", "telefon", "telephone", "telefono", "mobile", "mobil", "handy", "cell", "fax", "call", "calls", "whatsapp", "sms", "portable", "ring", "movil", "rufnummer", "gsm"];

    private static readonly string[] BirthWords =
    [
        "born", "birth", "birthday", "dateofbirth", "dob", "geb", "geboren", "geburt", "né le", "née le", "ne le", "nee le", "naissance", "nacid", "nacim",
        "nato il", "nata il", "nascita", "nascimento", "nascid", "fodt", "født", "född", "fodd", "urodz", "syntym", "geboortedatum", "narozen",
    ];

    public static IReadOnlyList<NumberRecognizer> All { get; } =
    [
        new PhoneRecognizer
        {
            Name = "phone-international", Kind = PersonalKind.Phone, Strength = 0.65,
            Summary = "+ or 00, a country calling code of ITU-T E.164, 8 to 15 digits; not the numbers that regulators keep for fiction",
        },
        new NationalPhoneRecognizer
        {
            Name = "phone-national", Kind = PersonalKind.Phone, Strength = 0.6, ContextWords = PhoneWords,
            Summary = "(212) 555-2368, 0171/1234567, 06 12 34 56 78; other writings beside a word for it; never bare integers, dates, decimals",
        },
        new IbanRecognizer
        {
            Name = "iban", Kind = PersonalKind.Account, Strength = 1.0 / 97,
            Summary = "country, its length in the IBAN registry, MOD 97-10; spaces, dashes or nothing between groups of four",
        },
        new LayoutRecognizer(
            ["9999 9999 9999 9999", "9999-9999-9999-9999", "9999999999999999", "9999 999999 99999", "9999-999999-99999", "999999999999999", "9999 999999 9999", "99999999999999"],
            PaymentCard.IsValid)
        {
            Name = "card", Kind = PersonalKind.Card, Strength = 0.023,
            Summary = "an issuer's prefix with its length (Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro), Luhn, not one digit repeated",
        },
        .. NationalIds.All,
        new IpRecognizer
        {
            Name = "ipv4", Kind = PersonalKind.Ip, Strength = 0.8,
            Summary = "four octets; no version numbers, not 0/8, 127/8, 224/3, nor the networks for documentation (RFC 5737)",
        },
        new Ip6Recognizer { Name = "ipv6", Kind = PersonalKind.Ip, Strength = 1, Summary = "RFC 4291; not ::/16, multicast, nor the networks for documentation (RFC 3849, RFC 9637)" },
        new MacRecognizer { Name = "mac", Kind = PersonalKind.Device, Strength = 0.5, Summary = "six pairs of hexadecimal digits; not null, broadcast or multicast" },
        new AddressRecognizer
        {
            Name = "street-address", Kind = PersonalKind.Address, Strength = 1,
            Summary = "a house number beside a word for street in English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic languages or Polish",
        },
        new LayoutRecognizer(BirthDate.Layouts, BirthDate.IsValid)
        {
            Name = "birth-date", Kind = PersonalKind.BirthDate, Strength = 0.03, ContextWords = BirthWords,
            Summary = "a date of 1900 to 2099 beside a word for birth in English, German, French, Spanish, Italian, Portuguese, Nordic languages, Polish or Dutch",
        },
    ];
}
