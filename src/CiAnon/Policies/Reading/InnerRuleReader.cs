using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Reading;

/// <summary>Reads the rules that are applied inside of a value.</summary>
internal sealed class InnerRuleReader(PolicyLanguage language, OptionReader options, PolicyProblems problems, PolicyMappings mappings, PolicyValues values)
{
    private static readonly string[] Edits = [PolicyLanguage.Delete, PolicyLanguage.Set];
    private static readonly PolicyKey[] RuleKeys = [PolicyLanguage.Strategy, PolicyLanguage.RuleLocale, PolicyLanguage.Nulls];
    private static readonly string[] OwnKeys = [.. RuleKeys.Select(key => key.Name), .. Edits];

    /// <summary>A mapping of paths; null when something is wrong, which is reported.</summary>
    public string? ReadPaths(YamlNode node, string what) => ReadAll(node, what, "a mapping of paths such as $.name to strategies", ReadPath);

    /// <summary>A mapping of names; null when something is wrong, which is reported.</summary>
    public string? ReadParts(YamlNode node, string what) => ReadAll(node, what, "a mapping of names to strategies", ReadPart);

    private string? ReadAll(YamlNode node, string what, string form, Func<YamlEntry, PathRule?> read)
    {
        if (node is not YamlMapping { Entries.Count: > 0 })
        {
            if (node is not YamlScalar { Text: null }) problems.WrongType(node, what, form);
            return null;
        }
        var entries = mappings.Names(node, what)!;
        var rules = entries.Select(read).OfType<PathRule>().ToList();
        return rules.Count == entries.Count ? PathsOption.Text(rules) : null;
    }

    private PathRule? ReadPart(YamlEntry entry) => ReadAction(entry, entry.Key.Quoted, text => text);

    /// <summary>A strategy's name, or a mapping with the strategy and its options.</summary>
    public InnerRule? Read(YamlNode node, string what, string place)
    {
        if (node is YamlScalar name) return Strategy(name, what) is { } alone ? Build(alone, [], node, place) : null;
        if (node is not YamlMapping)
        {
            problems.WrongType(node, what, "a strategy's name or a mapping");
            return null;
        }
        var entries = mappings.Names(node, what)!;
        if (entries.FirstOrDefault(entry => entry.Key.Written == PolicyLanguage.Strategy.Name)?.Value is not YamlScalar named)
        {
            problems.Add(DiagnosticCodes.MissingPolicyKey, node.At, $"{what} names no strategy; add 'strategy: NAME'");
            return null;
        }
        if (Strategy(named, what) is not { } strategy) return null;
        foreach (var given in entries.Where(entry => strategy == language.KeepStrategy && entry.Key.Written != PolicyLanguage.Strategy.Name && RuleKeys.Any(key => key.Name == entry.Key.Written)))
            problems.Add(DiagnosticCodes.BadPolicyValue, given.Key.At, $"what is kept has no pseudonyms: remove '{given.Key.Written}'");
        var rule = Build(strategy, [.. entries.Where(entry => RuleKeys.All(key => key.Name != entry.Key.Written))], node, place);
        return rule with
        {
            Locale = values.Choice(Value(PolicyLanguage.RuleLocale), language.Locale, DiagnosticCodes.UnknownLocale),
            ReplacesNull = values.Choice(Value(PolicyLanguage.Nulls), PolicyLanguage.Nulls, DiagnosticCodes.BadPolicyValue) == "replace",
        };

        YamlNode? Value(PolicyKey key) => entries.FirstOrDefault(entry => entry.Key.Written == key.Name)?.Value;
    }

    private PathRule? ReadPath(YamlEntry entry)
    {
        var path = entry.Key.Written;
        var what = $"path {entry.Key.Quoted}";
        if (JsonPath.Read(path) is null)
        {
            problems.Add(DiagnosticCodes.BadOptionValue, entry.Key.At, $"{what} can't be read: write $.name, $['name'], $.list[0], $.list[*] or $..name");
            return null;
        }
        return ReadAction(entry, what, Json);
    }

    private PathRule? ReadAction(YamlEntry entry, string what, Func<string, string> written)
    {
        var path = entry.Key.Written;
        if (entry.Value is YamlScalar { Text: PolicyLanguage.Delete }) return new PathRule(path, null, null, Delete: true);
        if (entry.Value is YamlMapping mapping && mapping.Entries.Select(own => own.Key.Written).Intersect(Edits).Any()) return ReadEdit(path, mapping, what, written);
        return Read(entry.Value, what, path) is { } inner ? new PathRule(path, inner, null, Delete: false) : null;
    }

    private PathRule? ReadEdit(string path, YamlMapping mapping, string what, Func<string, string> written)
    {
        if (mapping.Entries is not [var only])
        {
            problems.Add(DiagnosticCodes.BadOptionValue, mapping.At, $"{what} takes one of {PolicyLanguage.Strategy.Name}, {string.Join(", ", Edits)}");
            return null;
        }
        if (values.Scalar(only.Value, $"'{only.Key.Written}'") is not { } text) return null;
        if (only.Key.Written == PolicyLanguage.Set) return new PathRule(path, null, written(text), Delete: false);
        if (text == "true") return new PathRule(path, null, null, Delete: true);
        problems.Add(DiagnosticCodes.BadOptionValue, only.Value.At, "'delete' takes true; leave the path out to delete nothing");
        return null;
    }

    // What is no JSON is a text.
    private static string Json(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(text);
        }
    }

    private InnerRule Build(StrategyDefinition strategy, IReadOnlyList<YamlEntry> given, YamlNode at, string place)
    {
        var merged = options.Merged(strategy, options.Read(strategy, given, OwnKeys));
        options.RequireAll(strategy, merged, given, at);
        return new InnerRule(place, strategy, new OptionValues(merged));
    }

    private StrategyDefinition? Strategy(YamlScalar name, string what)
    {
        var text = name.Written == "null" ? name.Text : values.Text(name, what);
        if (text is null) return null;
        if (language.Find(text) is { } strategy) return strategy;
        problems.Add(DiagnosticCodes.UnknownStrategy, name.At, $"unknown strategy {name.Quoted}{name.Suggest(language.Strategies.Select(one => one.Name))}");
        return null;
    }
}
