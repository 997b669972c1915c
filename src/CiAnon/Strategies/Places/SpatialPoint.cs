using System.Buffers.Binary;

namespace CiAnon.Strategies.Places;

/// <summary>
/// A point as PostGIS writes it into a dump: hexadecimal EWKB, in either byte order, with or without the number of a reference system, Z and M
/// (PostGIS manual, "Extended Well-Known Binary").
/// </summary>
internal readonly ref struct SpatialPoint
{
    private const uint WithZ = 0x80000000;
    private const uint WithM = 0x40000000;
    private const uint WithReference = 0x20000000;
    private const int Header = 1 + sizeof(uint);

    /// <summary>Bytes of the longest: both orders of four numbers, and a reference system.</summary>
    public const int Longest = Header + sizeof(uint) + 4 * sizeof(double);

    private readonly Span<byte> _bytes;
    private readonly bool _littleEndian;
    private readonly int _start;

    private SpatialPoint(Span<byte> bytes, bool littleEndian, uint reference, int start)
    {
        _bytes = bytes;
        _littleEndian = littleEndian;
        _start = start;
        Reference = reference;
    }

    /// <summary>0 where the value doesn't say.</summary>
    public uint Reference { get; }

    public double X => Read(_start);

    public double Y => Read(_start + sizeof(double));

    /// <summary>A point that is nowhere.</summary>
    public bool IsEmpty => double.IsNaN(X) && double.IsNaN(Y);

    /// <param name="bytes">Room for <see cref="Longest"/>; the point lives in it.</param>
    /// <exception cref="MaskException">It is another geometry, or none.</exception>
    public static SpatialPoint Parse(ReadOnlySpan<byte> hex, Span<byte> bytes)
    {
        if (hex.Length < 2 * Header || hex.Length % 2 != 0) throw NoGeometry();
        var length = Math.Min(hex.Length / 2, Longest);
        for (var i = 0; i < length; i++)
        {
            var (high, low) = (Digit(hex[2 * i]), Digit(hex[(2 * i) + 1]));
            if (high < 0 || low < 0) throw NoGeometry();
            bytes[i] = (byte)((high << 4) | low);
        }
        if (bytes[0] > 1) throw NoGeometry();
        var littleEndian = bytes[0] == 1;
        var type = Number(bytes[1..], littleEndian);
        if ((type & ~(WithZ | WithM | WithReference)) != 1) throw new MaskException("is a geometry that is no point: coordinates moves points only; take null, constant or another strategy, or a condition");
        var start = Header + ((type & WithReference) != 0 ? sizeof(uint) : 0);
        var numbers = 2 + ((type & WithZ) != 0 ? 1 : 0) + ((type & WithM) != 0 ? 1 : 0);
        if (hex.Length / 2 != start + (numbers * sizeof(double))) throw NoGeometry();
        return new SpatialPoint(bytes[..length], littleEndian, start > Header ? Number(bytes[Header..], littleEndian) : 0, start);
    }

    public void MoveTo(double x, double y)
    {
        Write(_start, x);
        Write(_start + sizeof(double), y);
    }

    /// <summary>As PostGIS writes it: capital digits.</summary>
    public void AppendTo(MaskOutput output)
    {
        var text = output.Reserve(2 * _bytes.Length);
        for (var i = 0; i < _bytes.Length; i++)
        {
            text[2 * i] = "0123456789ABCDEF"u8[_bytes[i] >> 4];
            text[(2 * i) + 1] = "0123456789ABCDEF"u8[_bytes[i] & 0xf];
        }
        output.Advance(2 * _bytes.Length);
    }

    private double Read(int at) => _littleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(_bytes[at..]) : BinaryPrimitives.ReadDoubleBigEndian(_bytes[at..]);

    private void Write(int at, double value)
    {
        if (_littleEndian) BinaryPrimitives.WriteDoubleLittleEndian(_bytes[at..], value);
        else BinaryPrimitives.WriteDoubleBigEndian(_bytes[at..], value);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, bool littleEndian) => littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static int Digit(byte one) => one switch
    {
        >= (byte)'0' and <= (byte)'9' => one - '0',
        >= (byte)'A' and <= (byte)'F' => one - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => one - 'a' + 10,
        _ => -1,
    };

    private static MaskException NoGeometry() => new("is no geometry as PostGIS writes it");
}
