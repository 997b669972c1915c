using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Ids;
using CiAnon.Strategies.Numbers;
using CiAnon.Strategies.People;
using CiAnon.Strategies.Places;
using CiAnon.Strategies.Text;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies;

/// <summary>Every strategy there is.</summary>
public static class StrategyRegistry
{
    /// <summary>In the order of the documentation: decisions, fixed results, people, values.</summary>
    public static IReadOnlyList<StrategyDefinition> All { get; } =
    [
        KeepStrategy.Definition,
        NullStrategy.Definition,
        EmptyStrategy.Definition,
        ConstantStrategy.Definition,
        RedactStrategy.Definition,
        HashStrategy.Definition,
        EmailStrategy.Definition,
        PhoneStrategy.Definition,
        FirstNameStrategy.Definition,
        LastNameStrategy.Definition,
        NameStrategy.Definition,
        AddressStrategy.Definition,
        CityStrategy.Definition,
        CompanyStrategy.Definition,
        TextStrategy.Definition,
        NoiseStrategy.Definition,
        DateStrategy.Definition,
        DigitsStrategy.Definition,
    ];

    /// <summary>The strategy of that exact name, or null.</summary>
    public static StrategyDefinition? Find(string name) => All.FirstOrDefault(strategy => strategy.Name == name);
}
