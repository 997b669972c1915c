using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.Encryption;

/// <summary>
/// Recipients from texts: an age recipient, an ssh public key, or the path of a file of such lines or of an OpenPGP public key.
/// No message repeats a text, which may be a secret key given by mistake.
/// </summary>
public static partial class RecipientReader
{
    private const int MostBytes = 1 << 20;

    /// <returns>All of one format, none twice.</returns>
    /// <exception cref="CiAnonException">CIANON2020: not a recipient; CIANON2021: a secret key; CIANON2022: formats are mixed.</exception>
    public static IReadOnlyList<Recipient> Read(IReadOnlyList<string> texts)
    {
        List<Recipient> recipients = [.. texts.SelectMany((text, index) => One(text.Trim(), index + 1))];
        if (recipients.Select(recipient => recipient.Format).Distinct().Count() > 1)
            throw new CiAnonException(DiagnosticCodes.RecipientsMixed, "age and OpenPGP recipients can't share one file: name recipients of one format");
        return [.. recipients.DistinctBy(recipient => recipient.Text ?? Convert.ToHexString(recipient.Key!), StringComparer.Ordinal)];
    }

    private static IEnumerable<Recipient> One(string text, int number)
    {
        RefuseSecret(text, number);
        if (IsAge(text)) return [Age(text, number)];
        if (text.Length == 0 || text.Contains('\n', StringComparison.Ordinal) || !File.Exists(text))
            throw Unknown(number, "it is no recipient and no file's path");
        return InFile(Bytes(text, number), number);
    }

    private static IEnumerable<Recipient> InFile(byte[] bytes, int number)
    {
        var text = Encoding.Latin1.GetString(bytes);
        RefuseSecret(text, number);
        if (IsOpenPgp(bytes, text)) return [new Recipient(EncryptionFormat.OpenPgp, number, null, bytes)];
        List<string> lines = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
        if (lines.Count == 0 || !lines.TrueForAll(IsAge))
            throw Unknown(number, "the file holds neither one age or ssh recipient per line nor an OpenPGP public key");
        return lines.Select(line => Age(line, number));
    }

    private static byte[] Bytes(string path, int number)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes ? File.ReadAllBytes(path) : throw Unknown(number, "the file is too large for public keys");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CiAnonException(DiagnosticCodes.BadRecipient, $"recipient {number}: the file can't be read: {exception.GetType().Name}", cause: exception);
        }
    }

    private static bool IsAge(string text) => AgeRecipient().IsMatch(text) || (SshKey().Match(text) is { Success: true } key && IsBase64(key.Groups["key"].Value));

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    // The comment of an ssh key may name a person or a machine, and encrypts nothing.
    private static Recipient Age(string text, int number) =>
        new(EncryptionFormat.Age, number, SshKey().Match(text) is { Success: true } key ? $"ssh-{key.Groups["type"].Value} {key.Groups["key"].Value}" : text, null);

    // A binary key begins with a public-key packet, tag 6, in the old or the new packet format (RFC 9580, 4.2).
    private static bool IsOpenPgp(byte[] bytes, string text) =>
        text.Contains("-----BEGIN PGP PUBLIC KEY BLOCK-----", StringComparison.Ordinal) || bytes is [0x98 or 0x99 or 0x9A or 0xC6, ..];

    private static void RefuseSecret(string text, int number)
    {
        if (!SecretKey().IsMatch(text) && text is not [(char)0x94 or (char)0x95 or (char)0x96 or (char)0xC5, ..]) return;
        throw new CiAnonException(DiagnosticCodes.RecipientIsSecret,
            $"recipient {number} is a secret key: give the public one. A log or a process list may have seen it by now: replace it when in doubt");
    }

    private static CiAnonException Unknown(int number, string reason) =>
        new(DiagnosticCodes.BadRecipient, $"recipient {number} can't be used: {reason}. {DiagnosticCodes.BadRecipient.Help}");

    // Bech32, whose checksum age itself judges. A further 1 begins a kind: those that age has are taken, plugins' aren't.
    [GeneratedRegex("^age1([02-9ac-hj-np-z]{58}|(pq|tag|tagpq)1[02-9ac-hj-np-z]{58,4000})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AgeRecipient();

    [GeneratedRegex("^ssh-(?<type>ed25519|rsa)[ \t]+(?<key>[A-Za-z0-9+/]+=*)([ \t][^\r\n]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SshKey();

    [GeneratedRegex("AGE-(SECRET-KEY|PLUGIN)-|-----BEGIN [A-Z ]*PRIVATE KEY", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretKey();
}
