using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Sets;

/// <summary>Every row gets the value of another row. Nothing is invented: what stands in the result is somebody's.</summary>
public static class ShuffleStrategy
{
    private static readonly OptionDefinition Within = new("within", OptionType.List,
        "columns whose original values make groups: values move between rows of the same group only, so that what depends on them stays likely");

    private static readonly OptionDefinition With = new("with", OptionType.Text,
        "a label: columns of a table with the same label move together, to one other row, NULL included, so that what belongs together stays together");

    private static readonly OptionDefinition Alone = new("alone", OptionType.Choice,
        "what happens to the value of a row that is alone in its group, and would keep it: fail stops the run, null writes NULL", "fail", Choices: ["fail", "null"]);

    public static readonly StrategyDefinition Definition = new(
        "shuffle",
        "gives every row the value of another row: originals, and no longer beside whom they belong to",
        TypeKind.Any,
        [Within, With, Alone, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.Always, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "the same values, each as often as before, in another order: by the key and the order of the dump's rows, and no row gets its own, but many may get an equal one; NULL stays where it is, and moves as others do with null: replace",
            Reversible: true, Hides: null, LooksLike: []),
        new StrategyExample("the rows (Anna, 51000), (Jo, 38000), (Kim, 42000)", "the rows (Anna, 42000), (Jo, 51000), (Kim, 38000)"),
        Compile)
    {
        LeavesOriginals = true,
    };

    /// <summary>What <c>with</c> says; null where the column moves alone.</summary>
    public static string? LabelOf(OptionValues options) => options[With];

    /// <summary>Whether a row that is alone in its group gets NULL.</summary>
    public static bool NullsAlone(OptionValues options) => options[Alone] == "null";

    /// <summary>What must be equal where columns move together.</summary>
    public static (string Within, string? Seed) SetOf(OptionValues options) => (ListOption.Text(options.List(Within)), options[CommonOptions.Seed]);

    private static Compilation Compile(StrategyContext context)
    {
        var label = context.Options[With];
        var within = context.Options.List(Within);
        return new Compilation(new ShuffleMask(new SipHash(context.Key.Hash), within, label, NullsAlone(context.Options)), null)
        {
            Publishes = $"publishes every value, at another row{(within.Count == 0 ? "" : $" of the same {string.Join(", ", within)}")}{(label is null ? "" : $", together with '{label}'")}",
        };
    }
}
