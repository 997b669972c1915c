using System.Collections.Frozen;

namespace CiAnon.Strategies.Options;

/// <summary>The options given for one use of a strategy, already checked against the definitions (types, bounds, choices).</summary>
public sealed class OptionValues
{
    public static readonly OptionValues None = new(FrozenDictionary<string, string>.Empty);

    private readonly IReadOnlyDictionary<string, string> _given;

    public OptionValues(IReadOnlyDictionary<string, string> given) => _given = given;

    /// <summary>Given options as written, by name.</summary>
    public IReadOnlyDictionary<string, string> Given => _given;

    /// <summary>The option as written, or its default, or null.</summary>
    public string? this[OptionDefinition option] => _given.GetValueOrDefault(option.Name) ?? option.Default;

    public long? Integer(OptionDefinition option) => this[option] is { } text ? long.Parse(text) : null;

    /// <summary>The values of a <see cref="OptionType.List"/>; empty when it isn't given.</summary>
    public IReadOnlyList<string> List(OptionDefinition option) => this[option] is { } text ? ListOption.Parse(text) : [];

    public bool Flag(OptionDefinition option) => this[option] is "true";

    /// <summary>Canonical text of the given options, ordered by name: equal for equal options.</summary>
    public override string ToString() =>
        string.Join(", ", _given.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));
}
