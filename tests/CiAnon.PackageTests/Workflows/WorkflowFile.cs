using CiAnon.Tests.Snapshots;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Workflows;

/// <summary>A workflow of this repository or of a sample: its text, and its steps.</summary>
internal sealed record WorkflowFile(string Path, string Text, YamlMappingNode Root)
{
    public static WorkflowFile Read(string path)
    {
        var text = GeneratedFile.Read(path);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new WorkflowFile(path, text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    public IEnumerable<YamlMappingNode> Jobs => ((YamlMappingNode)Root["jobs"]).Children.Values.Cast<YamlMappingNode>();

    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    /// <summary>The values of a key of all steps that have it.</summary>
    public IEnumerable<string> Of(string key) => Steps.Where(step => step.Children.ContainsKey(key)).Select(step => ((YamlScalarNode)step[key]).Value!);
}
