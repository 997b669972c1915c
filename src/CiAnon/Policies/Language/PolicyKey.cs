namespace CiAnon.Policies.Language;

/// <summary>One key of the policy file. Reading, help, docs and the JSON schema are derived from it.</summary>
/// <param name="Name">As written in the file.</param>
/// <param name="Type">What belongs under it.</param>
/// <param name="Summary">One line.</param>
/// <param name="Default">What holds when it isn't given, as the user would write it; null when there is no default.</param>
/// <param name="Required">True when the file isn't valid without it.</param>
/// <param name="Choices">The words of a <see cref="PolicyValueType.Choice"/>.</param>
/// <param name="Minimum">Lower bound of numbers and days.</param>
/// <param name="Maximum">Upper bound of numbers and days.</param>
public sealed record PolicyKey(
    string Name,
    PolicyValueType Type,
    string Summary,
    string? Default = null,
    bool Required = false,
    IReadOnlyList<string>? Choices = null,
    int Minimum = int.MinValue,
    int Maximum = int.MaxValue);
