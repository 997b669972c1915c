using System.Text.Json;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks what paths lead to inside of a JSON value.</summary>
internal sealed class JsonMask(JsonAction[] actions, bool keepOthers, IReadOnlyList<InnerRule> inside) : Mask
{
    public override IReadOnlyList<InnerRule> Inside => inside;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Walk(value, output, null);

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => Walk(value, null, sink);

    private void Walk(ReadOnlySpan<byte> value, MaskOutput? output, IInnerSink? sink)
    {
        var scratch = JsonScratch.Rent();
        try
        {
            new JsonWalker(value, actions, keepOthers, scratch, output ?? scratch.Unused, sink).Walk();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MaskException($"is not JSON of at most {JsonWalker.MostLevels} levels in UTF-8");
        }
        finally
        {
            JsonScratch.Return(scratch);
        }
    }
}
