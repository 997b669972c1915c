using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Looks for secrets in everything that the file says: keys, values and comments.</summary>
internal static class SecretScan
{
    public static void Report(string file, string text, YamlNode? root, PolicyProblems problems)
    {
        var reported = new HashSet<int>();
        foreach (var scalar in Scalars(root))
        {
            if (SecretPatterns.Find(scalar.Written).FirstOrDefault() is not { Kind: { } kind })
                continue;
            Report(kind, scalar.At, problems);
            reported.UnionWith(Enumerable.Range(scalar.At.Line, scalar.EndLine - scalar.At.Line + 1));
        }

        // Comments aren't in the tree, and a file that isn't YAML has none.
        foreach (var (kind, offset) in SecretPatterns.Find(text))
        {
            var at = PolicyText.PositionOf(file, text, offset);
            if (reported.Add(at.Line))
                Report(kind, at, problems);
        }
    }

    /// <summary>The same for a policy that was made of another tool's file.</summary>
    public static void Report(YamlNode root, PolicyProblems problems)
    {
        foreach (var scalar in Scalars(root))
            if (SecretPatterns.Find(scalar.Written).FirstOrDefault() is { Kind: { } kind }) Report(kind, scalar.At, problems);
    }

    private static void Report(string kind, SourcePosition at, PolicyProblems problems) =>
        problems.Add(DiagnosticCodes.SecretInPolicy, at,
            $"this looks like {kind}; take it out of the file, replace it where it is used, and refer to it as ${{NAME}}");

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };
}
