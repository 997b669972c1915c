using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>Writes part after part; what is drawn is drawn again where it met the original.</summary>
internal sealed class PatternMask(SipHash hash, PatternPart[] parts, int? room) : Mask
{
    private const int MostDraws = 8;

    public override bool SeesRow => parts.Any(part => part.Column is not null);

    public override IReadOnlyList<string> Columns => [.. parts.Select(part => part.Column).OfType<string>().Distinct()];

    public override IReadOnlyList<int> Reads => [.. parts.Where(part => part.Field >= 0).Select(part => part.Field)];

    public override Mask For(RowShape row) => SeesRow ? new PatternMask(hash, [.. parts.Select(part => part.For(row))], room) : this;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Append(value, null, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => Append(value, row, output);

    private void Append(ReadOnlySpan<byte> value, Row? row, MaskOutput output)
    {
        var stream = new HashStream(hash.Hash(value));
        var start = output.Length;
        for (var draw = 0; draw < MostDraws; draw++)
        {
            output.Truncate(start);
            foreach (var part in parts) part.Append(value, row, ref stream, output);
            TextRoom.Cut(output, start, room);
            if (!output.Written[start..].SequenceEqual(value)) return;
        }
    }
}
