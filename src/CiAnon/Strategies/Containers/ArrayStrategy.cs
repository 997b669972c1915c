using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>A strategy for every element of an array, or both bounds of a range.</summary>
public static class ArrayStrategy
{
    private static readonly OptionDefinition Each = new("each", OptionType.Rule, "what happens to every element, or bound: a strategy's name, or a mapping with strategy and options", Required: true);

    public static readonly StrategyDefinition Definition = new(
        "array",
        "masks every element of an array by another strategy; NULL elements, unless `null: replace` stands with the strategy, dimensions and bounds stay; of a range or multirange it masks both bounds",
        TypeKind.Array | TypeKind.Other,
        [Each],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "an array with as many elements; an element gets the pseudonym that it has in a column of its own; the bounds of a range change places where they must, and one whose bounds become equal may be empty", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("{Anna,Ben,NULL}", "{Genevieve,Clint,NULL}", new Dictionary<string, string> { ["each"] = "{\"strategy\":\"first_name\",\"options\":{}}" }, TypeKind.Array),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var rule = PathsOption.ParseOne(context.Options[Each]!)!;
        if (rule.Strategy.Name is "keep" or "array") return Compilation.DoesNotFit($"can't have '{rule.Strategy.Name}' for its elements");
        var bound = RangeTypes.BoundOf(context.Type.BaseName);
        var name = context.Type.Name.EndsWith("[]", StringComparison.Ordinal) ? context.Type.Name[..^2] : context.Type.Name;
        var element = bound ?? new ColumnType(name, context.Type.ElementKind, context.Type.BaseName.TrimStart('_'), context.Type.ElementLength, context.Type.Precision, context.Type.Scale) { Fields = context.Type.Fields };
        if (element.Kind == TypeKind.None || (rule.Strategy.Types & element.Kind) == TypeKind.None)
            return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}' for elements of {context.Type.Name}: it takes {rule.Strategy.TypesInWords}");
        var inner = context.Inside!(rule.Strategy.Name, rule.Options, element, rule.Locale);
        if (inner.Mask is not { } mask) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which {inner.Problem}");
        // All that belongs to one subject moves alike; names of several must not become one.
        if (mask.SeesRow && (element.Kind & (TypeKind.Date | TypeKind.Timestamp)) == TypeKind.None) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which looks at other columns: inside of an array only dates may");
        if (bound is not null)
        {
            return rule.ReplacesNull || mask.WritesNull
                ? Compilation.DoesNotFit("has NULL for a bound, which a range can't: write 'null' for the column")
                : new Compilation(new RangeMask(mask, [rule]), null) { Publishes = inner.Publishes };
        }
        if (rule.ReplacesNull && NullReplacement.Problem(mask, isUnique: false) is { } why) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which {why}: remove 'null: replace'");
        return new Compilation(new ArrayMask(element, rule.ReplacesNull ? new NullReplacingMask(mask) : mask, mask.Inside is { Count: > 0 } fields ? fields : [rule]), null) { Publishes = inner.Publishes };
    }
}
