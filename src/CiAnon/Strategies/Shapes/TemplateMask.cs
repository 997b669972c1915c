using System.Buffers;
using System.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>Writes a template with what the row's other columns become.</summary>
internal sealed class TemplateMask(TemplatePart[] parts, int? room) : Mask
{
    public override bool SeesRow => parts.Any(part => part.Column is not null);

    public override IReadOnlyList<string> Columns => [.. parts.Select(part => part.Column).OfType<string>().Distinct()];

    public override IReadOnlyList<int> Reads => [.. parts.Where(part => part.Field >= 0).SelectMany(part => (IEnumerable<int>)[part.Field, .. part.Mask?.Reads ?? []])];

    public override Mask For(RowShape row) => SeesRow
        ? new TemplateMask([.. parts.Select(part => part.Column is { } column ? part with { Field = row.FieldOf(column), Mask = row.MaskOf(column)?.For(row) } : part)], room)
        : this;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (SeesRow) throw new InvalidOperationException("A template needs its row.");
        foreach (var part in parts) output.Append(part.Text);
    }

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output)
    {
        var start = output.Length;
        foreach (var part in parts)
        {
            if (part.Field < 0) output.Append(part.Text);
            else AppendColumn(part, row, output);
        }
        TextRoom.Cut(output, start, room);
    }

    private static void AppendColumn(TemplatePart part, Row row, MaskOutput output)
    {
        var start = output.Length;
        var value = row[part.Field];
        if (part.Mask is not { } mask || !mask.Covers(row)) output.Append(value);
        else if (!mask.WritesNull && (row.IsNull(part.Field) ? mask.ReplacesNull : !value.IsEmpty || mask.ReplacesEmpty)) mask.Apply(value, row, output);
        if (part.Function == TemplateFunction.None) return;

        var length = output.Length - start;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        output.Written[start..].CopyTo(copy);
        output.Truncate(start);
        Change(part.Function, copy.AsSpan(0, length), output);
        ArrayPool<byte>.Shared.Return(copy);
    }

    private static void Change(TemplateFunction function, ReadOnlySpan<byte> text, MaskOutput output)
    {
        if (function == TemplateFunction.Slug)
        {
            Transliteration.AppendSlug(output, text);
            return;
        }
        while (!text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (function == TemplateFunction.Initial)
            {
                output.Append(text[..length]);
                return;
            }
            rune = function == TemplateFunction.Lower ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune);
            output.Advance(rune.EncodeToUtf8(output.Reserve(4)));
            text = text[length..];
        }
    }
}
