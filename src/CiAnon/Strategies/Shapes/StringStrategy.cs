using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Shapes;

/// <summary>Characters drawn from an alphabet.</summary>
public static class StringStrategy
{
    private static readonly OptionDefinition Length = new("length", OptionType.Integer,
        "characters; as many as the value has when it isn't given", Minimum: 1, Maximum: 1000);

    private static readonly OptionDefinition Alphabet = new("alphabet", OptionType.Text,
        "the characters themselves, or alphanumeric (a to z, 0 to 9), letters, uppercase, digits, hex", "alphanumeric");

    public static readonly StrategyDefinition Definition = new(
        "string",
        "replaces a value by characters drawn from an alphabet",
        TypeKind.Text,
        [Length, Alphabet, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "characters of the alphabet; a unique column needs a length with room for all values", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.Token, PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone]),
        new StrategyExample("AB-1234", "4065etj2", new Dictionary<string, string> { ["length"] = "8" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var alphabet = Characters(context.Options[Alphabet]!);
        if (alphabet.Length < 2) return Compilation.DoesNotFit("needs an alphabet of two different characters at least");
        if (context.AsciiOnly && alphabet.Any(rune => !rune.IsAscii)) return Compilation.DoesNotFit("has an alphabet beyond ASCII, but the dump's encoding isn't UTF-8");
        var length = (int?)context.Options.Integer(Length);
        if (length > context.Type.MaxLength) return Compilation.DoesNotFit($"gives {length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}");
        if (context.DistinctValues > 0)
        {
            var needed = (int)Math.Ceiling(Math.Log((double)context.DistinctValues * context.DistinctValues / 2 / Capacity.Tolerance) / Math.Log(alphabet.Length));
            if (length is null || length < needed)
                return Compilation.DoesNotFit($"needs a length of {needed} to keep {context.DistinctInWords} apart with {alphabet.Length} characters, and {(length is null ? "none is given" : $"{length} is given")}");
        }
        return new StringMask(new SipHash(context.Key.Hash), length, [.. alphabet.Select(rune => Encoding.UTF8.GetBytes(rune.ToString()))]);
    }

    private static Rune[] Characters(string alphabet) => [.. (alphabet switch
    {
        "alphanumeric" => "abcdefghijklmnopqrstuvwxyz0123456789",
        "letters" => "abcdefghijklmnopqrstuvwxyz",
        "uppercase" => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "digits" => "0123456789",
        "hex" => "0123456789abcdef",
        _ => alphabet,
    }).EnumerateRunes().Distinct()];

    private sealed class StringMask(SipHash hash, int? length, byte[][] alphabet) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var stream = new HashStream(hash.Hash(value));
            var start = output.Length;
            var count = length ?? Count(value);
            do
            {
                output.Truncate(start);
                for (var i = 0; i < count; i++) output.Append(alphabet[stream.Index(alphabet.Length)]);
            }
            while (output.Written[start..].SequenceEqual(value));
        }

        private static int Count(ReadOnlySpan<byte> value)
        {
            var count = 0;
            for (; !value.IsEmpty; count++)
            {
                _ = Rune.DecodeFromUtf8(value, out _, out var length);
                value = value[length..];
            }
            return count;
        }
    }
}
