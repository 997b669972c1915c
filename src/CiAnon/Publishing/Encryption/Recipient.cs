using System.Security.Cryptography;

namespace CiAnon.Publishing.Encryption;

/// <summary>Somebody who can decrypt the artefact. Holds public keys only.</summary>
/// <param name="Number">Which of the given recipients it comes from, from 1: messages say this instead of repeating the text.</param>
/// <param name="Text">age: the recipient itself; OpenPGP: null.</param>
/// <param name="Key">OpenPGP: the public key's bytes, armored or binary; age: null.</param>
public sealed record Recipient(EncryptionFormat Format, int Number, string? Text, byte[]? Key)
{
    /// <summary>Older ones know such recipients by plugins at best.</summary>
    public static readonly Version NewKindsSince = new(1, 3);

    /// <summary>age's own kind of recipient since 1.3, in words; null for the kinds that every age takes, and for OpenPGP.</summary>
    public string? NewKind => Text switch
    {
        not null when Text.StartsWith("age1pq1", StringComparison.Ordinal) => "a post-quantum recipient",
        not null when Text.StartsWith("age1tag", StringComparison.Ordinal) => "a tag recipient",
        _ => null,
    };

    /// <summary>What a report may name: the age recipient, or the key's fingerprint as ssh-keygen prints it.</summary>
    public string AgeIdentifier => Text!.StartsWith("ssh-", StringComparison.Ordinal)
        ? "SHA256:" + Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(Text.Split(' ')[1]))).TrimEnd('=')
        : Text;
}
