using System.Buffers.Text;
using System.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>Draws the address from the subject, and writes the part that the column shows.</summary>
/// <param name="place">The field of the column that says whose address it is; -1 before it is known.</param>
internal sealed class AddressMask(AddressShape shape, int place = -1) : Mask
{
    private readonly byte[] _country = Encoding.UTF8.GetBytes(shape.AsciiOnly && !Ascii.IsValid(shape.Country.Name) ? shape.Country.Alpha2 : shape.Country.Name);
    private readonly byte[] _alpha2 = Encoding.ASCII.GetBytes(shape.Country.Alpha2);
    private readonly byte[] _alpha3 = Encoding.ASCII.GetBytes(shape.Country.Alpha3);

    public override bool SeesRow => shape.By is not null;

    // One locale has one country; and a part that others of the same address go by isn't drawn anew alone, or they would belong together no more.
    public override bool MayStay => shape.Part == "country" || (shape.By is not null && shape.Part is "number" or "postal_code" or "city" or "region");

    public override IReadOnlyList<string> Columns => shape.By is { } by ? [by] : [];

    public override IReadOnlyList<int> Reads => place < 0 ? [] : [place];

    public override Mask For(RowShape row) => shape.By is { } by ? new AddressMask(shape, row.FieldOf(by)) : this;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Write(value.TrimEnd((byte)' '), value.TrimEnd((byte)' '), output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output)
    {
        var original = value.TrimEnd((byte)' ');
        Write(original, place < 0 || row.IsNull(place) ? original : row[place], output);
    }

    private void Write(ReadOnlySpan<byte> original, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        var number = shape.Hash.Hash(subject);
        var start = output.Length;
        if (shape.Part == "country")
        {
            AppendCountry(original, output);
            return;
        }
        for (var attempt = 0; ; attempt++)
        {
            output.Truncate(start);
            WritePart(number, attempt, original, output);
            TextRoom.Cut(output, start, shape.Room);
            if (MayStay || !FoldedText.Equals(output.Written[start..], original)) return;
        }
    }

    private void WritePart(UInt128 number, int attempt, ReadOnlySpan<byte> original, MaskOutput output)
    {
        var stream = new HashStream(number);
        for (var i = 0; i < attempt; i++) _ = stream.Next();
        switch (shape.Part)
        {
            case "line":
                AppendLine(Street(number, attempt), House(number, 0), output);
                break;
            case "street":
                output.Append(Street(number, attempt));
                break;
            case "number":
                AppendNumber(House(number, attempt), output);
                break;
            case "secondary":
                output.Append(shape.Secondaries!.Pick(stream.Next()));
                break;
            case "postal_code":
                new AddressPlace(shape, ref stream).AppendPostalCode(stream, output);
                break;
            case "city":
                output.Append(new AddressPlace(shape, ref stream).City);
                break;
            case "region":
                output.Append(new AddressPlace(shape, ref stream).Region(shape.Regions!.Like(original)));
                break;
            case "full" when shape.Kept != AddressFields.None:
                AppendLine(Street(number, attempt), House(number, 0), output);
                AppendKept(new AddressText(original, shape.Regions!, shape.MayBePerson), new AddressPlace(shape, ref stream), stream, output);
                break;
            default:
                AppendLine(Street(number, attempt), House(number, 0), output);
                output.Append(", "u8);
                AppendTown(new AddressPlace(shape, ref stream), stream, output);
                output.Append(", "u8);
                output.Append(_country);
                break;
        }
    }

    private byte[] Street(UInt128 number, int attempt) =>
        attempt == 0 ? shape.Streets!.Pick((ulong)number) : shape.Streets!.PickNext((ulong)number + ((ulong)(attempt - 1) << 48));

    private static int House(UInt128 number, int attempt) =>
        1 + (Draw.Index((ulong)(number >> 64), AddressShape.HighestNumber) + attempt) % AddressShape.HighestNumber;

    private void AppendTown(AddressPlace place, HashStream stream, MaskOutput output)
    {
        if (!shape.NumberFirst)
        {
            place.AppendPostalCode(stream, output);
            output.Append((byte)' ');
            output.Append(place.City);
            return;
        }
        output.Append(place.City);
        output.Append(", "u8);
        output.Append(place.Region(shape.Regions!.Names));
        output.Append((byte)' ');
        place.AppendPostalCode(stream, output);
    }

    // As the original has its end, with the invented address's town, code or country for what isn't to stay; what it lacks stays away.
    private void AppendKept(AddressText original, AddressPlace place, HashStream stream, MaskOutput output)
    {
        output.Append(original.Separator);
        if (original.City.IsEmpty) AppendTown(place, stream, output);
        else
        {
            var city = Has(AddressFields.City) ? original.City : place.City;
            if (original.CodeIsFirst) AppendCode(original, place, stream, output, after: " "u8);
            output.Append(city);
            if (!original.CodeIsFirst)
            {
                output.Append(original.RegionFollows ? original.Separator : " "u8);
                if (!original.Region.IsEmpty) output.Append(Has(AddressFields.Region) ? original.Region : place.Region(shape.Regions!.Like(original.Region)));
                if (!original.Region.IsEmpty && !original.PostalCode.IsEmpty) output.Append((byte)' ');
                AppendCode(original, place, stream, output, after: default);
            }
        }
        if (original.Country.IsEmpty) return;
        output.Append(original.Separator);
        if (Has(AddressFields.Country)) output.Append(original.Country);
        else AppendCountry(original.Country, output);
    }

    private bool Has(AddressFields field) => (shape.Kept & field) != AddressFields.None;

    private void AppendCode(AddressText original, AddressPlace place, HashStream stream, MaskOutput output, ReadOnlySpan<byte> after)
    {
        if (original.PostalCode.IsEmpty) return;
        if (Has(AddressFields.PostalCode)) output.Append(original.PostalCode);
        else place.AppendPostalCode(stream, output);
        output.Append(after);
    }

    private void AppendLine(ReadOnlySpan<byte> street, int house, MaskOutput output)
    {
        if (shape.NumberFirst)
        {
            AppendNumber(house, output);
            output.Append((byte)' ');
            output.Append(street);
            return;
        }
        output.Append(street);
        output.Append((byte)' ');
        AppendNumber(house, output);
    }

    private void AppendCountry(ReadOnlySpan<byte> original, MaskOutput output)
    {
        var isCode = !original.ContainsAnyExceptInRange((byte)'A', (byte)'Z');
        output.Append((shape.Room ?? int.MaxValue, original.Length, isCode) switch
        {
            (2, _, _) or (_, 2, true) => _alpha2,
            (3, _, _) or (_, 3, true) => _alpha3,
            (var room, _, _) when room < Encoding.UTF8.GetCharCount(_country) => _alpha2,
            _ => _country,
        });
    }

    private static void AppendNumber(int house, MaskOutput output)
    {
        _ = Utf8Formatter.TryFormat(house, output.Reserve(3), out var written);
        output.Advance(written);
    }
}
