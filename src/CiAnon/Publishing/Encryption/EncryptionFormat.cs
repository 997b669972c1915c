namespace CiAnon.Publishing.Encryption;

/// <summary>How the artefact is encrypted: the two formats that people hold keys for.</summary>
/// <param name="Name">As the report says it: <c>age</c> or <c>openpgp</c>.</param>
/// <param name="Program">The program that encrypts, as the search path and Debian's packages call it.</param>
public sealed record EncryptionFormat(string Name, string Program)
{
    public static readonly EncryptionFormat Age = new("age", "age");
    public static readonly EncryptionFormat OpenPgp = new("openpgp", "gpg");

    // RFC 9580, 4.2 and 5.1: the first packet is a public-key encrypted session key, tag 1, in the old or the new packet format.
    private static readonly byte[] SessionKeyPackets = [0x84, 0x85, 0x86, 0xC1];

    /// <summary>What encrypted files end with.</summary>
    public string Extension => "." + Program;

    /// <summary>Whether a file that begins so is of this format.</summary>
    public bool Begins(ReadOnlySpan<byte> start) =>
        this == Age ? start.StartsWith("age-encryption.org/v1\n"u8) : start.Length > 0 && SessionKeyPackets.AsSpan().Contains(start[0]);
}
