using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>A rule of ours, made of one of another tool's.</summary>
/// <param name="Strategy">The name of one of our strategies.</param>
/// <param name="Options">By name, in the order to be written.</param>
internal sealed record RuleDraft(string Strategy, IReadOnlyList<(string Key, YamlNode Value)> Options)
{
    /// <summary>Where it isn't the column that the rule stands under.</summary>
    public string? Column { get; init; }

    /// <summary>Why nobody has decided yet; null where the rule is as good as theirs.</summary>
    public string? Proposed { get; init; }

    public RuleRows? Rows { get; init; }

    public static RuleDraft Of(string strategy, params (string Key, YamlNode? Value)[] options) =>
        new(strategy, [.. options.Where(option => option.Value is not null).Select(option => (option.Key, option.Value!))]);

    /// <summary>As a policy has it: the strategy's name, or a mapping.</summary>
    public YamlNode ToNode(SourcePosition at)
    {
        if (Options.Count == 0 && Proposed is null && Rows is null) return PolicyNode.Text(Strategy, at);
        var entries = new List<(string, YamlNode)> { (PolicyLanguage.Strategy.Name, PolicyNode.Text(Strategy, at)) };
        entries.AddRange(Options);
        if (Rows?.When is { Count: > 0 } when) entries.Add((PolicyLanguage.When.Name, Conditions(when, at)));
        if (Rows?.Unless is { Count: > 0 } unless) entries.Add((PolicyLanguage.Unless.Name, Conditions(unless, at)));
        if (Proposed is { } words) entries.Add((PolicyLanguage.Proposed.Name, PolicyNode.Text(words, at)));
        return PolicyNode.Map(at, entries);
    }

    private static YamlNode Conditions(IReadOnlyList<YamlMapping> conditions, SourcePosition at) =>
        conditions is [var only] ? only : new YamlSequence(at, [.. conditions]);
}

/// <summary>Which rows a rule masks: those that all of the first hold for, and none of the second.</summary>
internal sealed record RuleRows(IReadOnlyList<YamlMapping> When, IReadOnlyList<YamlMapping> Unless);
