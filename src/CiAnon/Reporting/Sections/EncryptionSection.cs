using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record EncryptionSection(
    [property: Description("age or openpgp.")] string Format,
    [property: Description("The published file's name, without its path.")] string File,
    [property: Description("Its size.")] long Bytes,
    [property: Description("Its SHA-256, lower-case hex.")] string Sha256,
    [property: Description("Who can decrypt it: age recipients, SHA256 fingerprints of ssh keys, or fingerprints of OpenPGP keys.")] IReadOnlyList<string> Recipients);
