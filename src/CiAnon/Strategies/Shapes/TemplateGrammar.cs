using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Strategies.Shapes;

/// <summary>Reads templates.</summary>
internal static partial class TemplateGrammar
{
    public static IReadOnlyList<TemplatePart>? Read(string text, out string? problem)
    {
        problem = null;
        var parts = new List<TemplatePart>();
        for (var rest = text; rest.Length > 0;)
        {
            var match = Part().Match(rest);
            rest = rest[match.Length..];
            if (match.Groups["column"] is { Success: true } column)
            {
                var function = TemplateFunction.None;
                if (match.Groups["function"] is { Success: true } name && (!Enum.TryParse(name.Value, ignoreCase: true, out function) || function == TemplateFunction.None))
                {
                    problem = $"has the function '{name.Value}'; there are lower, upper, initial, slug";
                    return null;
                }
                parts.Add(new TemplatePart([], column.Value, function));
            }
            else if (match.Value is "{" or "}")
            {
                problem = $"has a {match.Value} that stands alone: write {match.Value}{match.Value} for the character";
                return null;
            }
            else
            {
                parts.Add(new TemplatePart(Encoding.UTF8.GetBytes(match.Value is "{{" or "}}" ? match.Value[1..] : match.Value), null, TemplateFunction.None));
            }
        }
        return parts;
    }

    [GeneratedRegex(@"\G(\{\{|\}\}|\{(?<column>[^{}|]+)(\|(?<function>[A-Za-z]+))?\}|[^{}]+|.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Part();
}
