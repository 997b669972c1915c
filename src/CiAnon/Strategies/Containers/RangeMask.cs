using CiAnon.Strategies.Conditions;

namespace CiAnon.Strategies.Containers;

/// <summary>
/// Masks the bounds of a range as PostgreSQL writes it, and of each in a multirange: <c>[2024-01-01,2024-02-01)</c>, <c>{[1,5),[7,)}</c>. Brackets and missing bounds stay; where the
/// pseudonym of the lower bound is above that of the upper one, they change places.
/// </summary>
internal sealed class RangeMask(Mask bound, IReadOnlyList<InnerRule> inside) : ContainerMask(inside)
{
    public override bool SeesRow => bound.SeesRow;

    public override IReadOnlyList<string> Columns => bound.Columns;

    public override IReadOnlyList<int> Reads => bound.Reads;

    public override Mask For(RowShape row) => bound.SeesRow ? new RangeMask(bound.For(row), Inside) : this;

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        if (value.SequenceEqual("empty"u8))
        {
            output.Append(value);
            return;
        }
        if (!value.StartsWith("{"u8))
        {
            if (Range(value, scratch, output, sink) != value.Length) throw Refused();
            return;
        }
        output.Append((byte)'{');
        var at = 1;
        while (at < value.Length && value[at] != '}')
        {
            at += Range(value[at..], scratch, output, sink);
            if (at == value.Length || value[at] is not ((byte)',' or (byte)'}')) throw Refused();
            if (value[at] == ',') output.Append(value[at++]);
        }
        if (at != value.Length - 1) throw Refused();
        output.Append((byte)'}');
    }

    // Its bytes.
    private int Range(ReadOnlySpan<byte> text, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        if (text.IsEmpty || text[0] is not ((byte)'[' or (byte)'(')) throw Refused();
        var lower = Bound(text, 1, ","u8, out var comma);
        var upper = Bound(text, comma + 1, "])"u8, out var end);
        if (sink is not null)
        {
            if (!lower.IsEmpty) sink.Part(0, lower);
            if (!upper.IsEmpty) sink.Part(0, upper);
            return end + 1;
        }
        MaskBounds(lower, upper, scratch, out var middle);
        var first = scratch.Leaf.Written[..middle];
        var rest = scratch.Leaf.Written[middle..];
        var isTurned = AreTurned(first, rest);
        output.Append(text[0]);
        Append(isTurned ? rest : first, output);
        output.Append((byte)',');
        Append(isTurned ? first : rest, output);
        output.Append(text[end]);
        return end + 1;
    }

    // None of the types that bounds have is written with a quote or a backslash in it.
    private static ReadOnlySpan<byte> Bound(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> ends, out int end)
    {
        if (start < text.Length && text[start] == '"')
        {
            var length = text[(start + 1)..].IndexOf((byte)'"');
            end = start + length + 2;
            if (length < 0 || end >= text.Length || !ends.Contains(text[end])) throw Refused();
            return text.Slice(start + 1, length);
        }
        var bare = start > text.Length ? -1 : text[start..].IndexOfAny(ends);
        if (bare < 0) throw Refused();
        end = start + bare;
        return text[start..end];
    }

    private void MaskBounds(ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper, JsonScratch scratch, out int middle)
    {
        scratch.Leaf.Clear();
        if (!lower.IsEmpty) scratch.Apply(bound, lower, scratch.Leaf);
        middle = scratch.Leaf.Length;
        if (!upper.IsEmpty) scratch.Apply(bound, upper, scratch.Leaf);
    }

    private static bool AreTurned(ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        if (lower.IsEmpty || upper.IsEmpty) return false;
        if (OrderedValue.Parse(lower) is not { } low || OrderedValue.Parse(upper) is not { } high) throw new MaskException("has a bound whose pseudonym is neither a number nor a moment");
        return low.Order(high) > 0;
    }

    private static void Append(ReadOnlySpan<byte> text, MaskOutput output)
    {
        if (text.IsEmpty) return;
        output.Append((byte)'"');
        output.Append(text);
        output.Append((byte)'"');
    }

    private static MaskException Refused() => new("is not a range as PostgreSQL writes it");
}
