using System.Globalization;
using CiAnon.Diagnostics;

namespace CiAnon.Strategies.Options;

/// <summary>Checks options as written in a policy against a strategy's definitions.</summary>
public static class StrategyOptions
{
    /// <summary>Everything that is wrong, in the order of the options given, missing ones last; empty when all is well.</summary>
    public static IReadOnlyList<OptionProblem> Validate(StrategyDefinition strategy, IReadOnlyDictionary<string, string> given)
    {
        var problems = new List<OptionProblem>();
        foreach (var (name, value) in given)
        {
            if (strategy.Options.FirstOrDefault(option => option.Name == name) is not { } definition)
                problems.Add(Unknown(strategy, name));
            else if (Problem(definition, value) is { } problem)
                problems.Add(problem);
        }
        problems.AddRange(strategy.Options
            .Where(option => option.Required && !given.ContainsKey(option.Name))
            .Select(option => new OptionProblem(
                option.Name, $"strategy '{strategy.Name}' needs option '{option.Name}': {option.Summary}", IsMissing: true)));
        return problems;
    }

    private static OptionProblem Unknown(StrategyDefinition strategy, string name)
    {
        var names = strategy.Options.Select(option => option.Name).ToList();
        var known = names.Count == 0 ? "it has none" : $"it has {string.Join(", ", names)}";
        var suggestion = Suggestion.Phrase(name, names);
        return new OptionProblem(name, $"strategy '{strategy.Name}' has no option '{name}'{(suggestion.Length == 0 ? "; " + known : suggestion)}");
    }

    private static OptionProblem? Problem(OptionDefinition option, string value) => option.Type switch
    {
        OptionType.Integer => IntegerProblem(option, value),
        OptionType.Boolean => value is "true" or "false" ? null : Wrong(option, "takes true or false"),
        OptionType.Choice => ChoiceProblem(option, value),
        OptionType.Range => RangeOption.Parse(value) is null ? Wrong(option, "takes " + RangeOption.Form) : null,
        OptionType.Rule => PathsOption.ParseOne(value) is null ? Wrong(option, "takes a strategy's name, or a mapping with strategy and options") : null,
        OptionType.Paths => PathsOption.Parse(value) is null or [] ? Wrong(option, "takes a mapping of paths to strategies, one at least") : null,
        OptionType.Parts => PathsOption.Parse(value) is null or [] ? Wrong(option, "takes a mapping of names to strategies, one at least") : null,
        OptionType.List => ListOption.Parse(value).Count > 0 ? null : Wrong(option, "takes a list with one value at least"),
        OptionType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : Wrong(option, "takes a date written YYYY-MM-DD"),
        _ => null,
    };

    private static OptionProblem? IntegerProblem(OptionDefinition option, string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Wrong(option, "takes a whole number");
        return number < option.Minimum || number > option.Maximum
            ? Wrong(option, $"takes a whole number from {option.Minimum} to {option.Maximum}")
            : null;
    }

    private static OptionProblem? ChoiceProblem(OptionDefinition option, string value)
    {
        var choices = option.Choices ?? [];
        return choices.Contains(value)
            ? null
            : new OptionProblem(option.Name,
                $"option '{option.Name}' takes {string.Join(" or ", choices)}, not '{value}'{Suggestion.Phrase(value, choices)}");
    }

    private static OptionProblem Wrong(OptionDefinition option, string takes) => new(option.Name, $"option '{option.Name}' {takes}");
}
