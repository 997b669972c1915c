using CiAnon.Strategies;

namespace CiAnon.Recognition.Patterns;

/// <summary>How many values of a kind one column may have before <c>patterns</c> speaks, and why so many.</summary>
/// <param name="Share">Of the column's values; 0 tolerates none.</param>
/// <param name="Fewest">Fewer values than this are never a finding.</param>
/// <param name="Why">For the docs.</param>
public sealed record PatternThreshold(PersonalKind Kind, double Share, int Fewest, string Why)
{
    public static IReadOnlyList<PatternThreshold> All { get; } =
    [
        new(PersonalKind.Email, 0, 1, "an address is an address: nothing else looks like one"),
        new(PersonalKind.Account, 0, 1, "an IBAN's check digits let 1 in 97 through, and chance is subtracted"),
        new(PersonalKind.Card, 0, 1, "prefix, length and Luhn; chance is subtracted"),
        new(PersonalKind.NationalId, 0, 1, "check digits or a word for it; chance is subtracted"),
        new(PersonalKind.Token, 0, 1, "one private key is enough"),
        new(PersonalKind.Ip, 0, 1, "version numbers and networks for documentation don't count as addresses"),
        new(PersonalKind.Device, 0, 1, "a MAC address is a device's"),
        new(PersonalKind.BirthDate, 0, 1, "only dates beside a word for birth count"),
        new(PersonalKind.Phone, 0.001, 1, "groups of digits in technical texts may look like a phone number now and then"),
        new(PersonalKind.Address, 0.01, 3, "a number beside a word for street may be a title or a product"),
        new(PersonalKind.Name, 0.2, 5, "dictionary words are words: bands, brands and places are called like people"),
        new(PersonalKind.FirstName, 0.2, 5, "dictionary words are words: Rose, Grace, Paris"),
        new(PersonalKind.LastName, 0.2, 5, "dictionary words are words: Baker, Winter, Stark"),
    ];

    /// <summary>Whether so many values are a finding.</summary>
    public bool IsExceeded(long matching, long seen) => matching >= Fewest && matching > seen * Share;
}
