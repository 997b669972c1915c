using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition.Definitions;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Recognition.Patterns;

/// <summary>The positive control of <c>patterns</c>: the scanner of this run must see a planted sample of every recognizer, in each kind of container.</summary>
/// <param name="Planted">Samples shown.</param>
/// <param name="Missed">Recognizer and container of each sample that was not seen.</param>
public sealed record PatternControl(int Planted, IReadOnlyList<string> Missed)
{
    /// <summary>Samples that the recognizer meant by them saw.</summary>
    public int Found => Planted - Missed.Count;

    public bool Passed => Planted > 0 && Missed.Count == 0;

    /// <summary>Shows every sample to a scanner of these recognizers.</summary>
    public static PatternControl Run(IReadOnlyList<Recognizer> recognizers)
    {
        var planted = 0;
        var missed = new List<string>();
        foreach (var sample in PatternSample.All)
        {
            var index = IndexOf(recognizers, sample.Recognizer);
            foreach (var (type, value) in Containers(sample, recognizers[index] is DictionaryRecognizer))
            {
                planted++;
                var scanner = new PatternScanner(recognizers, [new ScannedPattern("planted", type, null, new HashSet<PersonalKind>())]);
                scanner.Field(0, value);
                if (scanner.Found(0, index).Matching != 1) missed.Add($"{sample.Recognizer} in {type}");
            }
        }
        foreach (var sample in DefinitionSample.All)
        {
            planted++;
            var patterns = new DefinitionPatterns(recognizers);
            patterns.Scan(sample.Sql);
            if (patterns.Scanner.Matching(0, PersonalKind.Token) != 1) missed.Add($"a secret in {sample.Where}");
        }
        return new PatternControl(planted, missed);
    }

    private static int IndexOf(IReadOnlyList<Recognizer> recognizers, string name)
    {
        for (var i = 0; i < recognizers.Count; i++)
        {
            if (recognizers[i].Name == name) return i;
        }
        throw new ArgumentException($"there is no recognizer '{name}'", nameof(name));
    }

    // Single words of a dictionary say something as whole values only.
    private static IEnumerable<(TypeKind Type, byte[] Value)> Containers(PatternSample sample, bool wholeOnly)
    {
        yield return (TypeKind.Text, sample.Utf8);
        if (wholeOnly) yield break;
        yield return (TypeKind.Text, Encoding.UTF8.GetBytes($"Lorem ipsum dolor sit amet.\n{sample.Text}\nConsectetur."));
        yield return (TypeKind.Json, Encoding.UTF8.GetBytes($"{{\"a\": [1, {{\"note\": \"{sample.Text.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}]}}"));
        yield return (TypeKind.Array, Encoding.UTF8.GetBytes($"{{\"{sample.Text}\",other}}"));
        yield return (TypeKind.Other, Encoding.UTF8.GetBytes($"<note>{sample.Text}</note>"));
        yield return (TypeKind.Binary, Encoding.ASCII.GetBytes($"\\x{Convert.ToHexStringLower(sample.Utf8)}"));
    }
}
