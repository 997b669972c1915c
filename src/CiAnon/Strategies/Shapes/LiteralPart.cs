using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

internal sealed record LiteralPart(byte[] Text) : PatternPart
{
    public override void Append(ReadOnlySpan<byte> value, Row? row, ref HashStream stream, MaskOutput output) => output.Append(Text);
}
