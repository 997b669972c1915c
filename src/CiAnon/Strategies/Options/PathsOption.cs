using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CiAnon.Strategies.Options;

/// <summary>The texts of <see cref="OptionType.Paths"/> and <see cref="OptionType.Rule"/>: JSON, so that equal rules are equal texts.</summary>
public static class PathsOption
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IEnumerable<PathRule> rules) => new JsonArray([.. rules.Select(Node)]).ToJsonString(Plain);

    public static string Text(InnerRule rule) => Node(rule).ToJsonString(Plain);

    /// <summary>Null where the text is none of ours.</summary>
    public static IReadOnlyList<PathRule>? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray rules ? [.. rules.Select(rule => Rule(rule!.AsObject()))] : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Null where the text is none of ours.</summary>
    public static InnerRule? ParseOne(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject rule ? Inner(rule, "") : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonObject Node(PathRule rule)
    {
        var node = rule.Inner is { } inner ? Node(inner) : new JsonObject();
        node.Insert(0, "path", rule.Path);
        if (rule.Set is { } set) node["set"] = set;
        if (rule.Delete) node["delete"] = true;
        return node;
    }

    private static JsonObject Node(InnerRule rule)
    {
        var node = new JsonObject
        {
            ["strategy"] = rule.Strategy.Name,
            ["options"] = new JsonObject(rule.Options.Given.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => KeyValuePair.Create(option.Key, (JsonNode?)option.Value))),
        };
        if (rule.Locale is { } locale) node["locale"] = locale;
        if (rule.ReplacesNull) node["null"] = "replace";
        return node;
    }

    private static PathRule Rule(JsonObject node)
    {
        var path = node["path"]!.GetValue<string>();
        return new PathRule(path, node.ContainsKey("strategy") ? Inner(node, path) : null, node["set"]?.GetValue<string>(), node["delete"]?.GetValue<bool>() ?? false);
    }

    private static InnerRule? Inner(JsonObject node, string place) =>
        StrategyRegistry.Find(node["strategy"]?.GetValue<string>() ?? "") is { } strategy
            ? new InnerRule(place, strategy, new OptionValues((node["options"]?.AsObject() ?? []).ToDictionary(option => option.Key, option => option.Value!.GetValue<string>())))
            {
                Locale = node["locale"]?.GetValue<string>(),
                ReplacesNull = node.ContainsKey("null"),
            }
            : null;
}
