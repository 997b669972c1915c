using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Choices;

/// <summary>Another of the values that the column's type allows.</summary>
public static class EnumStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "enum",
        "replaces a value by another label of the column's enum type, or by another value that its CHECK enumerates",
        TypeKind.Enum | TypeKind.Text | TypeKind.Integer,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "another label; where there are only two it is the other one, and everybody can tell the original: take choice there", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Name, PersonalKind.City, PersonalKind.Company]),
        new StrategyExample("calm", "sad", Kind: TypeKind.Enum),
        Compile)
    {
        DrawsFromAllowed = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        var labels = context.Allowed ?? [];
        return labels.Count switch
        {
            0 => Compilation.DoesNotFit("needs an enum type, or a CHECK that enumerates the values; use 'choice'"),
            1 => Compilation.DoesNotFit($"has only one label to choose from"),
            _ => new Compilation(new EnumMask(new SipHash(context.Key.Hash), [.. labels.Select(Encoding.UTF8.GetBytes)]), null)
            {
                Publishes = labels.Count == 2 ? "of two labels the other one is written: whoever knows that knows the original" : null,
            },
        };
    }

    private sealed class EnumMask(SipHash hash, byte[][] labels) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var own = -1;
            for (var i = 0; i < labels.Length && own < 0; i++)
                if (value.SequenceEqual(labels[i])) own = i;
            var drawn = Draw.Index((ulong)hash.Hash(value), labels.Length - (own < 0 ? 0 : 1));
            output.Append(labels[own >= 0 && drawn >= own ? drawn + 1 : drawn]);
        }
    }
}
