using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>Strategies inside of hstore, key by key.</summary>
public static class HstoreStrategy
{
    private const string AnyKey = "*";

    private static readonly OptionDefinition Keys = new("keys", OptionType.Parts,
        "what happens to the value of which key: a strategy's name, a mapping with strategy and options, keep, delete, or { set: TEXT }; * is every key that isn't named", Required: true);

    private static readonly OptionDefinition Unlisted = new("unlisted", OptionType.Choice,
        "what happens where a key isn't named: fail stops the run, keep publishes key and value", "fail", Choices: ["fail", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "hstore",
        "masks, sets or deletes the values of hstore key by key; keys and NULL stay, and a key that isn't named stops the run, or is kept",
        TypeKind.Other | TypeKind.Text,
        [Keys, Unlisted],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "hstore with the same keys, less those that are deleted; a value gets the pseudonym that it has in a column of its own", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("\"name\"=>\"Anna\", \"size\"=>\"40\", \"note\"=>NULL", "\"name\"=>\"Genevieve\", \"size\"=>\"40\", \"note\"=>NULL",
            new Dictionary<string, string>
            {
                ["keys"] = "[{\"path\":\"name\",\"strategy\":\"first_name\",\"options\":{}},{\"path\":\"note\",\"strategy\":\"redact\",\"options\":{}},{\"path\":\"size\",\"strategy\":\"keep\",\"options\":{}}]",
            }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        if (context.Type is { Kind: TypeKind.Other, BaseName: not "hstore" }) return Compilation.DoesNotFit("takes hstore, or a text that holds hstore");
        var rules = PathsOption.Parse(context.Options[Keys]!)!;
        if (PartAction.Compile(rules, AnyKey, context, out var inside, out var problem) is not { } actions) return Compilation.DoesNotFit(problem!);
        var keeps = context.Options[Unlisted] == "keep";
        return new Compilation(new HstoreMask([.. actions.OrderBy(action => action.Name is null)], keeps, inside, new PartNames(context.KindOfPart)), null)
        {
            Publishes = keeps ? "publishes what no key names" : rules.Any(rule => rule is { Path: AnyKey, Delete: false }) ? "publishes the names of all keys" : null,
        };
    }
}
