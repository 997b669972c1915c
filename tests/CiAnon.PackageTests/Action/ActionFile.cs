using CiAnon.Tests.Snapshots;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Action;

/// <summary>action.yml as it stands in the repository.</summary>
internal sealed class ActionFile
{
    private readonly YamlMappingNode _root;

    private ActionFile(YamlMappingNode root) => _root = root;

    public static ActionFile Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(GeneratedFile.Read("action.yml")));
        return new ActionFile((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    /// <summary>The defaults of all inputs.</summary>
    public Dictionary<string, string> Inputs => Map(_root["inputs"]).ToDictionary(input => input.Key, input => Text(((YamlMappingNode)input.Value)["default"]));

    /// <summary>The expressions of all outputs.</summary>
    public Dictionary<string, string> Outputs => Map(_root["outputs"]).ToDictionary(output => output.Key, output => Text(((YamlMappingNode)output.Value)["value"]));

    public IReadOnlyList<ActionStep> Steps => [.. ((YamlSequenceNode)_root["runs"]["steps"]).Cast<YamlMappingNode>().Select(Step)];

    private static ActionStep Step(YamlMappingNode node)
    {
        string[] known = ["name", "id", "if", "shell", "run", "env", "uses", "with"];
        Assert.Empty(node.Children.Keys.Select(Text).Except(known));
        string? Optional(string key) => node.Children.TryGetValue(key, out var value) ? Text(value) : null;
        Dictionary<string, string> Texts(string key) => node.Children.TryGetValue(key, out var value) ? Map(value).ToDictionary(pair => pair.Key, pair => Text(pair.Value)) : [];
        Assert.Equal(Optional("run") is null ? null : "bash", Optional("shell"));
        return new ActionStep(Text(node["name"]), Optional("id"), Optional("if"), Optional("run"), Optional("uses"), Texts("env"), Texts("with"));
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(pair => KeyValuePair.Create(Text(pair.Key), pair.Value));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
