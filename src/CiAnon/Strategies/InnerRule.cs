using CiAnon.Strategies.Options;

namespace CiAnon.Strategies;

/// <summary>A strategy with options, applied to something inside of a value.</summary>
/// <param name="Place">Where it is applied, as the policy writes it.</param>
public sealed record InnerRule(string Place, StrategyDefinition Strategy, OptionValues Options)
{
    /// <summary>As the policy has it; null for that of the rule around it.</summary>
    public string? Locale { get; init; }

    /// <summary>NULL gets a pseudonym, too.</summary>
    public bool ReplacesNull { get; init; }

    /// <summary>What its values are by the name of their place; null where that says nothing.</summary>
    public PersonalKind? Kind { get; init; }
}
