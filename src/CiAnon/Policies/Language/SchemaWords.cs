using System.Globalization;
using System.Text.Json.Nodes;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Language;

/// <summary>
/// Schemas of single values. The reader takes every scalar as text, whereas an editor's YAML turns 1 and true into other types: a
/// word's schema lists each reading. None lists null: to an editor an empty value is the same as the word, and is a mistake.
/// </summary>
internal static class SchemaWords
{
    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>A value that comes from the environment, or partly: what it will be can't be known here.</summary>
    public static JsonObject Variable() => new()
    {
        ["type"] = "string",
        ["pattern"] = @"\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^{}]*)?\}",
    };

    public static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    public static JsonObject Text() => new()
    {
        ["type"] = new JsonArray("string", "number", "boolean"),
        ["minLength"] = 1,
    };

    public static JsonObject Date() => OrVariable(Pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));

    public static JsonObject Range() =>
        OrVariable(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 }, Pattern(RangeOption.Pattern));

    public static JsonObject Boolean() => Words(["true", "false"]);

    public static JsonObject Words(IEnumerable<string> words) => OrVariable(Enumeration(words));

    public static JsonObject Enumeration(IEnumerable<string> words) =>
        new() { ["enum"] = new JsonArray([.. words.SelectMany(Readings)]) };

    public static JsonObject Integer(long minimum, long maximum)
    {
        var number = new JsonObject { ["type"] = "integer" };
        if (minimum != long.MinValue)
            number["minimum"] = minimum;
        if (maximum != long.MaxValue)
            number["maximum"] = maximum;
        return OrVariable(number, Pattern("^-?[0-9]+$"));
    }

    public static JsonObject Days(int minimum, int maximum)
    {
        var numbers = string.Join('|', Enumerable.Range(minimum, maximum - minimum + 1));
        return OrVariable(Pattern($"^({numbers}) days?$"));
    }

    /// <summary>A number of values, or a share of them.</summary>
    public static JsonObject Limit() =>
        OrVariable(new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, Pattern("^([0-9]+|[0-9]{1,3}(\\.[0-9]+)?%)$"));

    public static JsonObject Share() => OrVariable(Pattern("^[0-9]{1,3}(\\.[0-9]{1,9})? ?%$"));

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject OrVariable(params JsonObject[] schemas) =>
        new() { ["anyOf"] = new JsonArray([.. schemas, Reference("variable")]) };

    private static IEnumerable<JsonNode> Readings(string word)
    {
        yield return word;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            yield return number;
        else if (bool.TryParse(word, out var flag))
            yield return flag;
    }
}
