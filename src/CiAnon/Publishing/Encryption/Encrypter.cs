using CiAnon.Diagnostics;

namespace CiAnon.Publishing.Encryption;

/// <summary>Encrypts the artefact for its recipients, with age or gpg. Knows public keys only, so nothing here can decrypt.</summary>
public sealed class Encrypter : IDisposable
{
    private static readonly string[] GpgQuietly = ["--batch", "--no-tty", "--no-options", "--no-autostart"];

    // Not for listings: with this model gpg 2.2 makes no trust database, and without one it ends at a key that it doesn't know.
    private static readonly string[] GpgOptions = [.. GpgQuietly, "--trust-model", "always", "--compress-algo", "none"];

    private readonly IReadOnlyList<Recipient> _recipients;
    private readonly DirectoryInfo _home;
    private readonly EncryptionProgram _program;

    /// <param name="recipients">At least one, all of one format.</param>
    /// <param name="searchPath">The value of PATH.</param>
    /// <exception cref="CiAnonException">CIANON2020: a recipient can't be used; CIANON2021: it is a secret key; CIANON2023: the program is missing.</exception>
    public Encrypter(IReadOnlyList<Recipient> recipients, string? searchPath, CancellationToken cancellation)
    {
        _recipients = recipients;
        Format = recipients[0].Format;
        // Made with mode 0700.
        _home = Directory.CreateTempSubdirectory("ci-anon-keys-");
        try
        {
            _program = EncryptionProgram.Find(Format, searchPath, _home.FullName);
            foreach (var recipient in recipients.Where(recipient => recipient.Key is not null)) File.WriteAllBytes(KeyFile(recipient), recipient.Key!);
            Identifiers = [.. recipients.Select(recipient => Identifier(recipient, cancellation))];
            Probe(cancellation);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public EncryptionFormat Format { get; }

    /// <summary>The recipients as a report may name them: age recipients, SHA256 fingerprints of ssh keys, OpenPGP fingerprints.</summary>
    public IReadOnlyList<string> Identifiers { get; }

    /// <summary>Encrypts a file into another, which is on disk afterwards.</summary>
    /// <param name="sha256">Digest of what was proven: what is encrypted must be the same bytes.</param>
    /// <exception cref="CiAnonException">CIANON2024: the program failed; CIANON2025: what it took isn't what was proven.</exception>
    public EncryptedFile Encrypt(string clear, string target, string sha256, CancellationToken cancellation)
    {
        using var from = new FileStream(clear, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var to = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var result = _program.Run(Arguments(_recipients), from, to, cancellation);
        if (Problem(result) is { } problem)
            throw new CiAnonException(DiagnosticCodes.EncryptionFailed, $"{Format.Program} did not encrypt the dump: {problem}; nothing was published");
        if (result.Input!.Sha256 != sha256)
            throw new CiAnonException(DiagnosticCodes.EncryptedOther, "what was encrypted isn't the dump that was proven; nothing was published. Run again");
        to.Flush(flushToDisk: true);
        return new EncryptedFile(result.Output.Sha256, result.Output.Bytes);
    }

    public void Dispose() => _home.Delete(recursive: true);

    // All at once, as the dump will be encrypted; only then one at a time, so that the message can say which.
    private void Probe(CancellationToken cancellation)
    {
        if (Refusal(_recipients, cancellation) is not { } together) return;
        foreach (var recipient in _recipients)
        {
            if (Refusal([recipient], cancellation) is { } alone) throw Refused(recipient, alone, cancellation);
        }
        throw new CiAnonException(DiagnosticCodes.BadRecipient, $"{Format.Program} takes each of the recipients, and not all together: {together}");
    }

    private string? Refusal(IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        using var clear = new MemoryStream("ci-anon"u8.ToArray());
        var result = _program.Run(Arguments(recipients), clear, Stream.Null, cancellation);
        return Problem(result) is not { } problem ? null : (Format == EncryptionFormat.Age ? RefusalWords.OfAge(result.Said) : null) ?? problem;
    }

    private CiAnonException Refused(Recipient recipient, string problem, CancellationToken cancellation)
    {
        if (recipient.NewKind is { } kind && _program.Version(cancellation) is { } version && version < Recipient.NewKindsSince)
            return new CiAnonException(DiagnosticCodes.BadRecipient, $"recipient {recipient.Number} is {kind}, which age takes from {Recipient.NewKindsSince} on, and {version} is installed");
        if (recipient.Key is not null && Unknown(recipient, Listing(recipient, cancellation, out var result), result.Said, cancellation) is { } unknown) return unknown;
        return new CiAnonException(DiagnosticCodes.BadRecipient,
            $"{Format.Program} can't encrypt for recipient {recipient.Number}: {problem}. Is the key complete, valid for encryption and not expired?");
    }

    private OpenPgpListing Listing(Recipient recipient, CancellationToken cancellation, out EncryptionResult result)
    {
        using var listing = new MemoryStream();
        using var key = new MemoryStream(recipient.Key!);
        result = _program.Run(["--homedir", _home.FullName, .. GpgQuietly, "--with-colons", "--show-keys"], key, listing, cancellation);
        return OpenPgpListing.Parse(listing.ToArray());
    }

    private CiAnonException? Unknown(Recipient recipient, OpenPgpListing keys, string said, CancellationToken cancellation) =>
        RefusalWords.OfGpg(said, keys) is not { } kind ? null : new CiAnonException(DiagnosticCodes.BadRecipient,
            $"recipient {recipient.Number} is an OpenPGP key of a kind that this gpg{(_program.Version(cancellation) is { } version ? $" ({version})" : "")} doesn't know: {kind}. Give a key of an older kind, or install a newer gpg");

    private string Identifier(Recipient recipient, CancellationToken cancellation)
    {
        if (recipient.Key is null) return recipient.AgeIdentifier;
        var keys = Listing(recipient, cancellation, out var result);
        if (keys.HasSecret)
            throw new CiAnonException(DiagnosticCodes.RecipientIsSecret, $"recipient {recipient.Number} is a secret key: give the public one, as `gpg --export` writes it");
        if (keys.Fingerprints.Count == 0 && Unknown(recipient, keys, result.Said, cancellation) is { } unknown) throw unknown;
        // gpg would silently take the first of several keys, and whoever holds another could not decrypt.
        return result.ExitCode == 0 && keys.Fingerprints.Count == 1 ? keys.Fingerprints[0] : throw new CiAnonException(DiagnosticCodes.BadRecipient,
            $"recipient {recipient.Number}: the file must hold exactly one OpenPGP public key, and gpg reads {keys.Fingerprints.Count} in it");
    }

    private string? Problem(EncryptionResult result)
    {
        if (result.ExitCode != 0) return $"it ended with exit code {result.ExitCode}";
        if (result.Input is null) return "it did not read all of its input";
        // A small input fits into the pipe unread. Nothing is compressed, so what holds all of it is longer than it.
        if (result.Output.Bytes <= result.Input.Bytes) return "it wrote less than it was given";
        return Format.Begins(result.Output.Start) ? null : $"what it wrote is no {Format.Name} file";
    }

    private IEnumerable<string> Arguments(IReadOnlyList<Recipient> recipients) => Format == EncryptionFormat.Age
        ? ["--encrypt", .. recipients.SelectMany(recipient => new[] { "--recipient", recipient.Text! })]
        : ["--homedir", _home.FullName, .. GpgOptions, .. recipients.SelectMany(recipient => new[] { "--recipient-file", KeyFile(recipient) }), "--encrypt"];

    private string KeyFile(Recipient recipient) => Path.Combine(_home.FullName, $"recipient-{recipient.Number}");
}
