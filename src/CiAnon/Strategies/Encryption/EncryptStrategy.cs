using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Encryption;

/// <summary>Values that somebody must be able to read again: <c>ci-anon decrypt</c> does, with the run's key.</summary>
public static class EncryptStrategy
{
    private const string ByKey = "whoever has the key can decrypt it";

    private static readonly OptionDefinition Alphabet = new("alphabet", OptionType.Choice,
        "of a text. any: a string of 6 to 36 digits becomes another of its length, everything else a token; digits or alphanumeric: these characters are encrypted among themselves, "
        + "all others stay and show, and so does the length, which fits varchar", "any", Choices: ["any", "digits", "alphanumeric"]);

    private static readonly OptionDefinition Longest = new("longest", OptionType.Integer,
        "the bytes of the longest text that a token must have room for, where varchar(n) would allow longer ones than its own room; a longer value stops the run", Minimum: 1, Maximum: 1 << 20);

    public static readonly StrategyDefinition Definition = new(
        "encrypt",
        "encrypts a value so that whoever has the key can read it again with ci-anon decrypt",
        TypeKind.Text | TypeKind.Integer | TypeKind.Binary,
        [Alphabet, Longest, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.Always, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "FF1 (NIST SP 800-38G): as many digits, or characters of the alphabet, over 36 digits or 20 characters in equal parts; integers of integer among themselves, larger ones too. "
            + "AES-SIV (RFC 5297): enc_ and base64url of the value and 16 bytes; bytes and 16 more. It is reversible pseudonymization, and the report says so", Reversible: true,
            Hides: PersonalKind.Token,
            LooksLike: [PersonalKind.Token, PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone]),
        new StrategyExample("CUST-000173", "enc_MqXa2bdvBtiIBCYVjMJigy-8Cg3aJv1OG9Ev"),
        Compile);

    /// <summary>What the rule makes of a column's values, and the way back; null and a problem where it doesn't fit.</summary>
    public static Cipher For(TypeKind kind, OptionValues options, DomainKey key) => kind switch
    {
        TypeKind.Integer => new IntegerCipher(new DigitPermutation(key.Permutation)),
        TypeKind.Binary => new BytesCipher(Siv(key)),
        _ => options[Alphabet] switch
        {
            "digits" => new AlphabetCipher(new AesBlock(key.Permutation), "0123456789"u8),
            "alphanumeric" => new AlphabetCipher(new AesBlock(key.Permutation), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8),
            _ => new TokenCipher(new NumeralPermutation(new AesBlock(key.Permutation), 10), Siv(key)),
        },
    };

    private static Compilation Readable(Cipher cipher) => new(cipher, null) { Publishes = ByKey };

    private static AesSiv Siv(DomainKey key) => new([.. key.Expand("encrypt mac"), .. key.Expand("encrypt text")]);

    private static Compilation Compile(StrategyContext context)
    {
        var cipher = For(context.Type.Kind, context.Options, context.Key);
        if (context.Type.Kind == TypeKind.Integer)
        {
            if (context.Type.BaseName == "int2") return Compilation.DoesNotFit("has too few values to hide one among (FF1 wants a million): use permute, which ci-anon can't take back");
            return context.SequenceValues is { Count: > 0 }
                ? Compilation.DoesNotFit("would meet the next values of the column's sequence: use permute, which stays below them")
                : Readable(cipher);
        }
        if (context.Type.Kind == TypeKind.Binary) return Readable(cipher);
        if (cipher is AlphabetCipher)
            return new Compilation(cipher, null) { Publishes = $"{ByKey}, publishes the length and all that is no {(context.Options[Alphabet] == "digits" ? "digit" : "letter or digit of ASCII")}" };
        if (context.Type.MaxLength is not { } room) return Readable(cipher);
        // In UTF-8 a character has up to four bytes.
        var bytes = context.Options.Integer(Longest) ?? (long)room * (context.AsciiOnly ? 1 : 4);
        var length = TokenCipher.Length(bytes);
        return length <= room
            ? Readable(context.Options.Integer(Longest) is { } longest ? new BoundedCipher(cipher, (int)longest) : cipher)
            : Compilation.DoesNotFit($"makes {length} characters of {bytes} bytes, and {context.Type.Name} has room for {room}: give it text, an alphabet that keeps the length (alphabet: alphanumeric or digits)"
                + (TokenCipher.Longest(room) is > 0 and var fits ? $", or say that no value has more than {fits} bytes (longest: {fits})" : ""));
    }
}
