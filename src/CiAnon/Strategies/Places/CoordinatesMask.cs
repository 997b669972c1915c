using System.Buffers.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>Draws a direction and a distance from the ring between a tenth of the radius and the radius.</summary>
internal sealed class CoordinatesMask(SipHash hash, double metres, TypeKind type, bool isLatitude, int decimals) : Mask
{
    public const double MetresPerDegree = 111_320;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var stream = new HashStream(hash.Hash(value));
        if (type == TypeKind.Decimal)
        {
            if (!TryNumber(value, isLatitude ? 90 : 180, out var degrees)) throw Refused();
            var step = (0.1 + 0.9 * Share(ref stream)) * metres / MetresPerDegree;
            AppendNumber(output, Within(degrees, (stream.Next() & 1) == 0 ? step : -step, isLatitude ? 90 : 180));
            return;
        }
        var isPoint = value.StartsWith("("u8) && value.EndsWith(")"u8);
        var inner = isPoint ? value[1..^1] : value;
        var comma = inner.IndexOf((byte)',');
        // A point is (x, y): the longitude comes first.
        var (first, second) = isPoint ? (180, 90) : (90, 180);
        if (comma < 0 || !TryNumber(inner[..comma].Trim((byte)' '), first, out var one) || !TryNumber(inner[(comma + 1)..].Trim((byte)' '), second, out var other)) throw Refused();

        var (latitude, longitude) = Near(ref stream, metres, isPoint ? other : one, isPoint ? one : other);
        if (isPoint) output.Append((byte)'(');
        AppendNumber(output, isPoint ? longitude : latitude);
        output.Append(inner[comma..(comma + 1)]);
        if (inner[(comma + 1)..].StartsWith(" "u8)) output.Append((byte)' ');
        AppendNumber(output, isPoint ? latitude : longitude);
        if (isPoint) output.Append((byte)')');
    }

    /// <summary>A step within the ring, in metres.</summary>
    public static (double East, double North) Step(ref HashStream stream, double metres)
    {
        var distance = Math.Sqrt(0.01 + 0.99 * Share(ref stream)) * metres;
        var (sin, cos) = Math.SinCos(Share(ref stream) * 2 * Math.PI);
        return (distance * cos, distance * sin);
    }

    /// <summary>A place in degrees within the ring around another.</summary>
    public static (double Latitude, double Longitude) Near(ref HashStream stream, double metres, double latitude, double longitude)
    {
        var (east, north) = Step(ref stream, metres);
        var moved = Within(latitude, north / MetresPerDegree, 90);
        return (moved, Within(longitude, east / MetresPerDegree / Math.Max(0.05, Math.Cos(moved * Math.PI / 180)), 180));
    }

    // Away from the end of the scale, where there is one.
    private static double Within(double degrees, double step, int limit) => Math.Abs(degrees + step) > limit ? degrees - step : degrees + step;

    private static double Share(ref HashStream stream) => (stream.Next() >> 11) * (1.0 / (1UL << 53));

    private static bool TryNumber(ReadOnlySpan<byte> text, int limit, out double degrees) =>
        Utf8Parser.TryParse(text, out degrees, out var used) && used == text.Length && Math.Abs(degrees) <= limit;

    private void AppendNumber(MaskOutput output, double degrees)
    {
        _ = Utf8Formatter.TryFormat(Math.Round((decimal)degrees, decimals), output.Reserve(40), out var written);
        output.Advance(written);
    }

    private static MaskException Refused() => new("is not a place in degrees");
}
