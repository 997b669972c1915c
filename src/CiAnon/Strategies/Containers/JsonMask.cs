using System.Text.Json;
using CiAnon.Catalogs;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks what paths lead to inside of a JSON value.</summary>
/// <param name="isBinary">It goes into a jsonb.</param>
/// <param name="own">What the column's name says of parts that have no name.</param>
internal sealed class JsonMask(JsonAction[] actions, bool keepOthers, bool isBinary, IReadOnlyList<InnerRule> inside, PartNames names, PersonalKind? own = null) : ContainerMask(inside)
{
    // A text of JSON is one of jsonb, too, but for its zero character; a quarter of a gigabyte is what jsonb takes.
    private const int Longest = 200 << 20;

    internal override bool StaysJson { get; } = Array.TrueForAll(actions, action => action.Set is not { } set || IsPlain(set));

    internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => kind == own ? this : new JsonMask(actions, keepOthers, isBinary, Inside, names, kind);

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        // A text column's way to say that there is none.
        if (value.IsEmpty) return;
        var start = output.Length;
        try
        {
            new JsonWalker(value, actions, keepOthers, scratch, output, sink, names, own).Walk();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MaskException($"is not JSON of at most {JsonWalker.MostLevels} levels in UTF-8");
        }
        if (isBinary && output.Length - start > Math.Max(Longest, value.Length)) throw new MaskException("is longer than jsonb may be");
    }

    // Not its zero character, nor a number with an exponent, which may be larger than any numeric.
    private static bool IsPlain(byte[] set)
    {
        if (set.AsSpan().IndexOf("\\u0000"u8) >= 0) return false;
        var reader = new Utf8JsonReader(set);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.ContainsAny((byte)'e', (byte)'E')) return false;
        return true;
    }
}
