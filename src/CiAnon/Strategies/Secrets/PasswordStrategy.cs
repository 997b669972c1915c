using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Secrets;

/// <summary>One password for everybody, so that a developer can log in as anyone.</summary>
public static class PasswordStrategy
{
    private const string Auto = "auto";

    private static readonly OptionDefinition Password = new("password", OptionType.Text, "what everybody's password becomes; it is no secret any more", "password");

    private static readonly OptionDefinition Scheme = new("scheme", OptionType.Choice,
        "how it is hashed; auto: as each value of the column is ($2b$, $argon2id$, pbkdf2_sha256$, bcrypt$, argon2$ and scrypt$ of Django, ASP.NET Core Identity, $scrypt$, $7$ of crypt, scrypt: of Werkzeug)", Auto,
        Choices: [Auto, .. PasswordFormat.All.Select(format => format.Name).OfType<string>()]);

    public static readonly StrategyDefinition Definition = new(
        "password",
        "replaces a password's hash by that of one chosen password, in the scheme that the column uses: a developer can log in as anyone",
        TypeKind.Text,
        [Password, Scheme, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "the same hash in all rows of a scheme; Django's unusable passwords stay unusable", Reversible: false, Hides: PersonalKind.Token, LooksLike: [PersonalKind.Token]),
        new StrategyExample("$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "$2b$04$yaw.8JjVywePDK2wAxrzfu94lfz5tmCHEfgv9Z6QdyvDr/Za5lmyS"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var hashes = new PasswordHashes(context.Options[Password]!, context.Key.Hash.ToArray());
        var scheme = context.Options[Scheme]!;
        if (scheme == Auto) return Fitting(new PasswordMask(PasswordFormat.All, hashes, context.Type.MaxLength));
        var mask = new PasswordMask([PasswordFormat.All.First(format => format.Name == scheme) with { Prefixes = [[]] }], hashes, context.Type.MaxLength);
        return mask.Longest > context.Type.MaxLength ? Compilation.DoesNotFit($"gives {mask.Longest} characters, but {context.Type.Name} has room for {context.Type.MaxLength}") : Fitting(mask);
    }

    private static Compilation Fitting(PasswordMask mask) => new(mask, null) { Publishes = "everybody has the policy's password" };

    private sealed class PasswordMask(IReadOnlyList<PasswordFormat> formats, PasswordHashes hashes, int? room) : Mask
    {
        private readonly (byte[] Prefix, byte[] Hash)[] _hashes =
            [.. formats.Select(format => (format, Hash: Encoding.ASCII.GetBytes(format.Write(hashes)))).SelectMany(pair => pair.format.Prefixes.Select(prefix => (prefix, pair.Hash)))];

        public int Longest => _hashes.Max(pair => pair.Hash.Length);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            foreach (var (prefix, hash) in _hashes)
            {
                if (!value.StartsWith(prefix)) continue;
                if (hash.Length > room) throw new MaskException("is a password's hash of a scheme that the column has no room for");
                output.Append(hash);
                return;
            }
            // Django's mark of an account that can't log in, with random characters behind it.
            if (!value.StartsWith("!"u8)) throw new MaskException("is no password hash of a scheme that is known: set 'scheme'");
            output.Append(value.Length == 1 ? "!-"u8 : "!"u8);
        }
    }
}
