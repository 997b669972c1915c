using System.Text.Json.Nodes;
using CiAnon.Strategies;

namespace CiAnon.Policies;

/// <summary>The schema of a rule: a strategy's name, or one long form per strategy with that strategy's options.</summary>
internal sealed class SchemaRules(PolicyLanguage language, SchemaValues values)
{
    public JsonObject Rule() => new()
    {
        ["oneOf"] = new JsonArray(
        [
            SchemaWords.Words(language.Strategies.Select(strategy => strategy.Name)),
            .. language.Strategies.Select(LongForm),
            LongFormOfVariable(),
        ]),
    };

    private JsonObject LongForm(StrategyDefinition strategy)
    {
        var name = (PolicyLanguage.Strategy.Name, SchemaWords.Enumeration([strategy.Name]));
        var options = SchemaValues.Options(strategy);
        if (strategy == language.KeepStrategy)
            options = options.Concat(DecisionValues());
        else
            options = options.Append(DecisionValues().Single(value => value.Name == PolicyLanguage.Proposed.Name));

        var schema = SchemaValues.Mapping(options.Prepend(name));
        schema["description"] = strategy.Summary;
        schema["required"] = new JsonArray(PolicyLanguage.Strategy.Name);
        return schema;
    }

    // Which options the strategy has isn't known before the variable is filled in.
    private static JsonObject LongFormOfVariable() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [PolicyLanguage.Strategy.Name] = SchemaWords.Reference("variable") },
        ["required"] = new JsonArray(PolicyLanguage.Strategy.Name),
    };

    private IEnumerable<(string Name, JsonObject Value)> DecisionValues() =>
        values.Section(PolicyLanguage.Decision)["properties"]!.AsObject().Select(property => (property.Key, property.Value!.DeepClone().AsObject()));
}
