using CiAnon.Catalogs;

namespace CiAnon.Strategies.Numbers;

/// <summary>The range that a number falls into.</summary>
/// <param name="point">What sizes and bounds are counted in.</param>
/// <param name="size">Of equal ranges; null where bounds are given.</param>
internal sealed class BucketMask(FixedPoint point, long? size, long[] bounds, byte[][] labels, ColumnType type) : Mask
{
    private readonly long _one = point.Of(1);
    private readonly bool _isWhole = bounds.Append(size ?? 0).All(bound => bound % point.Of(1) == 0);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.SequenceEqual("NaN"u8) || value.SequenceEqual("Infinity"u8) || value.SequenceEqual("-Infinity"u8))
        {
            output.Append(value);
            return;
        }
        if (!point.TryFloor(value, out var number)) throw new MaskException($"is not a number of at most {point.MostDigits} digits before its point");
        if (size is { } width)
        {
            var low = number - ((number % width + width) % width);
            point.Append(output, low);
            if (type.Kind == TypeKind.Text) AppendEnd(output, low + width);
            return;
        }
        var index = bounds.Length - 1;
        while (index > 0 && bounds[index] > number) index--;
        if (labels.Length > 0)
        {
            output.Append(labels[index]);
            return;
        }
        point.Append(output, bounds[index]);
        if (type.Kind != TypeKind.Text) return;
        if (index < bounds.Length - 1) AppendEnd(output, bounds[index + 1]);
        else output.Append((byte)'+');
    }

    // 30-39 for whole numbers, 0.5-1 for others, where the end belongs to the next range.
    private void AppendEnd(MaskOutput output, long next)
    {
        output.Append((byte)'-');
        point.Append(output, _isWhole ? next - _one : next);
    }
}
