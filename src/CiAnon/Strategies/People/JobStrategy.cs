using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>What somebody does for a living, by keyed pick: a rare job beside a town leads to one person.</summary>
public static class JobStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "job",
        "replaces a job or title by another in the language of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a job that fits the column; in Chinese, Dutch, English, French, German, Italian, Japanese, Norwegian, Polish, Portuguese, Spanish and Swedish", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("Chief Cheese Taster", "Software Developer"),
        Compile)
    {
        HasRoomPerColumn = true,
    };

    private static Compilation Compile(StrategyContext context) => Pools.Jobs(context.Locale).Count == 0
        ? Compilation.DoesNotFit($"has no jobs in the language of locale '{context.Locale}': list some with 'choice', or say 'locale: en' beside it")
        : PoolMask.Compile(context, Pools.Jobs);
}
