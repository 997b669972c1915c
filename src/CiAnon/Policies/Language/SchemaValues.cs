using System.Text.Json.Nodes;
using CiAnon.Policies.Presets;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Language;

/// <summary>The schema of every type of the policy's keys.</summary>
internal sealed class SchemaValues(PolicyLanguage language)
{
    /// <summary>A mapping whose keys are names of the user's.</summary>
    public static JsonObject Named(JsonObject value) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        // Not patternProperties, which editors check and don't complete.
        ["additionalProperties"] = value,
    };

    public JsonObject Section(PolicySection section)
    {
        var keys = section.Keys;
        var schema = Mapping(keys.Select(key => (key.Name, Describe(Value(key), key.Summary, key.Default))));
        if (keys.Any(key => key.Required))
            schema["required"] = new JsonArray([.. keys.Where(key => key.Required).Select(key => (JsonNode)key.Name)]);
        return schema;
    }

    public static JsonObject Keep() => new()
    {
        ["anyOf"] = new JsonArray(
            SchemaWords.Words([PolicyLanguage.KeepAll]),
            TextList(),
            Named(SchemaWords.Reference("decision"))),
    };

    /// <summary>A strategy's options. None is required here: <c>defaults</c> may give it.</summary>
    public static IEnumerable<(string Name, JsonObject Value)> Options(StrategyDefinition strategy) =>
        strategy.Options.Select(option => (option.Name, Describe(Option(option), option.Summary, option.Default)));

    public static JsonObject Mapping(IEnumerable<(string Name, JsonObject Value)> properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value))),
        ["additionalProperties"] = false,
    };

    private JsonObject Value(PolicyKey key) => key.Type switch
    {
        PolicyValueType.Integer when key.Minimum != key.Maximum => SchemaWords.Integer(key.Minimum, key.Maximum),
        PolicyValueType.Integer => SchemaWords.Words([$"{key.Minimum}"]),
        PolicyValueType.Text => SchemaWords.Reference("text"),
        PolicyValueType.Choice => SchemaWords.Words(key.Choices!),
        PolicyValueType.Locale => SchemaWords.Reference("locale"),
        PolicyValueType.Days => SchemaWords.Days(key.Minimum, key.Maximum),
        PolicyValueType.Date => SchemaWords.Reference("date"),
        PolicyValueType.TextList => TextList(),
        PolicyValueType.Strategy => SchemaWords.Words(language.Strategies.Select(strategy => strategy.Name)),
        PolicyValueType.StrategyDefaults => Mapping(language.Strategies.Select(strategy => (strategy.Name, Mapping(Options(strategy))))),
        PolicyValueType.ColumnRules => SchemaWords.Reference("columns"),
        PolicyValueType.Presets => new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Words(Preset.All.Select(preset => preset.Name)), ListOf(SchemaWords.Words(Preset.All.Select(preset => preset.Name)))) },
        PolicyValueType.Tables => Named(SchemaWords.Reference("table")),
        PolicyValueType.Databases => Named(new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Words([PolicyLanguage.DropDatabase]), SchemaWords.Reference("database")) }),
        PolicyValueType.Keep => SchemaWords.Reference("keep"),
        PolicyValueType.Definitions => Section(PolicyLanguage.DefinitionsSection),
        PolicyValueType.Verify => Section(PolicyLanguage.VerifySection),
        PolicyValueType.Allowances => ListOf(Section(PolicyLanguage.Allowance)),
        PolicyValueType.PatternLimits => Mapping(PersonalKinds.All.Select(kind => (kind.Name, SchemaWords.Limit()))),
        PolicyValueType.AnonymityRules => ListOf(Section(PolicyLanguage.AnonymityRule)),
        PolicyValueType.Diversity => Named(SchemaWords.Integer(key.Minimum, key.Maximum)),
        PolicyValueType.Spread => new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Reference("text"), Section(PolicyLanguage.SpreadSection)) },
        PolicyValueType.Rows => new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Words(key.Choices!), Filled(Section(PolicyLanguage.Rows))) },
        PolicyValueType.Share => SchemaWords.Share(),
        PolicyValueType.Subset => Section(PolicyLanguage.SubsetSection),
        PolicyValueType.References => ListOf(Section(PolicyLanguage.ReferenceSection)),
        PolicyValueType.Names => new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Reference("text"), TextList()) },
        PolicyValueType.Case => One(SchemaWords.Reference("scalar")),
        PolicyValueType.Scalar => SchemaWords.Reference("scalar"),
        PolicyValueType.Conditions => new JsonObject { ["anyOf"] = new JsonArray(SchemaWords.Reference("condition"), ListOf(SchemaWords.Reference("condition"))) },
        _ => throw new InvalidOperationException($"The schema doesn't know {key.Type}."),
    };

    private static JsonObject Option(OptionDefinition option) => option.Type switch
    {
        OptionType.Integer => SchemaWords.Integer(option.Minimum, option.Maximum),
        OptionType.Boolean => SchemaWords.Boolean(),
        OptionType.Choice => SchemaWords.Words(option.Choices!),
        OptionType.Date => SchemaWords.Reference("date"),
        OptionType.Rule => SchemaWords.Reference("inner"),
        OptionType.Paths or OptionType.Parts => Named(SchemaWords.Reference("part")),
        OptionType.List => new JsonObject { ["anyOf"] = new JsonArray(ListOf(SchemaWords.Reference("scalar")), SchemaWords.Reference("scalar")) },
        OptionType.Range => SchemaWords.Reference("range"),
        _ => SchemaWords.Reference("scalar"),
    };

    private static JsonObject Filled(JsonObject schema)
    {
        schema["minProperties"] = 1;
        return schema;
    }

    private static JsonObject One(JsonObject value)
    {
        var schema = Filled(Named(value));
        schema["maxProperties"] = 1;
        return schema;
    }

    private static JsonObject TextList() => ListOf(SchemaWords.Reference("text"));

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Describe(JsonObject schema, string summary, string? standard)
    {
        schema["description"] = summary;
        if (standard is not null)
            schema["default"] = standard;
        return schema;
    }
}
