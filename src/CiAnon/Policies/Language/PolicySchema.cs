using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CiAnon.Strategies;

namespace CiAnon.Policies.Language;

/// <summary>JSON Schema (draft 2020-12) of the policy file, for editors and CI: docs/schema/policy.schema.json.</summary>
public static class PolicySchema
{
    public const string Id = "urn:ci-anon:policy:1";

    /// <summary>Where editors find the schema.</summary>
    public const string Address = "https://raw.githubusercontent.com/org/ci-anon/main/docs/schema/policy.schema.json";

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, pretty-printed, with a line end at its end; equal input gives equal text.</summary>
    public static string Json(IReadOnlyList<StrategyDefinition> strategies, IReadOnlyList<string> locales)
    {
        var language = new PolicyLanguage(strategies, locales);
        var values = new SchemaValues(language);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["title"] = "CiAnon policy",
        };
        foreach (var (name, value) in values.Section(language.Root))
            schema[name] = value?.DeepClone();
        schema["$defs"] = new JsonObject
        {
            ["variable"] = SchemaWords.Variable(),
            ["scalar"] = SchemaWords.Scalar(),
            ["text"] = SchemaWords.Text(),
            ["date"] = SchemaWords.Date(),
            ["range"] = SchemaWords.Range(),
            ["locale"] = SchemaWords.Words(locales),
            ["columns"] = SchemaValues.Named(SchemaWords.Reference("rule")),
            ["rule"] = new SchemaRules(language, values).Rule(),
            ["inner"] = Inner(strategies.Select(strategy => strategy.Name)),
            ["part"] = Inner([.. strategies.Select(strategy => strategy.Name), PolicyLanguage.Delete]),
            ["condition"] = values.Section(PolicyLanguage.Condition),
            ["keep"] = SchemaValues.Keep(),
            ["decision"] = values.Section(PolicyLanguage.Decision),
            ["table"] = values.Section(PolicyLanguage.Table),
            ["database"] = values.Section(language.Database),
        };
        return schema.ToJsonString(Pretty) + "\n";
    }

    private static JsonObject Inner(IEnumerable<string> words) =>
        new() { ["anyOf"] = new JsonArray(SchemaWords.Words(words), new JsonObject { ["type"] = "object", ["minProperties"] = 1 }) };
}
