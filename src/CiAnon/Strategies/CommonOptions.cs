namespace CiAnon.Strategies;

/// <summary>Options that several strategies share.</summary>
public static class CommonOptions
{
    /// <summary>Declared by every keyed strategy; the planner derives the domain's key from it.</summary>
    public static readonly OptionDefinition Seed = new("seed", OptionType.Text,
        "a label for key derivation, not a secret: columns with the same strategy and seed share pseudonyms");

    /// <summary>Declared by strategies whose results are made by what we don't know.</summary>
    public static readonly OptionDefinition Unique = new("unique", OptionType.Boolean,
        "declares that distinct values stay distinct, for a unique column: nobody can know it while planning, PostgreSQL proves it when it creates the key", "false");

    /// <summary>What <see cref="Unique"/> declares.</summary>
    public static Uniqueness Declared(OptionValues options) => options.Flag(Unique) ? Uniqueness.Always : Uniqueness.No;
}
