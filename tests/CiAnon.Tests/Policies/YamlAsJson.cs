using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CiAnon.Policies.Yaml;

namespace CiAnon.Tests.Policies;

/// <summary>What an editor's YAML (1.2, core schema) hands to a JSON schema.</summary>
internal static partial class YamlAsJson
{
    public static JsonNode? Convert(string yaml) =>
        Convert(YamlTree.Parse("ci-anon.yml", yaml, (_, _, message) => Assert.Fail(message))!);

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Written, Convert(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Convert)]),
        YamlScalar { Plain: true } scalar => Plain(scalar.Written),
        YamlScalar scalar => JsonValue.Create(scalar.Written),
        _ => throw new InvalidOperationException(),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
