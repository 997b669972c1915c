using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record KeySection(
    [property: Description("anonymization: random key, forgotten at the end. pseudonymization: a given key, the same pseudonyms every time. unknown: the dump was made before.")] string Mode,
    [property: Description("Fingerprint of a given key; absent when the key is forgotten.")] string? Fingerprint,
    [property: Description("What the mode means.")] string Meaning);
