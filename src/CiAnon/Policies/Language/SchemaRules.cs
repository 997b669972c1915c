using System.Text.Json.Nodes;
using CiAnon.Strategies;

namespace CiAnon.Policies.Language;

/// <summary>
/// The schema of a rule: a strategy's name, or a mapping whose other keys depend on the strategy. Said with conditions and not with one
/// alternative per strategy, of which an editor would show the first where none fits.
/// </summary>
internal sealed class SchemaRules(PolicyLanguage language, SchemaValues values)
{
    public JsonObject Rule() => new() { ["anyOf"] = new JsonArray(Names(), LongForm()) };

    private JsonObject Names() => SchemaWords.Words(language.Strategies.Select(strategy => strategy.Name));

    private JsonObject LongForm() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [PolicyLanguage.Strategy.Name] = Names() },
        ["required"] = new JsonArray(PolicyLanguage.Strategy.Name),
        // Which options a strategy has that comes from a variable isn't known before it is filled in.
        ["allOf"] = new JsonArray([.. language.Strategies.Select(Condition)]),
    };

    private JsonObject Condition(StrategyDefinition strategy) => new()
    {
        ["if"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [PolicyLanguage.Strategy.Name] = SchemaWords.Enumeration([strategy.Name]) },
            ["required"] = new JsonArray(PolicyLanguage.Strategy.Name),
        },
        ["then"] = Options(strategy),
    };

    private JsonObject Options(StrategyDefinition strategy)
    {
        var options = SchemaValues.Options(strategy);
        if (strategy == language.KeepStrategy)
            options = options.Concat(DecisionValues());
        else
            options = options.Concat(values.Section(PolicyLanguage.Rule)["properties"]!.AsObject().Where(property => property.Key != PolicyLanguage.Strategy.Name).Select(property => (property.Key, property.Value!.DeepClone().AsObject())));
        var schema = SchemaValues.Mapping(options.Prepend((PolicyLanguage.Strategy.Name, SchemaWords.Enumeration([strategy.Name]))));
        schema["description"] = strategy.Summary;
        return schema;
    }

    private IEnumerable<(string Name, JsonObject Value)> DecisionValues() =>
        values.Section(PolicyLanguage.Decision)["properties"]!.AsObject().Select(property => (property.Key, property.Value!.DeepClone().AsObject()));
}
