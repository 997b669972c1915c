using System.Buffers.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>A whole number between two.</summary>
internal sealed record NumberPart(long Low, long High) : PatternPart
{
    public override void Append(ReadOnlySpan<byte> value, Row? row, ref HashStream stream, MaskOutput output)
    {
        _ = Utf8Formatter.TryFormat(stream.Between(Low, High), output.Reserve(20), out var written);
        output.Advance(written);
    }
}
