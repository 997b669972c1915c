using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies;

/// <summary>docs/strategies.md, from the definitions.</summary>
public static class StrategyDocs
{
    /// <summary>The key of the examples, no secret: the base64 of 32 zero bytes.</summary>
    public const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /// <summary>The whole page.</summary>
    /// <param name="peers">What other tools call what strategies do, by tool.</param>
    public static string Markdown(IReadOnlyList<PeerStrategy> peers)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            # Strategies

            Generated from the definitions in `src/CiAnon/Strategies`; a test fails when this page is stale.

            A strategy replaces the values of a column. NULL stays NULL and the empty string stays empty, unless an option says otherwise.
            Equal values get equal pseudonyms in all columns with the same strategy, options and seed. The examples are computed with the
            key `{Key}` (32 zero bytes) and locale `{Locales.Default}`.

            Frequency stays visible in any deterministic mapping: the commonest surname stays the commonest, under another name. Where a column
            needn't equal others, `spread: customer_id` beside its strategy gives every value up to 16 pseudonyms, and the other column says which
            one a row gets; as a mapping, with `by` and `pseudonyms`, it takes up to 256. Keys and shared pseudonyms are refused ([policy.md](policy.md#columnscolumnspread)).

            | strategy | what it does | types | distinct values stay distinct |
            |---|---|---|---|

            """);
        foreach (var strategy in StrategyRegistry.All)
        {
            page.Append($"| [`{strategy.Name}`](#{strategy.Name}) | {strategy.Summary} ");
            page.Append($"| {strategy.TypesInWords} | {Distinct(strategy.Guarantees.Uniqueness)} |\n");
        }
        foreach (var strategy in StrategyRegistry.All)
            AppendSection(page, strategy);
        AppendPeers(page, peers);
        AppendLocales(page);
        return page.ToString();
    }

    /// <summary>The context that a definition's example is computed in.</summary>
    public static StrategyContext ExampleContext(StrategyDefinition strategy)
    {
        var example = strategy.Example;
        var (name, baseName) = example.Kind switch
        {
            TypeKind.Integer => ("integer", "int4"),
            TypeKind.Date => ("date", "date"),
            TypeKind.Array => ("text[]", "_text"),
            TypeKind.Enum => ("mood", "mood"),
            TypeKind.Timestamp => ("timestamp without time zone", "timestamp"),
            TypeKind.Network => ("inet", "inet"),
            TypeKind.Binary => ("bytea", "bytea"),
            TypeKind.Json => ("jsonb", "jsonb"),
            _ => ("text", "text"),
        };
        return new StrategyContext(
            new ColumnType(name, example.Kind, baseName, ElementKind: example.Kind == TypeKind.Array ? TypeKind.Text : TypeKind.None),
            example.Options is null ? OptionValues.None : new OptionValues(example.Options),
            RunKey.FromBase64(Key, out _)!.Derive(strategy.Name + "/"),
            Locales.Default,
            DistinctValues: 0,
            AsciiOnly: false)
        {
            Allowed = example.Kind == TypeKind.Enum ? ["happy", "calm", "sad"] : null,
            Inside = Inside,
        };
    }

    private static Compilation Inside(string name, OptionValues options, ColumnType type, string? locale)
    {
        var strategy = StrategyRegistry.Find(name)!;
        return strategy.Compile(ExampleContext(strategy) with { Type = type, Options = options, Locale = Locales.Find(locale ?? Locales.Default)! });
    }

    private static void AppendSection(StringBuilder page, StrategyDefinition strategy)
    {
        var guarantees = strategy.Guarantees;
        page.Append($"\n## {strategy.Name}\n\n{Sentence(strategy.Summary)}\n\n");
        page.Append($"- Types: {strategy.TypesInWords}\n");
        page.Append($"- Result: {guarantees.Output}\n");
        page.Append($"- Distinct values stay distinct: {Distinct(guarantees.Uniqueness)}\n");
        page.Append($"- Guarantees: {string.Join(", ", Promises(strategy))}\n");
        var options = strategy.Example.Options is { Count: > 0 } given
            ? $" ({string.Join(", ", given.Select(option => $"`{option.Key}: {Written(strategy, option.Key, option.Value)}`"))})"
            : "";
        page.Append($"- Example{options}: `{strategy.Example.Value}` → `{strategy.Example.Result}`\n");
        if (strategy.Options.Count == 0)
            return;
        page.Append("\n| option | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var option in strategy.Options)
        {
            var fallback = option.Required ? "required" : option.Default is null ? "" : $"`{option.Default}`";
            page.Append($"| `{option.Name}` | {Values(option)} | {fallback} | {option.Summary} |\n");
        }
    }

    private static void AppendLocales(StringBuilder page)
    {
        page.Append($"\n## Locales\n\n{string.Join(", ", Locales.All.Select(locale => $"`{locale}`"))}\n\n");
        page.Append("How many values each draws from; a plan warns where a column may have more than twenty times as many. They are Bogus's, and, where it has hardly any or English ones,\n"
            + "those of [names.txt](../src/CiAnon/Strategies/Drawing/names.txt) and of neighbours with the same language. Jobs are lists of ours, by language.\n\n");
        page.Append($"| locale | {string.Join(" | ", PoolSizes.Kinds.Select(kind => kind.Kind))} |\n|---|{string.Concat(PoolSizes.Kinds.Select(_ => "---|"))}\n");
        foreach (var locale in Locales.All.Select(name => Locales.Find(name)!).Distinct().Order(StringComparer.Ordinal))
            page.Append($"| `{locale}` | {string.Join(" | ", PoolSizes.Kinds.Select(kind => kind.Count(locale)))} |\n");
    }

    private static void AppendPeers(StringBuilder page, IReadOnlyList<PeerStrategy> peers)
    {
        page.Append("\n## Coming from another tool\n\nWhat other tools call what these strategies do; [import.md](import.md) says which of their files are read.\n");
        foreach (var tool in peers.GroupBy(peer => peer.Tool))
        {
            page.Append($"\n### {tool.Key}\n\n| there | here | differences |\n|---|---|---|\n");
            foreach (var peer in tool) page.Append($"| {peer.Theirs} | {peer.Ours} | {peer.Difference} |\n");
        }
    }

    // As in a policy: lists and rules are JSON in here.
    private static string Written(StrategyDefinition strategy, string name, string value) => strategy.Options.First(option => option.Name == name).Type switch
    {
        OptionType.List => $"[{string.Join(", ", ListOption.Parse(value))}]",
        OptionType.Rule => PathsOption.ParseOne(value)!.Strategy.Name,
        OptionType.Paths or OptionType.Parts => $"{{ {string.Join(", ", PathsOption.Parse(value)!.Select(rule => $"{rule.Path}: {rule.Inner?.Strategy.Name ?? "delete"}"))} }}",
        _ => value,
    };

    private static IEnumerable<string> Promises(StrategyDefinition strategy)
    {
        var guarantees = strategy.Guarantees;
        if (strategy.IsForeign)
        {
            yield return "none of how: what makes the results isn't ours; what stands in the result is searched as what is kept is";
            yield break;
        }
        if (strategy.LeavesOriginals)
            yield return "every result is an original of the column, searched as what is kept is";
        if (guarantees.Deterministic)
            yield return "deterministic";
        yield return guarantees.AlwaysChanges ? "never returns its input" : "may return its input";
        if (guarantees.PreservesFormat)
            yield return "keeps the format";
        if (guarantees.PreservesLength)
            yield return "keeps the length";
        yield return guarantees.Reversible ? "reversible by whoever has the key" : "not reversible";
        if (guarantees.Hides is { } kind)
            yield return $"originals (kind {PersonalKinds.Of(kind).Name}) are searched for in the result";
    }

    private static string Values(OptionDefinition option) => option.Type switch
    {
        OptionType.Choice => string.Join(" or ", option.Choices!.Select(choice => $"`{choice}`")),
        OptionType.Integer => $"{option.Minimum} to {option.Maximum}",
        OptionType.Boolean => "`true` or `false`",
        OptionType.Range => "range",
        OptionType.Date => "`YYYY-MM-DD`",
        OptionType.List => "list",
        OptionType.Rule => "strategy",
        OptionType.Paths => "mapping: path to strategy",
        OptionType.Parts => "mapping: name to strategy",
        OptionType.Scalar => "any value of the column's type",
        _ => "text",
    };

    private static string Distinct(Uniqueness uniqueness) => uniqueness switch
    {
        Uniqueness.Always => "always",
        Uniqueness.WithinCapacity => "within capacity",
        Uniqueness.Declared => "where declared",
        _ => "no",
    };

    private static string Sentence(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..] + ".";
}
