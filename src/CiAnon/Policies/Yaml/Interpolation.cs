using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Policies.Yaml;

/// <summary>Fills <c>${NAME}</c> and <c>${NAME:-default}</c> into values (never into keys); <c>$${</c> stands for <c>${</c>.</summary>
internal sealed partial class Interpolation(Func<string, string?> environment, Action<DiagnosticCode, SourcePosition, string> report)
{
    public YamlNode Apply(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = Apply(entry.Value) })] },
        YamlSequence sequence => sequence with { Items = [.. sequence.Items.Select(Apply)] },
        YamlScalar { Text: not null } scalar when scalar.Written.Contains("${", StringComparison.Ordinal) => scalar with { Text = Fill(scalar) },
        _ => node,
    };

    private string? Fill(YamlScalar scalar)
    {
        var text = new StringBuilder();
        var complete = true;
        var end = 0;
        foreach (Match match in Reference().Matches(scalar.Written))
        {
            text.Append(scalar.Written, end, match.Index - end);
            end = match.Index + match.Length;
            if (match.Value == "$${")
                text.Append("${");
            else if (Value(match, scalar) is { } value)
                text.Append(value);
            else
                complete = false;
        }
        text.Append(scalar.Written, end, scalar.Written.Length - end);
        return complete ? text.ToString() : null;
    }

    private string? Value(Match match, YamlScalar scalar)
    {
        var name = match.Groups["name"].Value;
        if (!match.Groups["name"].Success)
        {
            report(DiagnosticCodes.BadPolicyVariable, scalar.At, "this reference to an environment variable can't be read; write ${NAME} or ${NAME:-default}");
            return null;
        }

        var value = environment(name);
        if (!string.IsNullOrEmpty(value))
            return value;
        if (match.Groups["default"].Success)
            return match.Groups["default"].Value;
        if (value is null)
            report(DiagnosticCodes.PolicyVariableMissing, scalar.At, $"environment variable {name} is not set; set it, or write ${{{name}:-default}}");
        return value;
    }

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^{}]*))?\}|\$\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
