using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Reading;

/// <summary>Reads rules: a strategy's name, or a mapping with the strategy and its options.</summary>
internal sealed class RuleReader(
    PolicyLanguage language, PolicyProblems problems, PolicyMappings mappings, PolicyValues values, OptionReader options, DecisionReader decisions)
{
    private readonly ConditionReader _conditions = new(problems, mappings, values, decisions);
    private readonly SpreadReader _spreads = new(problems, mappings, values);

    /// <summary>Must come before the rules that the defaults hold for.</summary>
    public void ReadDefaults(YamlNode? node)
    {
        if (node is null || mappings.Names(node, "'defaults'") is not { } strategies)
            return;
        foreach (var entry in strategies)
        {
            if (Strategy(entry.Key) is { } strategy && mappings.Names(entry.Value, $"'defaults' of strategy '{strategy.Name}'") is { } given)
                options.Defaults.Add(strategy.Name, options.Read(strategy, given, []));
        }
    }

    public IReadOnlyList<ColumnRule> ReadColumns(YamlNode? node) =>
        node is not null && mappings.Names(node, "'columns'") is { } columns
            ? [.. columns.Select(Rule).OfType<ColumnRule>()]
            : [];

    private ColumnRule? Rule(YamlEntry column)
    {
        switch (column.Value)
        {
            case YamlScalar { Text: null }:
                return null;
            case YamlScalar name:
                return Strategy(name) is { } strategy ? Build(column, strategy, []) : null;
            case YamlMapping:
                return LongForm(column);
            default:
                problems.WrongType(column.Value, $"column {column.Key.Quoted}", "a strategy's name or a mapping");
                return null;
        }
    }

    private ColumnRule? LongForm(YamlEntry column)
    {
        var entries = mappings.Names(column.Value, PolicyLanguage.Rule.Title)!;
        if (entries.FirstOrDefault(entry => entry.Key.Written == PolicyLanguage.Strategy.Name) is not { } named)
        {
            NoStrategy(column, entries);
            return null;
        }
        if (named.Value is not YamlScalar name)
        {
            problems.WrongType(named.Value, "'strategy'", "a strategy's name");
            return null;
        }
        if (Strategy(name) is not { } strategy) return null;
        var rule = Build(column, strategy, entries.Where(entry => !PolicyLanguage.Rule.Keys.Any(key => key.Name == entry.Key.Written)));
        var (condition, decision) = _conditions.Read(Value(PolicyLanguage.When), Value(PolicyLanguage.Unless), column.Key);
        if (condition is not null && strategy == language.KeepStrategy)
            problems.Add(DiagnosticCodes.BadPolicyValue, column.Key.At, "a column can't be kept in some rows only: give the others a strategy, with 'when' or 'unless'");
        foreach (var key in new[] { PolicyLanguage.RuleLocale, PolicyLanguage.Nulls, PolicyLanguage.Unique, PolicyLanguage.Spread })
            if (strategy == language.KeepStrategy && Value(key) is { } given)
                problems.Add(DiagnosticCodes.BadPolicyValue, given.At, $"a kept column has no pseudonyms: remove '{key.Name}'");
        rule = rule with
        {
            Condition = condition,
            Decision = rule.Decision ?? decision,
            Locale = values.Choice(Value(PolicyLanguage.RuleLocale), language.Locale, DiagnosticCodes.UnknownLocale),
            ReplacesNull = values.Choice(Value(PolicyLanguage.Nulls), PolicyLanguage.Nulls, DiagnosticCodes.BadPolicyValue) == "replace",
            IsUnique = values.Choice(Value(PolicyLanguage.Unique), PolicyLanguage.Unique, DiagnosticCodes.BadPolicyValue) == "true",
            Spread = _spreads.Read(Value(PolicyLanguage.Spread)),
        };
        return rule with { Proposed = decisions.ReadProposal(Value(PolicyLanguage.Proposed), strategy == language.KeepStrategy ? rule.Decision : null) };

        YamlNode? Value(PolicyKey key) => entries.FirstOrDefault(entry => entry.Key.Written == key.Name)?.Value;
    }

    private void NoStrategy(YamlEntry column, IReadOnlyList<YamlEntry> entries)
    {
        if (entries.FirstOrDefault(entry => Suggestion.Nearest(entry.Key.Written, [PolicyLanguage.Strategy.Name]) is not null) is { } misspelt)
            mappings.Known(misspelt.Key, PolicyLanguage.Rule);
        else
            problems.Add(DiagnosticCodes.MissingPolicyKey, column.Value.At,
                $"the rule for column {column.Key.Quoted} names no strategy; add 'strategy: NAME'");
    }

    private ColumnRule Build(YamlEntry column, StrategyDefinition strategy, IEnumerable<YamlEntry> given)
    {
        var decisionKeys = strategy == language.KeepStrategy ? PolicyLanguage.Decision.Keys.Select(key => key.Name).ToArray() : [];
        var byPurpose = given.ToLookup(entry => decisionKeys.Contains(entry.Key.Written));
        var decision = strategy == language.KeepStrategy
            ? decisions.Read(new(byPurpose[true].ToDictionary(entry => entry.Key.Written, entry => entry.Value)), column.Key)
            : null;

        var own = options.Read(strategy, byPurpose[false], [.. PolicyLanguage.Rule.Keys.Select(key => key.Name).Union(decisionKeys)]);
        var merged = options.Merged(strategy, own);
        options.RequireAll(strategy, merged, byPurpose[false], column.Value);
        return new(column.Key.Written, strategy, new OptionValues(merged), decision, column.Key.At);
    }

    private StrategyDefinition? Strategy(YamlScalar name)
    {
        // The strategy 'null' is the one place where YAML's null is a word of ours.
        var text = name.Written == "null" ? name.Text : values.Text(name, "the strategy");
        if (text is null)
            return null;
        if (language.Find(text) is { } strategy)
            return strategy;

        problems.Add(DiagnosticCodes.UnknownStrategy, name.At, UnknownStrategy(name));
        return null;
    }

    private string UnknownStrategy(YamlScalar name)
    {
        var suggestion = name.Suggest(language.Strategies.Select(strategy => strategy.Name));
        return suggestion.Length > 0
            ? $"unknown strategy {name.Quoted}{suggestion}"
            : $"unknown strategy {name.Quoted}; 'ci-anon strategies' lists what there is";
    }
}
