using System.Text;

namespace CiAnon.Strategies.Secrets;

/// <summary>How applications write a password's hash.</summary>
/// <param name="Name">As the option <c>scheme</c> has it; null for what only values of a column tell.</param>
/// <param name="Prefixes">How such hashes begin; no prefix is another's beginning.</param>
/// <param name="Write">The chosen password's hash.</param>
internal sealed record PasswordFormat(string? Name, IReadOnlyList<byte[]> Prefixes, Func<PasswordHashes, string> Write)
{
    public static IReadOnlyList<PasswordFormat> All { get; } =
    [
        Of("bcrypt", "$2a$ $2b$ $2y$ $2x$", hashes => hashes.Bcrypt()),
        // Django writes its own name before everybody's format.
        Of(null, "bcrypt$", hashes => "bcrypt$" + hashes.Bcrypt()),
        Of("argon2id", "$argon2", hashes => hashes.Argon2id()),
        Of(null, "argon2$", hashes => "argon2" + hashes.Argon2id()),
        Of("pbkdf2", "pbkdf2_sha", hashes => hashes.Pbkdf2()),
        Of("identity", "AQAAAA", hashes => hashes.Identity()),
        Of("scrypt", "$scrypt$", hashes => hashes.Scrypt()),
        Of("scrypt-crypt", "$7$", hashes => hashes.ScryptCrypt()),
        Of("scrypt-django", "scrypt$", hashes => hashes.ScryptDjango()),
        Of("scrypt-werkzeug", "scrypt:", hashes => hashes.ScryptWerkzeug()),
    ];

    private static PasswordFormat Of(string? name, string prefixes, Func<PasswordHashes, string> write) =>
        new(name, [.. prefixes.Split(' ').Select(Encoding.ASCII.GetBytes)], write);
}
