using System.Buffers.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>Street and number in one column.</summary>
public static class AddressStrategy
{
    private const int HighestNumber = 299;

    private static readonly string[] NumberFirst = ["en", "fr", "zh", "vi", "ga", "hi"];

    public static readonly StrategyDefinition Definition = new(
        "address",
        "replaces street and number by others in the style of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a street and a number from 1 to 299 that fit the column", Reversible: false, Hides: PersonalKind.Address, LooksLike: [PersonalKind.Address]),
        new StrategyExample("12 Chapel Lane", "130 Keanu Hill"),
        Compile)
    {
        HasRoomPerColumn = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        var pool = Pool.Fitting(Pools.Streets(context.Locale), context.Type.MaxLength - " 299".Length, context, out var problem);
        if (pool is null)
            return Compilation.DoesNotFit(problem!);
        var language = context.Locale.Split('_')[0];
        return new Compilation(new AddressMask(new SipHash(context.Key.Hash), pool, NumberFirst.Contains(language)), null) { Cut = pool.Cut };
    }

    private sealed class AddressMask(SipHash hash, Pool streets, bool numberFirst) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var original = value.TrimEnd((byte)' ');
            var random = hash.Hash(original);
            var house = 1 + Draw.Index((ulong)(random >> 64), HighestNumber);
            var start = output.Length;
            Append(output, streets.Pick((ulong)random), house);
            if (!FoldedText.Equals(output.Written[start..], original))
                return;
            output.Truncate(start);
            Append(output, streets.PickNext((ulong)random), house);
        }

        private void Append(MaskOutput output, ReadOnlySpan<byte> street, int house)
        {
            if (!numberFirst)
            {
                output.Append(street);
                output.Append((byte)' ');
            }
            _ = Utf8Formatter.TryFormat(house, output.Reserve(3), out var written);
            output.Advance(written);
            if (!numberFirst)
                return;
            output.Append((byte)' ');
            output.Append(street);
        }
    }
}
