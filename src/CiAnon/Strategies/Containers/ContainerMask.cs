namespace CiAnon.Strategies.Containers;

/// <summary>Masks what is inside of a value, and shows the same to verification: one walk does both.</summary>
internal abstract class ContainerMask(IReadOnlyList<InnerRule> inside) : Mask
{
    public sealed override IReadOnlyList<InnerRule> Inside => inside;

    public sealed override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => WalkThrough(value, null, output, null);

    public sealed override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => WalkThrough(value, row, output, null);

    public sealed override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => WalkThrough(value, null, null, sink);

    internal sealed override void Show(ReadOnlySpan<byte> value, IInnerSink sink, MaskOutput others) => WalkThrough(value, null, others, sink);

    /// <param name="value">As COPY has it, unescaped.</param>
    /// <param name="scratch">Of this call alone.</param>
    /// <param name="output">Where nothing is masked, it gets what stands beside the parts that would be.</param>
    /// <param name="sink">Is shown what would be masked; null masks it.</param>
    private protected abstract void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink);

    /// <summary>Shows a part: as a whole, or what is masked inside of it.</summary>
    /// <param name="mask">What is applied to it.</param>
    /// <param name="rule">The first of its rules among those inside of the value.</param>
    /// <param name="others">Gets what stays beside what is masked in it.</param>
    internal static void ShowPart(Mask? mask, int rule, ReadOnlySpan<byte> part, IInnerSink sink, MaskOutput others)
    {
        if (mask is { Inside.Count: > 0 }) mask.Show(part, rule == 0 ? sink : new NestedSink(sink, rule), others);
        else sink.Part(rule, part);
    }

    private void WalkThrough(ReadOnlySpan<byte> value, Row? row, MaskOutput? output, IInnerSink? sink)
    {
        var scratch = JsonScratch.Rent();
        scratch.Row = row;
        try
        {
            Walk(value, scratch, output ?? scratch.Unused, sink);
        }
        finally
        {
            JsonScratch.Return(scratch);
        }
    }
}
