using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>An invented city, and what it decides: the region that it lies in, and how its postal codes begin.</summary>
internal readonly ref struct AddressPlace
{
    // Letters that the United Kingdom, Canada and Ireland allow in any place of a postal code.
    private static ReadOnlySpan<byte> Letters => "AEHNPRTXY"u8;

    private readonly AddressShape _shape;
    private readonly UInt128 _number;

    public AddressPlace(AddressShape shape, ref HashStream stream)
    {
        _shape = shape;
        City = shape.Cities!.Pick(stream.Next());
        _number = shape.Hash.Hash(City);
    }

    public ReadOnlySpan<byte> City { get; }

    public ReadOnlySpan<byte> Region(byte[][] regions) => regions[Draw.Index((ulong)_number, regions.Length)];

    /// <summary>The first half is the city's, its first digit the region's; the rest is drawn.</summary>
    public void AppendPostalCode(HashStream address, MaskOutput output)
    {
        var form = _shape.Country.PostalCode;
        var region = new HashStream(_shape.Hash.Hash(Region(_shape.Regions!.Names)));
        var town = new HashStream(_number);
        for (var i = 0; i < form.Length; i++)
        {
            var drawn = i == 0 ? region.Next() : i < form.Length / 2 ? town.Next() : address.Next();
            output.Append(form[i] switch
            {
                '#' when i == 0 => (byte)('1' + Draw.Index(drawn, 9)),
                '#' => (byte)('0' + Draw.Index(drawn, 10)),
                '@' => Letters[Draw.Index(drawn, Letters.Length)],
                var other => (byte)other,
            });
        }
    }
}
