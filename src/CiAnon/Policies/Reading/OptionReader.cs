using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Reading;

/// <summary>Reads the options of a strategy, under a rule or under <c>defaults</c>.</summary>
internal sealed class OptionReader(PolicyLanguage language, PolicyProblems problems, PolicyMappings mappings, PolicyValues values)
{
    /// <summary>Options that hold wherever a strategy is used, by its name; a rule's own win.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Defaults { get; } = [];

    /// <summary>The defaults of a strategy with a rule's own options over them.</summary>
    public Dictionary<string, string> Merged(StrategyDefinition strategy, IReadOnlyDictionary<string, string> own)
    {
        var merged = new Dictionary<string, string>(Defaults.GetValueOrDefault(strategy.Name) ?? own);
        foreach (var (name, value) in own) merged[name] = value;
        return merged;
    }

    /// <summary>The valid ones among the entries, by name.</summary>
    /// <param name="others">Further keys that are allowed in this place, for suggestions.</param>
    public IReadOnlyDictionary<string, string> Read(StrategyDefinition strategy, IEnumerable<YamlEntry> entries, IEnumerable<string> others)
    {
        var given = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            if (strategy.Options.FirstOrDefault(option => option.Name == entry.Key.Written) is not { } option)
                mappings.Unknown(entry.Key, $"strategy '{strategy.Name}'", DiagnosticCodes.UnknownOption, "option",
                    strategy.Options.Select(option => option.Name).Concat(others));
            else if (Value(strategy, option, entry.Value) is { } value)
                given.Add(option.Name, value);
        }
        return given;
    }

    /// <param name="merged">Valid options, defaults included.</param>
    /// <param name="own">The rule's own, valid or not: one that is refused isn't missing as well.</param>
    public void RequireAll(StrategyDefinition strategy, IReadOnlyDictionary<string, string> merged, IEnumerable<YamlEntry> own, YamlNode at)
    {
        var mentioned = own.Select(entry => entry.Key.Written).ToHashSet();
        foreach (var missing in StrategyOptions.Validate(strategy, merged).Where(problem => problem.IsMissing && !mentioned.Contains(problem.Option)))
            problems.Add(DiagnosticCodes.MissingOption, at.At, $"{missing.Problem}; give it here or under 'defaults'");
    }

    private string? Value(StrategyDefinition strategy, OptionDefinition option, YamlNode node)
    {
        var what = $"option '{option.Name}' of strategy '{strategy.Name}'";
        if (option.Type == OptionType.List && node is YamlSequence list) return List(strategy, option, list, what);
        var inner = new InnerRuleReader(language, this, problems, mappings, values);
        if (option.Type == OptionType.Rule) return inner.Read(node, what, "") is { } rule ? PathsOption.Text(rule) : null;
        if (option.Type == OptionType.Paths) return inner.ReadPaths(node, what);
        if (option.Type == OptionType.Parts) return inner.ReadParts(node, what);
        var value = values.Scalar(node, what);
        if (value is not null && option.Type == OptionType.List) value = ListOption.Text([value]);
        if (value is null || Problem(strategy, option, value) is not { } problem)
            return value;

        var scalar = (YamlScalar)node;
        var mayBeShown = scalar.Quoted == $"'{value}'";
        problems.Add(DiagnosticCodes.BadOptionValue, scalar.At,
            mayBeShown ? problem : $"option '{option.Name}' of strategy '{strategy.Name}' doesn't take what {scalar.Quoted} stands for");
        return null;
    }

    private string? List(StrategyDefinition strategy, OptionDefinition option, YamlSequence list, string what)
    {
        var texts = list.Items.Select(item => values.Scalar(item, $"an item of {what}")).ToList();
        if (texts.Contains(null)) return null;
        var value = ListOption.Text(texts!);
        if (Problem(strategy, option, value) is not { } problem) return value;
        problems.Add(DiagnosticCodes.BadOptionValue, list.At, problem);
        return null;
    }

    private static string? Problem(StrategyDefinition strategy, OptionDefinition option, string value) =>
        StrategyOptions.Validate(strategy, new Dictionary<string, string> { [option.Name] = value }).FirstOrDefault(problem => !problem.IsMissing)?.Problem;
}
