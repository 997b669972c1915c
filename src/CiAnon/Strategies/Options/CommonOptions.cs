namespace CiAnon.Strategies.Options;

/// <summary>Options that several strategies share.</summary>
public static class CommonOptions
{
    /// <summary>Declared by every keyed strategy; the planner derives the domain's key from it.</summary>
    public static readonly OptionDefinition Seed = new("seed", OptionType.Text,
        "a label for key derivation, not a secret: columns with the same strategy and seed share pseudonyms");
}
