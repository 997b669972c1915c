using System.Text;

namespace CiAnon.Publishing.Encryption;

/// <summary>What <c>gpg --with-colons --show-keys</c> prints (GnuPG's doc/DETAILS): a record per line, its kind first.</summary>
/// <param name="UnknownAlgorithms">OpenPGP's numbers of algorithms that this gpg doesn't know, of keys and subkeys.</param>
internal sealed record OpenPgpListing(IReadOnlyList<string> Fingerprints, bool HasSecret, IReadOnlyList<string> UnknownAlgorithms)
{
    private const int LengthField = 2;
    private const int AlgorithmField = 3;
    private const int FingerprintField = 9;

    public static OpenPgpListing Parse(byte[] text)
    {
        List<string> fingerprints = [];
        SortedSet<string> unknown = new(StringComparer.Ordinal);
        var isPrimary = false;
        var hasSecret = false;
        foreach (var fields in Encoding.UTF8.GetString(text).Split('\n').Select(line => line.Split(':')))
        {
            if (fields[0] == "fpr" && isPrimary && fields.Length > FingerprintField) fingerprints.Add(fields[FingerprintField]);
            // Of what it doesn't know gpg has no length.
            if (fields[0] is "pub" or "sub" && fields.Length > FingerprintField && fields[LengthField] == "0") unknown.Add(fields[AlgorithmField]);
            hasSecret |= fields[0] is "sec" or "ssb";
            // The fingerprint follows its key; those after subkeys are the subkeys'.
            isPrimary = fields[0] == "pub" || (isPrimary && fields[0] != "fpr");
        }
        return new OpenPgpListing(fingerprints, hasSecret, [.. unknown]);
    }
}
