using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>Draws the person from the subject, and writes the part that the column shows.</summary>
/// <param name="place">The field of the column that says who it is; -1 before it is known.</param>
internal sealed class PersonMask(PersonShape shape, int place = -1) : Mask
{
    private readonly byte[] _tail = Encoding.ASCII.GetBytes("@" + shape.Domain);

    internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => new PersonMask(shape with { Width = type.MaxLength, IsUnique = isUnique }, place);

    public override bool SeesRow => shape.By is not null;

    // Half of all people have the gender that they had.
    public override bool MayStay => shape.Form is not null;

    public override IReadOnlyList<string> Columns => shape.By is { } by ? [by] : [];

    public override IReadOnlyList<int> Reads => place < 0 ? [] : [place];

    public override Mask For(RowShape row) => shape.By is { } by ? new PersonMask(shape, row.FieldOf(by)) : this;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Write(value, value, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => Write(value, place < 0 || row.IsNull(place) ? value : row[place], output);

    private void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        var who = MailboxReader.Subject(subject);
        if (shape.Part != "email" || MailboxReader.IsPlain(value)) WritePart(value, who, shape.Part, output);
        // Two lists may begin with the same address.
        else if (!WriteMailboxes(value, who, output)) WritePart(value, subject.SequenceEqual(value) ? value : who, shape.Part, output);
    }

    // The first address is the row's person, each further one its own.
    private bool WriteMailboxes(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        var start = output.Length;
        var reader = new MailboxReader(value);
        while (reader.Read())
        {
            if (reader.Kind == MailboxPart.Mark)
            {
                output.Append(reader.Part);
                continue;
            }
            var isAddress = MailboxReader.IsAddress(reader.Part);
            // A name may be an address, and another one than it stands before.
            var address = isAddress ? reader.Part : reader.Address;
            var who = reader.IsFirst && address.SequenceEqual(reader.Address) ? subject : address;
            if (isAddress) WritePart(address, who, "email", output);
            else WriteName(reader.Part, who, output);
        }
        if (!reader.IsBroken && !(Encoding.UTF8.GetCharCount(output.Written[start..]) > shape.Width)) return true;
        output.Truncate(start);
        return false;
    }

    private void WriteName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        WritePart(name, subject, "name", output);
        // Of one address there may be several spellings of the name.
        if (!shape.IsUnique) return;
        output.Append((byte)' ');
        var number = shape.Hash.Hash(name);
        HexText.Append(output, number ^ (number >> 64), shape.Digits);
    }

    private void WritePart(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, string part, MaskOutput output)
    {
        var number = shape.Hash.Hash(subject);
        var isWoman = UInt128.IsOddInteger(number >> 127);
        if (shape.Form is { } form)
        {
            form.Append(value.Trim((byte)' '), isWoman, output);
            return;
        }
        var first = isWoman ? shape.Women : shape.Men;
        var start = output.Length;
        var stream = new HashStream(number);
        do
        {
            output.Truncate(start);
            Write(number, first.Pick(stream.Next()), shape.Last.Pick(stream.Next()), part, output);
        }
        while (FoldedText.Equals(output.Written[start..], value.TrimEnd((byte)' ')));
    }

    private void Write(UInt128 number, ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, string part, MaskOutput output)
    {
        var start = output.Length;
        switch (part)
        {
            case "first_name":
                output.Append(first);
                break;
            case "last_name":
                output.Append(last);
                break;
            case "name":
                output.Append(shape.FamilyFirst ? last : first);
                output.Append((byte)' ');
                output.Append(shape.FamilyFirst ? first : last);
                break;
            case "initials":
                AppendFirst(first, output);
                AppendFirst(last, output);
                break;
            default:
                AppendAddress(first, last, output);
                break;
        }
        TextRoom.Cut(output, start, shape.Room);
        if (part is not ("username" or "email")) return;
        if (shape.Digits > 0)
        {
            output.Append((byte)'_');
            HexText.Append(output, number ^ (number >> 64), shape.Digits);
        }
        if (part == "email") output.Append(_tail);
    }

    private static void AppendAddress(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, MaskOutput output)
    {
        var start = output.Length;
        Transliteration.AppendSlug(output, first);
        var dot = output.Length;
        output.Append((byte)'.');
        Transliteration.AppendSlug(output, last);
        // Names in other alphabets have no letters here.
        if (dot > start && output.Length > dot + 1) return;
        output.Truncate(start);
        output.Append("user"u8);
    }

    private static void AppendFirst(ReadOnlySpan<byte> name, MaskOutput output)
    {
        _ = Rune.DecodeFromUtf8(name, out _, out var length);
        output.Append(name[..length]);
    }
}
