using System.Buffers;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks the fields of a row as PostgreSQL writes it: <c>(a,"b, ""c""",,"")</c>, where nothing is NULL.</summary>
/// <param name="actions">By place; null where nobody decided.</param>
/// <param name="others">Of fields behind those; null where nobody decided.</param>
/// <param name="count">Fields of the type; null where nobody knows.</param>
internal sealed class CompositeMask(FieldAction?[] actions, FieldAction? others, int? count, bool keepOthers, IReadOnlyList<InnerRule> inside) : ContainerMask(inside)
{
    // record_out quotes these (rowtypes.c).
    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\"\\(), \t\n\r\v\f"u8);

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        if (!value.StartsWith("("u8)) throw Refused();
        output.Append((byte)'(');
        var at = 1;
        for (var place = 0; ; place++)
        {
            var start = at;
            var isNull = at < value.Length && value[at] is (byte)',' or (byte)')';
            var text = Field(value, ref at, scratch);
            var action = place < actions.Length ? actions[place] : others;
            if (action is null && !isNull && !keepOthers) throw new MaskException("has a field that isn't named: name it under 'fields', or say unlisted: keep");
            if (action?.Mask is not { } mask) output.Append(value[start..at]);
            else if (sink is null) Append(text, isNull, mask, scratch.Leaf, output);
            else if (!text.IsEmpty) ShowPart(mask, action.Rule, text, sink, output);

            output.Append(value[at]);
            if (value[at++] == ',') continue;
            if (at != value.Length || (place + 1 != count && count is not null && count > 0)) throw Refused();
            return;
        }
    }

    private static void Append(ReadOnlySpan<byte> text, bool isNull, Mask mask, MaskOutput leaf, MaskOutput output)
    {
        if (mask.WritesNull || (isNull && !mask.ReplacesNull)) return;
        leaf.Clear();
        if (isNull ? mask.ReplacesNull : !text.IsEmpty || mask.ReplacesEmpty) mask.Apply(text, leaf);
        var result = leaf.Written;
        if (!result.IsEmpty && !result.ContainsAny(Quoted))
        {
            output.Append(result);
            return;
        }
        output.Append((byte)'"');
        foreach (var one in result)
        {
            if (one is (byte)'"' or (byte)'\\') output.Append(one);
            output.Append(one);
        }
        output.Append((byte)'"');
    }

    // Up to the comma or parenthesis behind it. Quotes may begin and end anywhere in a field; "" is one inside of them.
    private static Span<byte> Field(ReadOnlySpan<byte> value, ref int at, JsonScratch scratch)
    {
        var text = scratch.Bytes(value.Length);
        var (length, isQuoted) = (0, false);
        for (; at < value.Length; at++)
        {
            var one = value[at];
            if (one == '"')
            {
                if (isQuoted && at + 1 < value.Length && value[at + 1] == '"') text[length++] = value[at++];
                else isQuoted = !isQuoted;
                continue;
            }
            if (!isQuoted && one is (byte)',' or (byte)')') return text[..length];
            if (!isQuoted && one is (byte)'(') throw Refused();
            if (one == '\\' && ++at == value.Length) break;
            text[length++] = value[at];
        }
        throw Refused();
    }

    private static MaskException Refused() => new("is not a row as PostgreSQL writes it");
}
