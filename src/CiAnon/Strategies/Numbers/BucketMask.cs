using System.Buffers.Text;
using CiAnon.Catalogs;

namespace CiAnon.Strategies.Numbers;

/// <summary>The range that a number falls into.</summary>
/// <param name="size">Of equal ranges; null where bounds are given.</param>
internal sealed class BucketMask(decimal? size, decimal[] bounds, byte[][] labels, ColumnType type) : Mask
{
    private readonly bool _isWhole = bounds.All(bound => decimal.Truncate(bound) == bound);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.SequenceEqual("NaN"u8) || value.SequenceEqual("Infinity"u8) || value.SequenceEqual("-Infinity"u8))
        {
            output.Append(value);
            return;
        }
        if (!Utf8Parser.TryParse(value, out decimal number, out var used) || used != value.Length || Math.Abs(number) > 1e15m)
            throw new MaskException("is not a number of at most 15 digits before its point");
        if (size is { } width)
        {
            var low = decimal.Floor(number / width) * width;
            Append(output, low);
            if (type.Kind == TypeKind.Text) AppendEnd(output, low + width, isWhole: decimal.Truncate(width) == width);
            return;
        }
        var index = bounds.Length - 1;
        while (index > 0 && bounds[index] > number) index--;
        if (labels.Length > 0)
        {
            output.Append(labels[index]);
            return;
        }
        Append(output, bounds[index]);
        if (type.Kind != TypeKind.Text) return;
        if (index < bounds.Length - 1) AppendEnd(output, bounds[index + 1], isWhole: _isWhole);
        else output.Append((byte)'+');
    }

    // 30-39 for whole numbers, 0.5-1 for others, where the end belongs to the next range.
    private static void AppendEnd(MaskOutput output, decimal next, bool isWhole)
    {
        output.Append((byte)'-');
        Append(output, isWhole ? next - 1 : next);
    }

    private static void Append(MaskOutput output, decimal number)
    {
        _ = Utf8Formatter.TryFormat(number / 1.000000000000000m, output.Reserve(40), out var written);
        output.Advance(written);
    }
}
