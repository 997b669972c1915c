using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Ids;

namespace CiAnon.Strategies.People;

/// <summary>Phone numbers that nobody answers (<c>local</c>), or the same shape with other digits (<c>keep</c>).</summary>
public static class PhoneStrategy
{
    private static readonly OptionDefinition Format = new("format", OptionType.Choice,
        "local: a number that is reserved for fiction, so nobody can be called, of the locale's country, or of North America where that keeps none; " +
        "keep: country code and separators stay, all other digits change, one to one; other words than tel, ext, fax, mob, mobil, mobile and cell become x",
        "local", Choices: ["local", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "phone",
        "replaces a phone number by one reserved for fiction, or by one of the same shape",
        TypeKind.Text | TypeKind.Integer,
        [Format, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "local: a number in the locale's format, 5,000 to 80,000 different ones, too few for unique columns; " +
            "keep: one to one and reversible, same length, but the number may belong to somebody", Reversible: true, Hides: PersonalKind.Phone, LooksLike: [PersonalKind.Phone]),
        new StrategyExample("+49 151 2345678", "+49 568 1702271", new Dictionary<string, string> { ["format"] = "keep" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var integer = context.Type.Kind == TypeKind.Integer;
        if (context.Options[Format] == "keep")
        {
            var permutation = new DigitPermutation(context.Key.Permutation);
            return integer ? new IntegerDigitsMask(permutation, []) : new PhoneDigitsMask(permutation);
        }
        if (integer)
            return Compilation.DoesNotFit($"writes text, but the column is {context.Type.Name}; use 'format: keep'");

        var numbers = FictionalNumbers.Of(context.Locale);
        if (context.DistinctValues > 0)
        {
            return Compilation.DoesNotFit(
                $"has {numbers.Count} fictional numbers for locale '{context.Locale}', " +
                $"too few to keep {context.DistinctInWords} apart; use 'format: keep'");
        }
        if (context.Type.MaxLength < numbers.Length)
        {
            return Compilation.DoesNotFit(
                $"gives {numbers.Length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}; use 'format: keep'");
        }
        return new FictionalPhoneMask(new SipHash(context.Key.Hash), numbers);
    }

    private sealed class FictionalPhoneMask(SipHash hash, FictionalNumbers numbers) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var start = output.Length;
            var pick = Draw.Index((ulong)hash.Hash(value), numbers.Count);
            numbers.Append(pick, output);
            if (!output.Written[start..].SequenceEqual(value))
                return;
            output.Truncate(start);
            numbers.Append((pick + 1) % numbers.Count, output);
        }
    }
}
