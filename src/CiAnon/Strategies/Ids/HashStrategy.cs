using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Ids;

/// <summary>Hexadecimal digits of a keyed hash: tokens, external ids, account names.</summary>
public static class HashStrategy
{
    // As many keep a million values apart, but for one in 500 times; with 8, a hundred of them meet.
    private const int Enough = 12;

    private static readonly OptionDefinition Length = new("length", OptionType.Integer,
        "hexadecimal digits; fewer when the column is too short and the option isn't given", "32", Minimum: 8, Maximum: 64);

    private static readonly OptionDefinition Extension = new("extension", OptionType.Choice,
        "keep: where a value is a file's name, its extension stays (.pdf, .jpg and others that everybody has)", "drop", Choices: ["drop", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "hash",
        "replaces a value by hexadecimal digits that stand for it everywhere; a uuid by another uuid",
        TypeKind.Text | TypeKind.Uuid,
        [Length, Extension, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "8 to 64 hexadecimal digits, lower case, and a file's extension where the policy keeps it; random uuids (version 4) for uuid", Reversible: false, Hides: PersonalKind.Token, LooksLike: [PersonalKind.Token]),
        new StrategyExample("CUST-000173", "42042c90aec0710ad3987966b1cebc94"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var keeps = context.Options[Extension] == "keep";
        if (context.Type.Kind == TypeKind.Uuid)
            return keeps ? Compilation.DoesNotFit("keeps an extension, which a uuid hasn't") : new UuidMask(new SipHash(context.Key.Hash));

        var length = (int)context.Options.Integer(Length)!.Value;
        var tail = keeps ? FileExtension.Longest : 0;
        if (context.Type.MaxLength - tail is { } room && room < length)
        {
            if (context.Options.Given.ContainsKey(Length.Name) || room < Length.Minimum)
                return Compilation.DoesNotFit($"gives {length + tail} characters, but {context.Type.Name} has room for {context.Type.MaxLength}");
            length = room;
        }
        var probability = Capacity.CollisionProbability(context.DistinctValues, length);
        if (probability >= Capacity.Tolerance)
        {
            return Compilation.DoesNotFit(
                $"gives {length} hexadecimal digits, too few to keep {context.DistinctInWords} apart " +
                $"(probability of a collision {probability:0.#e-0}); {Capacity.HexDigits(context.DistinctValues)} are needed");
        }
        return new Compilation(new HexMask(context.Key, length, keeps), null)
        {
            Cut = length >= Enough || context.Options.Given.ContainsKey(Length.Name) ? null : $"has room for {length} of {Length.Default} hexadecimal digits",
            Publishes = keeps ? "publishes the extensions of files" : null,
        };
    }

    private sealed class HexMask(DomainKey key, int length, bool keepsExtension) : Mask
    {
        private readonly SipHash _first = new(key.Hash);
        private readonly SipHash _second = new(key.Permutation);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            HexText.Append(output, _first.Hash(value), Math.Min(length, 32));
            if (length > 32)
                HexText.Append(output, _second.Hash(value), length - 32);
            if (keepsExtension) output.Append(FileExtension.Of(value));
        }
    }

    private sealed class UuidMask(SipHash hash) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var number = hash.Hash(value);
            var text = output.Reserve(36);
            for (var i = 0; i < 36; i++)
            {
                var digit = (int)((ulong)number & 0xf);
                text[i] = i switch
                {
                    8 or 13 or 18 or 23 => (byte)'-',
                    14 => (byte)'4',
                    19 => "89ab"u8[digit & 3],
                    _ => "0123456789abcdef"u8[digit],
                };
                if (text[i] != '-')
                    number >>= 4;
            }
            output.Advance(36);
        }
    }
}
