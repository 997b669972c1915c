using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>Companies by keyed pick.</summary>
public static class CompanyStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "company",
        "replaces a company by an invented one of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a company's name that fits the column", Reversible: false, Hides: null, LooksLike: [PersonalKind.Company]),
        new StrategyExample("Müller & Sons Ltd", "Jones, Swaniawski and Douglas"),
        context => PoolMask.Compile(context, Pools.Companies))
    {
        HasRoomPerColumn = true,
    };
}
