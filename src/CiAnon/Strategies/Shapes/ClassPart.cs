using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>Some characters of a class.</summary>
internal sealed record ClassPart(byte[][] Characters, int Fewest = 1, int Most = 1) : PatternPart
{
    public override void Append(ReadOnlySpan<byte> value, Row? row, ref HashStream stream, MaskOutput output)
    {
        var count = (int)stream.Between(Fewest, Most);
        for (var i = 0; i < count; i++) output.Append(Characters[stream.Index(Characters.Length)]);
    }
}
