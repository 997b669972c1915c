using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads single values by their key's definition. Null means absent or reported.</summary>
internal sealed partial class PolicyValues(PolicyProblems problems)
{
    /// <summary>Any text, the empty one only in quotes.</summary>
    public string? Scalar(YamlNode? node, string what)
    {
        switch (node)
        {
            case null or YamlScalar { Text: null }:
                return null;
            case YamlScalar { IsAbsent: true } or YamlScalar { Plain: true, Written: "null" }:
                NoValue(node, what);
                return null;
            case YamlScalar scalar:
                return scalar.Text;
            default:
                problems.WrongType(node, what, "a single value");
                return null;
        }
    }

    public string? Text(YamlNode? node, string what)
    {
        var text = Scalar(node, what);
        if (text is not "")
            return text;
        NoValue(node!, what);
        return null;
    }

    public string? Text(YamlNode? node, PolicyKey key) => Text(node, $"'{key.Name}'");

    public string? Choice(YamlNode? node, PolicyKey key, DiagnosticCode code)
    {
        if (Text(node, key) is not { } text)
            return null;
        if (key.Choices!.Contains(text))
            return text;

        var scalar = (YamlScalar)node!;
        var suggestion = scalar.Suggest(key.Choices!);
        var hint = suggestion.Length > 0 ? suggestion : $"; one of: {string.Join(", ", key.Choices!)}";
        problems.Add(code, scalar.At, $"'{key.Name}' can't be {scalar.Quoted}{hint}");
        return null;
    }

    public T? Word<T>(YamlNode? node, PolicyKey key) where T : struct, Enum =>
        Choice(node, key, DiagnosticCodes.BadPolicyValue) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    public T WordOrDefault<T>(YamlNode? node, PolicyKey key) where T : struct, Enum =>
        Word<T>(node, key) ?? Enum.Parse<T>(key.Default!, ignoreCase: true);

    public int? Integer(YamlNode? node, PolicyKey key)
    {
        if (Text(node, key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= key.Minimum && number <= key.Maximum)
            return number;

        Bad((YamlScalar)node!, key, $"a number from {key.Minimum} to {key.Maximum}");
        return null;
    }

    public int DaysOrDefault(YamlNode? node, PolicyKey key)
    {
        var standard = Days(key.Default!)!.Value;
        if (Text(node, key) is not { } text)
            return standard;
        if (Days(text) is { } days && days >= key.Minimum && days <= key.Maximum)
            return days;

        Bad((YamlScalar)node!, key, $"a number of days from {key.Minimum} to {key.Maximum}, such as '{key.Default}'");
        return standard;
    }

    public DateOnly? Date(YamlNode? node, PolicyKey key)
    {
        if (Text(node, key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;

        Bad((YamlScalar)node!, key, "a date such as 2027-06-30");
        return null;
    }

    /// <summary>The list's scalars that have a text; anything else is reported.</summary>
    public IReadOnlyList<YamlScalar> List(YamlNode? node, string what)
    {
        if (node is null or YamlScalar { Text: null })
            return [];
        if (node is YamlSequence sequence)
            return [.. sequence.Items.Where(item => Text(item, $"an item of {what}") is not null).Cast<YamlScalar>()];

        problems.WrongType(node, what, "a list");
        return [];
    }

    private void NoValue(YamlNode node, string what) =>
        problems.Add(DiagnosticCodes.BadPolicyValue, node.At, $"{what} has no value; write one or remove the key");

    private static int? Days(string text) =>
        DaysPattern().Match(text) is { Success: true } match ? int.Parse(match.Groups["days"].Value) : null;

    private void Bad(YamlScalar scalar, PolicyKey key, string expected) =>
        problems.Add(DiagnosticCodes.BadPolicyValue, scalar.At, $"'{key.Name}' takes {expected}, not {scalar.Quoted}");

    [GeneratedRegex(@"^(?<days>[1-9][0-9]{0,3}) days?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DaysPattern();
}
