using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record ResidualSection(
    [property: Description("Different originals that were looked for.")] long Originals,
    [property: Description("Values that say too little to be looked for: too short, or common words.")] long TooShort,
    [property: Description("Fields of the result that were scanned.")] long FieldsScanned,
    [property: Description("Bits of an original's keyed fingerprint.")] int FingerprintBits,
    [property: Description("Upper bound for the probability that a run meets a false fingerprint match; every match is checked again against the originals.")] double FalseMatchProbability,
    [property: Description("Share of the originals whose fingerprints were kept, 1 unless memory was exhausted.")] double Share,
    [property: Description("Share of the originals' other forms (hashes and local parts of addresses, initials) whose fingerprints were kept, 1 unless memory was exhausted.")] double FormShare,
    [property: Description("Originals by kind.")] IReadOnlyList<OriginalsSection> Kinds);
