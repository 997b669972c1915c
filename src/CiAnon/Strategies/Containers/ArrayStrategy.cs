using CiAnon.Catalogs;

namespace CiAnon.Strategies.Containers;

/// <summary>A strategy for every element of an array.</summary>
public static class ArrayStrategy
{
    private static readonly OptionDefinition Each = new("each", OptionType.Rule, "what happens to every element: a strategy's name, or a mapping with strategy and options", Required: true);

    public static readonly StrategyDefinition Definition = new(
        "array",
        "masks every element of an array by another strategy; NULL elements, unless `null: replace` stands with the strategy, dimensions and bounds stay",
        TypeKind.Array,
        [Each],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "an array with as many elements; an element gets the pseudonym that it has in a column of its own", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("{Anna,Ben,NULL}", "{Genevieve,Clint,NULL}", new Dictionary<string, string> { ["each"] = "{\"strategy\":\"first_name\",\"options\":{}}" }, TypeKind.Array),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var rule = PathsOption.ParseOne(context.Options[Each]!)!;
        var kind = context.Type.ElementKind;
        if (rule.Strategy.Name is "keep" or "array") return Compilation.DoesNotFit($"can't have '{rule.Strategy.Name}' for its elements");
        if (kind == TypeKind.None || (rule.Strategy.Types & kind) == TypeKind.None)
            return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}' for elements of {context.Type.Name}: it takes {rule.Strategy.TypesInWords}");
        var name = context.Type.Name.EndsWith("[]", StringComparison.Ordinal) ? context.Type.Name[..^2] : context.Type.Name;
        var inner = context.Inside!(rule.Strategy.Name, rule.Options, new ColumnType(name, kind, context.Type.BaseName.TrimStart('_'), context.Type.MaxLength, context.Type.Precision, context.Type.Scale), rule.Locale);
        if (inner.Mask is not { } mask) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which {inner.Problem}");
        if (mask.SeesRow) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which looks at other columns");
        if (rule.ReplacesNull && NullReplacement.Problem(mask, isUnique: false) is { } why) return Compilation.DoesNotFit($"has strategy '{rule.Strategy.Name}', which {why}: remove 'null: replace'");
        return new Compilation(new ArrayMask(rule.ReplacesNull ? new NullReplacingMask(mask) : mask, [rule]), null) { Publishes = inner.Publishes };
    }
}
