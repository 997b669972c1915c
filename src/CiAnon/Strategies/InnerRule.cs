namespace CiAnon.Strategies;

/// <summary>A strategy with options, applied to something inside of a value.</summary>
/// <param name="Place">Where it is applied, as the policy writes it.</param>
public sealed record InnerRule(string Place, StrategyDefinition Strategy, OptionValues Options);
