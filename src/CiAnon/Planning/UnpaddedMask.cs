using CiAnon.Strategies;

namespace CiAnon.Planning;

/// <summary>
/// char(n) pads its values with blanks that mean nothing (PostgreSQL, "Character Types"): without them a value gets the same
/// pseudonym in a char and in a varchar column.
/// </summary>
internal sealed class UnpaddedMask(Mask inner) : Mask
{
    public override bool WritesNull => inner.WritesNull;

    public override bool ReplacesNull => inner.ReplacesNull;

    public override bool ReplacesEmpty => inner.ReplacesEmpty;

    public override bool MayStay => inner.MayStay;

    public override IReadOnlyList<InnerRule> Inside => inner.Inside;

    public override bool SeesRow => inner.SeesRow;

    public override IReadOnlyList<int> Reads => inner.Reads;

    public override IReadOnlyList<string> Columns => inner.Columns;

    public override Mask For(RowShape row) => inner.SeesRow ? new UnpaddedMask(inner.For(row)) : this;

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => inner.Show(value, sink);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var text = value.TrimEnd((byte)' ');
        if (!text.IsEmpty || value.IsEmpty || inner.ReplacesEmpty) inner.Apply(text, output);
        else output.Append(value);
    }

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output)
    {
        var text = value.TrimEnd((byte)' ');
        if (!text.IsEmpty || value.IsEmpty || inner.ReplacesEmpty) inner.Apply(text, row, output);
        else output.Append(value);
    }
}
