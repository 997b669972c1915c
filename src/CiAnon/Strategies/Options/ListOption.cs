using System.Text.Encodings.Web;
using System.Text.Json;

namespace CiAnon.Strategies.Options;

/// <summary>The text of a <see cref="OptionType.List"/>: JSON's array of texts, so that equal lists are equal texts.</summary>
public static class ListOption
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IEnumerable<string> values) => JsonSerializer.Serialize(values, Plain);

    /// <summary>A text that is no list stands for a list of one.</summary>
    public static IReadOnlyList<string> Parse(string text)
    {
        if (!text.StartsWith('[')) return [text];
        try
        {
            return JsonSerializer.Deserialize<string[]>(text) ?? [];
        }
        catch (JsonException)
        {
            return [text];
        }
    }
}
