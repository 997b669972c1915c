using System.Text;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.Greenmask;

/// <summary>Greenmask's Json transformer: operations by path.</summary>
internal static class GreenmaskJson
{
    public static IReadOnlyList<RuleDraft> Read(ForeignRule rule)
    {
        var paths = new List<(string, YamlNode)>();
        foreach (var operation in rule.Node("operations").Items())
        {
            var value = operation.Find("value").Scalar();
            if (Path(operation.Find("path").Scalar()) is not { } path) return rule.Refuse("one of its paths isn't understood");
            switch (operation.Find("operation").Scalar())
            {
                case "delete":
                    paths.Add((path, rule.New(PolicyLanguage.Delete)));
                    break;
                case "set" when value is not null && operation.Find("value_template") is null:
                    paths.Add((path, PolicyNode.Map(rule.At, (PolicyLanguage.Set, rule.New(value)))));
                    break;
                default:
                    return rule.Refuse("one of its operations is a template or copies a value");
            }
        }
        return paths.Count == 0 ? rule.Refuse("it names no operations") : [RuleDraft.Of("json", ("paths", PolicyNode.Map(rule.At, paths)))];
    }

    // a.b.0 → $.a.b[0]; wildcards and queries are more than a path.
    private static string? Path(string? path)
    {
        if (path is null || path.IndexOfAny(['*', '?', '#', '|', '@', '\\', '\'']) >= 0) return null;
        var ours = new StringBuilder("$");
        foreach (var step in path.Split('.'))
        {
            if (step.Length == 0) return null;
            if (step.All(char.IsAsciiDigit)) ours.Append($"[{step}]");
            else if (step.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')) ours.Append('.').Append(step);
            else ours.Append($"['{step}']");
        }
        return ours.ToString();
    }
}
