using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Recognizers of numbers; each has no state and is shared by all scanners.</summary>
internal static class NumberRecognizers
{
    public static IReadOnlyList<Recognizer> All { get; } =
    [
        new IbanRecognizer
        {
            Name = "iban", Kind = PersonalKind.Account, Strength = 1.0 / 97,
            Summary = "country, its length in the IBAN registry, MOD 97-10; spaces, dashes or nothing between groups of four",
        },
        new LayoutRecognizer(
            ["9999 9999 9999 9999", "9999-9999-9999-9999", "9999999999999999", "9999 999999 99999", "9999-999999-99999", "999999999999999", "9999 999999 9999", "99999999999999"],
            PaymentCard.IsValid)
        {
            Name = "card", Kind = PersonalKind.Card, Strength = 0.03,
            Summary = "an issuer's prefix with its length (Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro), Luhn's check digit, not one digit repeated",
        },
    ];
}
