using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>Whole names in one column.</summary>
public static class NameStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "name",
        "replaces a whole name by a first and a last name of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a first and a last name that fit the column, in the locale's order", Reversible: false, Hides: PersonalKind.Name, LooksLike: [PersonalKind.Name]),
        new StrategyExample("Anna Müller", "Jose Rempel"),
        Compile)
    {
        HasRoomPerColumn = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        var room = (context.Type.MaxLength - 1) / 2;
        var first = Pool.Fitting(Pools.FirstNames(context.Locale), room, context, out var problem);
        var last = Pool.Fitting(Pools.LastNames(context.Locale), room, context, out var lastProblem);
        if (first is null || last is null)
            return Compilation.DoesNotFit((problem ?? lastProblem)!);
        var hash = new SipHash(context.Key.Hash);
        var mask = FamilyNames.ComeFirst(context.Locale) ? new NameMask(hash, last, first) : new NameMask(hash, first, last);
        return new Compilation(mask, null) { Cut = first.Cut ?? last.Cut };
    }

    private sealed class NameMask(SipHash hash, Pool front, Pool back) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var original = value.TrimEnd((byte)' ');
            var number = hash.Hash(original);
            var start = output.Length;
            output.Append(front.Pick((ulong)number));
            output.Append((byte)' ');
            var middle = output.Length;
            output.Append(back.Pick((ulong)(number >> 64)));
            if (!FoldedText.Equals(output.Written[start..], original))
                return;
            output.Truncate(middle);
            output.Append(back.PickNext((ulong)(number >> 64)));
        }
    }
}
