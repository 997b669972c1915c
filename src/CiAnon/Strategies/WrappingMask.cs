using CiAnon.Catalogs;

namespace CiAnon.Strategies;

/// <summary>A mask that changes something of another, and is as that one in everything else.</summary>
internal abstract class WrappingMask(Mask inner) : Mask
{
    public override bool WritesNull => inner.WritesNull;

    public override bool ReplacesNull => inner.ReplacesNull;

    public override bool ReplacesEmpty => inner.ReplacesEmpty;

    internal override bool TakesBlanksForEmpty => inner.TakesBlanksForEmpty;

    public override bool MayStay => inner.MayStay;

    public override bool SeesRow => inner.SeesRow;

    internal override bool StaysJson => inner.StaysJson;

    public override BatchMask? Batch => inner.Batch;

    public override IReadOnlyList<InnerRule> Inside => inner.Inside;

    public override IReadOnlyList<int> Reads => inner.Reads;

    public override IReadOnlyList<string> Columns => inner.Columns;

    /// <summary>What it changes something of.</summary>
    internal Mask Inner => inner;

    /// <summary>The same change of another mask.</summary>
    private protected abstract Mask Around(Mask other);

    internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => inner.In(type, isUnique, kind) is var own && ReferenceEquals(own, inner) ? this : Around(own);

    public override Mask For(RowShape row) => inner.SeesRow ? Around(inner.For(row)) : this;

    public override bool Covers(Row row) => inner.Covers(row);

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => inner.Show(value, sink);

    internal override void Show(ReadOnlySpan<byte> value, IInnerSink sink, MaskOutput others) => inner.Show(value, sink, others);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => inner.Apply(value, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => inner.Apply(value, row, output);
}
