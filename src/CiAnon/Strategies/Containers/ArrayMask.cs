using System.Buffers;
using CiAnon.Catalogs;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks the elements of an array as PostgreSQL writes it: <c>{a,"b, c",NULL,{d}}</c>, bounds before it as they were.</summary>
/// <param name="type">Of an element.</param>
/// <param name="inside">Of rows in the array what masks their fields.</param>
internal sealed class ArrayMask(ColumnType type, Mask element, IReadOnlyList<InnerRule> inside) : ContainerMask(inside)
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create("{}\",\\ \t\n\r\v\f"u8);

    internal override Mask In(ColumnType column, bool isUnique, PersonalKind? kind) =>
        kind is null ? this : new ArrayMask(type, element.In(type, isUnique: false, kind), element.Inside.Count > 0 ? Inside : [.. Inside.Select(rule => rule with { Kind = kind })]);

    public override bool SeesRow => element.SeesRow;

    public override IReadOnlyList<string> Columns => element.Columns;

    public override IReadOnlyList<int> Reads => element.Reads;

    public override Mask For(RowShape row) => element.SeesRow ? new ArrayMask(type, element.For(row), Inside) : this;

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var at = 0;
        if (value.StartsWith("["u8))
        {
            at = value.IndexOf((byte)'=') + 1;
            output.Append(value[..at]);
        }
        if (at >= value.Length || value[at] != '{') throw Refused();
        var depth = 0;
        while (at < value.Length)
        {
            var one = value[at];
            if (one is (byte)'{' or (byte)'}' or (byte)',')
            {
                depth += one == '{' ? 1 : one == '}' ? -1 : 0;
                output.Append(one);
                at++;
                continue;
            }
            at = Element(value, at, scratch, output, sink);
        }
        if (depth != 0) throw Refused();
    }

    // Where the element ends.
    private int Element(ReadOnlySpan<byte> value, int at, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var text = scratch.Bytes(value.Length - at);
        var length = 0;
        var isQuoted = value[at] == '"';
        if (isQuoted) at++;
        while (true)
        {
            if (at == value.Length) throw Refused();
            var one = value[at];
            if (isQuoted ? one == '"' : one is (byte)',' or (byte)'}') break;
            if (one == '\\' && ++at == value.Length) throw Refused();
            text[length++] = value[at++];
        }
        if (isQuoted) at++;

        ReadOnlySpan<byte> original = text[..length];
        var isNull = !isQuoted && original.SequenceEqual("NULL"u8);
        if (sink is not null)
        {
            if (isNull || original.IsEmpty) return at;
            ShowPart(element, 0, original, sink, output);
            return at;
        }
        if (element.WritesNull || isNull && !element.ReplacesNull)
        {
            output.Append("NULL"u8);
            return at;
        }
        scratch.Leaf.Clear();
        if (isNull || original.IsEmpty && element.ReplacesEmpty) scratch.Apply(element, default, scratch.Leaf);
        else if (!original.IsEmpty) scratch.Apply(element, original, scratch.Leaf);
        AppendQuoted(scratch.Leaf.Written, output);
        return at;
    }

    // Quotes are never wrong: PostgreSQL writes the value back as it likes.
    private static void AppendQuoted(ReadOnlySpan<byte> text, MaskOutput output)
    {
        if (!text.IsEmpty && !text.ContainsAny(Quoted) && !System.Text.Ascii.EqualsIgnoreCase(text, "NULL"u8))
        {
            output.Append(text);
            return;
        }
        output.Append((byte)'"');
        foreach (var one in text)
        {
            if (one is (byte)'"' or (byte)'\\') output.Append((byte)'\\');
            output.Append(one);
        }
        output.Append((byte)'"');
    }

    private static MaskException Refused() => new("is not an array as PostgreSQL writes it");
}
