namespace CiAnon.Publishing.Encryption;

/// <summary>What an encryption left.</summary>
/// <param name="Sha256">Of the encrypted bytes, lower-case hex.</param>
/// <param name="Bytes">Their number.</param>
public sealed record EncryptedFile(string Sha256, long Bytes);
