using System.Text;
using CiAnon.Catalogs;

namespace CiAnon.Strategies.Secrets;

/// <summary>One password for everybody, so that a developer can log in as anyone.</summary>
public static class PasswordStrategy
{
    private static readonly OptionDefinition Password = new("password", OptionType.Text, "what everybody's password becomes; it is no secret any more", "password");

    private static readonly OptionDefinition Scheme = new("scheme", OptionType.Choice,
        "how it is hashed; auto: as each value of the column is ($2b$, $argon2id$, pbkdf2_sha256$, bcrypt$ and argon2$ of Django, ASP.NET Core Identity)", "auto",
        Choices: ["auto", "bcrypt", "argon2id", "pbkdf2", "identity"]);

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
        var scheme = Enum.Parse<PasswordScheme>(context.Options[Scheme]!, ignoreCase: true);
        var mask = new PasswordMask(scheme, hashes);
        return mask.Longest > context.Type.MaxLength
            ? Compilation.DoesNotFit($"gives up to {mask.Longest} characters, but {context.Type.Name} has room for {context.Type.MaxLength}; set the scheme that the column has")
            : new Compilation(mask, null) { Publishes = "everybody has the policy's password" };
    }

    private sealed class PasswordMask : Mask
    {
        private readonly PasswordScheme _scheme;
        private readonly byte[] _bcrypt;
        private readonly byte[] _argon2id;
        private readonly byte[] _pbkdf2;
        private readonly byte[] _identity;

        public PasswordMask(PasswordScheme scheme, PasswordHashes hashes)
        {
            _scheme = scheme;
            _bcrypt = Used(PasswordScheme.Bcrypt, hashes.Bcrypt);
            _argon2id = Used(PasswordScheme.Argon2id, hashes.Argon2id);
            _pbkdf2 = Used(PasswordScheme.Pbkdf2, hashes.Pbkdf2);
            _identity = Used(PasswordScheme.Identity, hashes.Identity);
        }

        /// <summary>What a column must have room for: of several schemes, the column's own is shorter than the longest only if it has a length.</summary>
        public int Longest => _scheme == PasswordScheme.Auto ? 0 : Math.Max(Math.Max(_bcrypt.Length, _argon2id.Length), Math.Max(_pbkdf2.Length, _identity.Length));

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            switch (_scheme == PasswordScheme.Auto ? SchemeOf(value) : _scheme)
            {
                case PasswordScheme.Bcrypt:
                    // Django writes its own name before everybody's format.
                    if (_scheme == PasswordScheme.Auto && value.StartsWith("bcrypt$"u8)) output.Append("bcrypt$"u8);
                    output.Append(_bcrypt);
                    return;
                case PasswordScheme.Argon2id:
                    if (_scheme == PasswordScheme.Auto && value.StartsWith("argon2$"u8)) output.Append("argon2"u8);
                    output.Append(_argon2id);
                    return;
                case PasswordScheme.Pbkdf2:
                    output.Append(_pbkdf2);
                    return;
                case PasswordScheme.Identity:
                    output.Append(_identity);
                    return;
                default:
                    // Django's mark of an account that can't log in, with random characters behind it.
                    if (!value.StartsWith("!"u8)) throw new MaskException("is no password hash of a scheme that is known: set 'scheme'");
                    output.Append(value.Length == 1 ? "!-"u8 : "!"u8);
                    return;
            }
        }

        private byte[] Used(PasswordScheme scheme, Func<string> hash) => _scheme is PasswordScheme.Auto || _scheme == scheme ? Encoding.ASCII.GetBytes(hash()) : [];

        private static PasswordScheme SchemeOf(ReadOnlySpan<byte> value)
        {
            if (value.StartsWith("$2a$"u8) || value.StartsWith("$2b$"u8) || value.StartsWith("$2y$"u8) || value.StartsWith("$2x$"u8) || value.StartsWith("bcrypt$"u8)) return PasswordScheme.Bcrypt;
            if (value.StartsWith("$argon2"u8) || value.StartsWith("argon2$"u8)) return PasswordScheme.Argon2id;
            if (value.StartsWith("pbkdf2_sha"u8)) return PasswordScheme.Pbkdf2;
            return value.StartsWith("AQAAAA"u8) ? PasswordScheme.Identity : PasswordScheme.Auto;
        }
    }
}
