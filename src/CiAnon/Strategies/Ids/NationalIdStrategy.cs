using System.Buffers;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Ids;

/// <summary>Numbers by which states know people, with right check digits and, where there is one, from a range that nobody has.</summary>
public static class NationalIdStrategy
{
    private static readonly OptionDefinition Id = new("id", OptionType.Choice, "which number it is", Required: true,
        Choices: [.. NationalIdNumber.All.Select(number => number.Name)]);

    public static readonly StrategyDefinition Definition = new(
        "national_id",
        "replaces a national id by another that is well-formed, its check digits right",
        TypeKind.Text,
        [Id, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "in the value's own grouping, where it has as many letters and digits; us_ssn, gb_nino and gb_nhs from ranges that are never given out, others may be somebody's", Reversible: false,
            Hides: PersonalKind.NationalId, LooksLike: [PersonalKind.NationalId]),
        new StrategyExample("078-05-1120", "914-45-9115", new Dictionary<string, string> { ["id"] = "us_ssn" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var number = NationalIdNumber.All.Single(number => number.Name == context.Options[Id]);
        return context.Type.MaxLength < number.Length
            ? Compilation.DoesNotFit($"gives {number.Length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}")
            : new NationalIdMask(new SipHash(context.Key.Hash), number);
    }

    private sealed class NationalIdMask(SipHash hash, NationalIdNumber number) : Mask
    {
        private static readonly SearchValues<byte> Grouped = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -./"u8);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            Span<byte> drawn = stackalloc byte[number.Length];
            var stream = new HashStream(hash.Hash(value));
            var start = output.Length;
            var letters = 0;
            foreach (var one in value)
                if (char.IsAsciiLetterOrDigit((char)one)) letters++;
            // Anything else may be a name.
            var isGrouped = letters == drawn.Length && value.IndexOfAnyExcept(Grouped) < 0;
            do
            {
                output.Truncate(start);
                number.Draw(ref stream, drawn);
                if (isGrouped) Spread(drawn, value, output);
                else output.Append(drawn);
            }
            while (output.Written[start..].SequenceEqual(value));
        }

        private static void Spread(ReadOnlySpan<byte> drawn, ReadOnlySpan<byte> value, MaskOutput output)
        {
            var next = 0;
            foreach (var one in value) output.Append(char.IsAsciiLetterOrDigit((char)one) ? drawn[next++] : one);
        }
    }
}
