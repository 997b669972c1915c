using CiAnon.Strategies;

namespace CiAnon.Planning;

/// <summary>NULL is masked as an empty value is.</summary>
internal sealed class NullReplacingMask(Mask inner) : Mask
{
    public override bool ReplacesNull => true;

    public override bool WritesNull => inner.WritesNull;

    public override bool ReplacesEmpty => inner.ReplacesEmpty;

    public override bool MayStay => inner.MayStay;

    public override IReadOnlyList<InnerRule> Inside => inner.Inside;

    public override bool SeesRow => inner.SeesRow;

    public override IReadOnlyList<int> Reads => inner.Reads;

    public override IReadOnlyList<string> Columns => inner.Columns;

    public override Mask For(RowShape row) => inner.SeesRow ? new NullReplacingMask(inner.For(row)) : this;

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => inner.Show(value, sink);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => inner.Apply(value, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => inner.Apply(value, row, output);
}
