using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>What another strategy makes of the value, or of another column's.</summary>
internal sealed record StrategyPart(Mask Mask, string? Of, int At = -1) : PatternPart
{
    public override string? Column => Of;

    public override int Field => At;

    public override PatternPart For(RowShape row) => Of is null ? this : this with { At = row.FieldOf(Of) };

    public override void Append(ReadOnlySpan<byte> value, Row? row, ref HashStream stream, MaskOutput output)
    {
        if (At >= 0 && row is not null) value = row[At];
        if (!value.IsEmpty) Mask.Apply(value, output);
    }
}
