using System.Text.Json.Nodes;
using CiAnon.Publishing.GitHub;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>GitHub's own OpenAPI description of its API, from npm, cut down to the calls that are made.</summary>
internal static class GitHubDescription
{
    private static readonly Lazy<JsonObject> Whole = new(() =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(NpmPackage.Modules("@octokit/openapi", "23.0.2"), "@octokit", "openapi", "generated", "api.github.com.json")))!.AsObject());

    private static readonly Lazy<JsonObject> Parts = new(Cut);

    /// <summary>The description as a document of its own.</summary>
    public static string Json => Parts.Value.ToJsonString();

    /// <summary>Null when GitHub knows no such call.</summary>
    public static JsonObject? Operation(GitHubOperation operation) => Whole.Value["paths"]![operation.Path]?[operation.Method.Method.ToLowerInvariant()]?.AsObject();

    /// <summary>What GitHub gives as an example; a copy.</summary>
    public static JsonObject Example(string name) => Whole.Value["components"]!["examples"]![name]!["value"]!.DeepClone().AsObject();

    private static JsonObject Cut()
    {
        var paths = new JsonObject();
        foreach (var group in GitHubOperations.All.GroupBy(operation => operation.Path))
            paths[group.Key] = new JsonObject(group.Select(operation => KeyValuePair.Create(operation.Method.Method.ToLowerInvariant(), Operation(operation)?.DeepClone())));
        var components = new JsonObject();
        AddReferenced(paths, components);
        return new JsonObject { ["openapi"] = Whole.Value["openapi"]!.DeepClone(), ["info"] = Whole.Value["info"]!.DeepClone(), ["paths"] = paths, ["components"] = components };
    }

    private static void AddReferenced(JsonNode? node, JsonObject components)
    {
        if (node is JsonArray array) foreach (var item in array) AddReferenced(item, components);
        if (node is not JsonObject parts) return;
        if (parts["$ref"] is JsonValue reference && reference.GetValue<string>().Split('/') is ["#", "components", var kind, var name])
        {
            var group = (components[kind] ??= new JsonObject()).AsObject();
            if (group.ContainsKey(name)) return;
            group[name] = Whole.Value["components"]![kind]![name]!.DeepClone();
            AddReferenced(group[name], components);
        }
        foreach (var (_, value) in parts.ToList()) AddReferenced(value, components);
    }
}
