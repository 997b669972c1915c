using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>Moves points of PostGIS; reference system, height and measure stay.</summary>
/// <param name="unit">Of the column; null where each value's reference system says it.</param>
internal sealed class SpatialPointMask(SipHash hash, double metres, SpatialUnit? unit) : Mask
{
    // An empty point is nowhere and stays there.
    public override bool MayStay => true;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        Span<byte> bytes = stackalloc byte[SpatialPoint.Longest];
        var point = SpatialPoint.Parse(value, bytes);
        if (!point.IsEmpty) Move(point, new HashStream(hash.Hash(value)));
        point.AppendTo(output);
    }

    private void Move(SpatialPoint point, HashStream stream)
    {
        var (x, y) = (point.X, point.Y);
        if (!double.IsFinite(x) || !double.IsFinite(y)) throw new MaskException("is a point that has no place");
        switch (unit ?? SpatialReference.UnitOf(point.Reference))
        {
            case SpatialUnit.Metres:
                var (east, north) = CoordinatesMask.Step(ref stream, metres);
                point.MoveTo(x + east, y + north);
                break;
            case SpatialUnit.Degrees when Math.Abs(x) <= 180 && Math.Abs(y) <= 90:
                var (latitude, longitude) = CoordinatesMask.Near(ref stream, metres, y, x);
                point.MoveTo(longitude, latitude);
                break;
            case SpatialUnit.Degrees:
                throw new MaskException("is not a place in degrees");
            default:
                throw new MaskException("is in a reference system whose unit isn't known: set 'unit'");
        }
    }
}
