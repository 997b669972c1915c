using System.Text.Json;

namespace CiAnon.Publishing.GitHub.Json;

/// <summary>GitHub's body of an answer that refuses.</summary>
/// <param name="Errors">Texts or objects, or something else where the server isn't GitHub.</param>
internal sealed record Refusal(string? Message = null, JsonElement Errors = default)
{
    private const int MostErrors = 3;

    private static readonly string[] Parts = ["resource", "field", "code", "message"];

    public override string ToString() => string.Join("; ", Details().Prepend(Message).OfType<string>());

    private IEnumerable<string?> Details() => Errors.ValueKind == JsonValueKind.Array
        ? Errors.EnumerateArray().Take(MostErrors).Select(error => error.ValueKind switch
        {
            JsonValueKind.String => error.GetString(),
            JsonValueKind.Object => string.Join(' ', Parts
                .Select(name => error.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null).OfType<string>()),
            _ => null,
        })
        : [];
}
