using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CiAnon.Hosts;

/// <summary>The generated parts of action.yml, docs/action.md and the README, from the definitions of inputs and outputs.</summary>
public static class ActionDocs
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of action.yml: <c>inputs:</c>.</summary>
    public static string Inputs()
    {
        var text = new StringBuilder("inputs:\n");
        foreach (var input in InputDefinitions.All)
            text.Append($"  {input.Name}:\n    description: {Quoted(input.Description)}\n    default: {Quoted(input.Default)}\n");
        return text.ToString();
    }

    /// <summary>Of action.yml: <c>outputs:</c>.</summary>
    public static string Outputs()
    {
        var text = new StringBuilder("outputs:\n");
        foreach (var (output, value) in ActionOutputs.All)
            text.Append($"  {output.Name}:\n    description: {Quoted(output.Description)}\n    value: ${{{{ {value} }}}}\n");
        return text.ToString();
    }

    /// <summary>Of action.yml: the variables of the step that judges the inputs. The token is none of its business.</summary>
    public static string Variables()
    {
        var text = new StringBuilder();
        foreach (var input in InputDefinitions.All.Where(input => input.Name != InputDefinitions.Token))
            text.Append($"        {input.Variable}: ${{{{ inputs.{input.Name} }}}}\n");
        return text.ToString();
    }

    /// <summary>Of docs/action.md.</summary>
    public static string InputTable() => InputTable(static description => description);

    /// <summary>Of the README.</summary>
    public static string InputSummary() => InputTable(FirstSentence);

    /// <summary>Of docs/action.md.</summary>
    public static string OutputTable() => OutputTable(static description => description);

    /// <summary>Of the README.</summary>
    public static string OutputSummary() => OutputTable(FirstSentence);

    private static string InputTable(Func<string, string> told)
    {
        var text = new StringBuilder("| input | default | |\n|---|---|---|\n");
        foreach (var input in InputDefinitions.All)
            text.Append($"| `{input.Name}` | {(input.Default.Length > 0 ? $"`{input.Default}`" : "")} | {told(input.Description)} |\n");
        return text.ToString();
    }

    private static string OutputTable(Func<string, string> told)
    {
        var text = new StringBuilder("| output | |\n|---|---|\n");
        foreach (var (output, _) in ActionOutputs.All) text.Append($"| `{output.Name}` | {told(output.Description)} |\n");
        return text.ToString();
    }

    private static string FirstSentence(string description) => description.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? description[..(end + 1)] : description;

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
