using System.Text.Json;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks what paths lead to inside of a JSON value.</summary>
internal sealed class JsonMask(JsonAction[] actions, bool keepOthers, IReadOnlyList<InnerRule> inside) : ContainerMask(inside)
{
    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        try
        {
            new JsonWalker(value, actions, keepOthers, scratch, output, sink).Walk();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MaskException($"is not JSON of at most {JsonWalker.MostLevels} levels in UTF-8");
        }
    }
}
