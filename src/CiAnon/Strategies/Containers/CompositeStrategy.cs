using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>Strategies inside of a row type, field by field.</summary>
public static class CompositeStrategy
{
    private const string AnyField = "*";
    private const int AnyPlace = int.MaxValue;

    private static readonly ColumnType TextType = new("text", TypeKind.Text, "text");

    private static readonly OptionDefinition Fields = new("fields", OptionType.Parts,
        "what happens to which field, by its name or its place from 1: a strategy's name, or a mapping with strategy and options; * is every field that isn't named", Required: true);

    private static readonly OptionDefinition Unlisted = new("unlisted", OptionType.Choice,
        "what happens to fields that aren't named: fail stops the run where one isn't NULL, keep publishes them", "fail", Choices: ["fail", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "composite",
        "masks the fields of a row type by other strategies; NULL stays, unless `null: replace` stands with the strategy, and a field that isn't named stops the run, or is kept",
        TypeKind.Other | TypeKind.Text,
        [Fields, Unlisted],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a row of as many fields; a field gets the pseudonym that it has in a column of its own", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("(Anna,,40)", "(Genevieve,,40)",
            new Dictionary<string, string>
            {
                ["fields"] = "[{\"path\":\"1\",\"strategy\":\"first_name\",\"options\":{}},{\"path\":\"2\",\"strategy\":\"redact\",\"options\":{}},{\"path\":\"3\",\"strategy\":\"keep\",\"options\":{}}]",
            }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var known = context.Type.Fields?.All;
        if (known is null && context.Type is { Kind: TypeKind.Other, BaseName: "hstore" or "xml" or "tsvector" or "point" }) return Compilation.DoesNotFit("takes a composite type, or a text that holds a row");
        var names = new PartNames(context.KindOfPart);
        var (actions, inside, any) = (new Dictionary<int, FieldAction>(), new List<InnerRule>(), default(PathRule));
        foreach (var rule in PathsOption.Parse(context.Options[Fields]!)!)
        {
            if (rule.Path == AnyField) any = rule;
            else if (Place(rule.Path, known) is not { } place) return Compilation.DoesNotFit($"has the field '{rule.Path}', which {Why(context.Type)}");
            else if (actions.ContainsKey(place)) return Compilation.DoesNotFit($"names field {place + 1} twice");
            else if (Problem(rule, place) is { } problem) return Compilation.DoesNotFit(problem);
        }
        if (any is not null && known is not null)
            for (var place = 0; place < known.Count; place++)
            {
                if (!actions.ContainsKey(place) && Problem(any, place) is { } other) return Compilation.DoesNotFit(other);
            }
        else if (any is not null && Problem(any, AnyPlace) is { } other) return Compilation.DoesNotFit(other);
        actions.Remove(AnyPlace, out var others);

        var keeps = context.Options[Unlisted] == "keep";
        var places = actions.Count == 0 ? 0 : actions.Keys.Max() + 1;
        var mask = new CompositeMask([.. Enumerable.Range(0, places).Select(place => actions.GetValueOrDefault(place) ?? others)], others, known?.Count, keeps, inside);
        return new Compilation(mask, null) { Publishes = keeps ? "publishes the fields that aren't named" : null };

        string? Problem(PathRule rule, int place)
        {
            if (rule.Delete) return $"can't delete field '{rule.Path}', as a row has all of its fields: use 'null'";
            if (rule.Set is not null) return $"can't set field '{rule.Path}': use 'constant'";
            if (rule.Inner is not { Strategy.Name: not "keep" } inner)
            {
                actions[place] = new FieldAction(null, -1);
                return null;
            }
            var type = place < known?.Count ? known[place].Type : TextType;
            if ((inner.Strategy.Types & type.Kind) == TypeKind.None) return $"has strategy '{inner.Strategy.Name}' for field '{rule.Path}', which is {type.Name}: it takes {inner.Strategy.TypesInWords}";
            var compilation = context.Inside!(inner.Strategy.Name, inner.Options, type, inner.Locale);
            if (compilation.Mask is not { } mask) return $"has strategy '{inner.Strategy.Name}' for field '{rule.Path}', which {compilation.Problem}";
            if (mask.SeesRow) return $"has strategy '{inner.Strategy.Name}' for field '{rule.Path}', which looks at other columns";
            if (inner.ReplacesNull && NullReplacement.Problem(mask, isUnique: false) is { } why) return $"has strategy '{inner.Strategy.Name}' for field '{rule.Path}', which {why}: remove 'null: replace'";
            inner = names.Named(inner, "", place < known?.Count ? known[place].Name : rule.Path);
            mask = mask.In(type, isUnique: false, inner.Kind);
            actions[place] = new FieldAction(inner.ReplacesNull ? new NullReplacingMask(mask) : mask, inside.Count);
            inside.AddRange(mask.Inside is { Count: > 0 } parts ? parts : [inner]);
            return null;
        }
    }

    private static int? Place(string name, IReadOnlyList<CompositeField>? known)
    {
        for (var place = 0; place < known?.Count; place++)
            if (known[place].Name == name) return place;
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= (known?.Count ?? 1600) ? number - 1 : null;
    }

    private static string Why(ColumnType type) => type.Fields is { } fields
        ? $"{type.Name} hasn't: its fields are {string.Join(", ", fields.All.Select(field => field.Name))}"
        : "nothing here knows by name: give its place, from 1";
}
