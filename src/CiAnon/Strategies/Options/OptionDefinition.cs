namespace CiAnon.Strategies.Options;

/// <summary>One option of a strategy. Validation, help, docs and the JSON schema are generated from it.</summary>
/// <param name="Name">As written in the policy.</param>
/// <param name="Type">What values it takes.</param>
/// <param name="Summary">One line.</param>
/// <param name="Default">What holds when it isn't given, as the user would write it; null when there is no default.</param>
/// <param name="Required">True when the strategy can't work without it.</param>
/// <param name="Choices">The words of a <see cref="OptionType.Choice"/>.</param>
/// <param name="Minimum">Lower bound of an <see cref="OptionType.Integer"/>.</param>
/// <param name="Maximum">Upper bound of an <see cref="OptionType.Integer"/>.</param>
public sealed record OptionDefinition(
    string Name,
    OptionType Type,
    string Summary,
    string? Default = null,
    bool Required = false,
    IReadOnlyList<string>? Choices = null,
    long Minimum = long.MinValue,
    long Maximum = long.MaxValue);
