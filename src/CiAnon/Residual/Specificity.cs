using CiAnon.Residual.Forms;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>
/// Whether an original says enough to be looked for in every text: one that is an everyday word would make half of the dump a leak.
/// What says too little is counted, not looked for.
/// </summary>
internal static class Specificity
{
    /// <summary>No original that is looked for as a text has fewer, folded.</summary>
    public const int FewestBytes = 5;

    // Fewer are an everyday word too often, anywhere in a text.
    private const int FewestKana = 5;
    private const int FewestSyllables = 3;

    /// <param name="value">The original as it stands.</param>
    /// <param name="folded">Its words end to end.</param>
    public static bool IsEnough(PersonalKind kind, ReadOnlySpan<byte> value, ReadOnlySpan<byte> folded, int words)
    {
        if (folded.Length < FewestBytes) return false;
        var hasDigit = folded.ContainsAnyInRange((byte)'0', (byte)'9');
        return kind switch
        {
            PersonalKind.Email => value.Contains((byte)'@'),
            PersonalKind.Name => words >= 2 && folded.Length >= 6 && (!IsEastAsian(folded) || words >= FewestCharacters(folded, ideographs: 3)),
            PersonalKind.Address => words >= 2 && hasDigit && folded.Length >= 8 && folded.ContainsAnyExceptInRange((byte)'0', (byte)'9'),
            PersonalKind.Username when IsEastAsian(folded) => hasDigit || words >= FewestCharacters(folded, ideographs: 2),
            PersonalKind.Username => hasDigit || words >= 2 || (folded.Length >= 8 && !RoleWords.Contains(folded)),
            PersonalKind.Device => words <= 8 && hasDigit && folded.Length >= 10,
            PersonalKind.FreeText => words >= 5 && folded.Length >= 24,
            PersonalKind.Phone or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.Token =>
                (folded.Length >= 6 && hasDigit) || (folded.Length >= 10 && !RoleWords.Contains(folded)),
            _ => false,
        };
    }

    /// <summary>Whether it begins with an ideograph, a syllable of Hangul or kana: each is a word, two of them are often an everyday one, and the family's name leads.</summary>
    public static bool IsEastAsian(ReadOnlySpan<byte> folded) => folded is [>= 0xe3, ..];

    private static int FewestCharacters(ReadOnlySpan<byte> folded, int ideographs) => IsKana(folded) ? FewestKana : folded[0] is >= 0xea and <= 0xed ? FewestSyllables : ideographs;

    private static bool IsKana(ReadOnlySpan<byte> folded)
    {
        for (var i = 0; i < folded.Length; i += 3)
        {
            if (folded[i..] is not [0xe3, >= 0x81 and <= 0x83, ..]) return false;
        }
        return true;
    }
}
