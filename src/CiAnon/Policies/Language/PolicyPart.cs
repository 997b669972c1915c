using System.Text;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Language;

/// <summary>A key with a rule, or with parts below it, to be written into a policy.</summary>
internal sealed record PolicyPart(string Key, string? Rule, IReadOnlyList<PolicyPart> Parts, string? Comment = null)
{
    private const int Step = 2;

    /// <summary>Begins with an empty line in block style.</summary>
    public bool IsTable { get; init; }

    /// <summary><c>email</c>, or <c>{ strategy: noise, range: 90 days }</c>.</summary>
    public static string RuleText(ProposedRule rule)
    {
        // Plain null would be YAML's own.
        var name = rule.Strategy == "null" ? "\"null\"" : rule.Strategy;
        if (rule.Options.Count == 0 && rule.Proposed is null) return name;
        var fields = rule.Options.Select(option => $"{option.Key}: {OptionText(rule.Strategy, option.Key, option.Value)}");
        if (rule.Proposed is { } proposed) fields = fields.Append($"{PolicyLanguage.Proposed.Name}: {YamlWriter.Scalar(proposed)}");
        return $"{{ {PolicyLanguage.Strategy.Name}: {name}, {string.Join(", ", fields)} }}";
    }

    // A list within quotes would be read as one text.
    private static string OptionText(string strategy, string option, string value) => StrategyRegistry.Find(strategy)?.Options.FirstOrDefault(known => known.Name == option)?.Type switch
    {
        OptionType.Paths or OptionType.Parts when PathsOption.Parse(value) is { } paths => PathsText(paths),
        OptionType.Rule when PathsOption.ParseOne(value) is { } inner => InnerText(inner),
        OptionType.List => $"[{string.Join(", ", ListOption.Parse(value).Select(YamlWriter.Scalar))}]",
        _ => YamlWriter.Scalar(value),
    };

    private static string PathsText(IReadOnlyList<PathRule> paths) => $"{{ {string.Join(", ", paths.Select(path => $"{YamlWriter.Scalar(path.Path)}: {ActionText(path)}"))} }}";

    private static string ActionText(PathRule path)
    {
        if (path.Delete) return PolicyLanguage.Delete;
        if (path.Set is { } set) return $"{{ {PolicyLanguage.Set}: {YamlWriter.Scalar(set)} }}";
        return InnerText(path.Inner!);
    }

    private static string InnerText(InnerRule rule) => RuleText(new ProposedRule("", "", rule.Strategy.Name, rule.Options.Given));

    public void AppendBlock(StringBuilder lines, int indent, string newline)
    {
        if (IsTable) lines.Append(newline);
        lines.Append(' ', indent).Append(YamlWriter.Scalar(Key)).Append(':');
        if (Rule is not null) lines.Append(' ').Append(Rule);
        if (Comment is not null) lines.Append("  ").Append(YamlWriter.Comment(Comment));
        lines.Append(newline);
        foreach (var part in Parts) part.AppendBlock(lines, indent + Step, newline);
    }

    /// <summary>For the inside of braces: comments end lines there, too.</summary>
    public static string Flow(IReadOnlyList<PolicyPart> parts, bool isFirst, int indent, string newline)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(isFirst ? "" : ",").Append(' ');
            if (part.Comment is not null) text.Append(YamlWriter.Comment(part.Comment)).Append(newline).Append(' ', indent);
            text.Append(YamlWriter.Scalar(part.Key)).Append(": ");
            if (part.Rule is not null) text.Append(part.Rule);
            else text.Append('{').Append(Flow(part.Parts, isFirst: true, indent + Step, newline)).Append(" }");
            isFirst = false;
        }
        return text.ToString();
    }
}
