using System.Text;

namespace CiAnon.Dumps.Archives;

/// <summary>The block before each file of a tar archive. Counterparts: tarCreateHeader, print_tar_number, read_tar_number in tar.c, isValidTarHeader.</summary>
internal static class TarHeader
{
    public const int Size = 512;

    private const byte Binary = 0x80;
    private const byte File = (byte)'0';

    private static readonly Range Name = 0..100;
    private static readonly Range Mode = 100..108;
    private static readonly Range User = 108..116;
    private static readonly Range Group = 116..124;
    private static readonly Range Length = 124..136;
    private static readonly Range Modified = 136..148;
    private static readonly Range Sum = 148..156;
    private const int Type = 156;
    private static readonly Range Magic = 257..262;
    private static readonly Range UserName = 265..297;
    private static readonly Range GroupName = 297..329;
    private static readonly Range DeviceMajor = 329..337;
    private static readonly Range DeviceMinor = 337..345;
    private static readonly Range Prefix = 345..500;

    /// <summary>Bytes between a file's end and the next header.</summary>
    public static int Padding(long length) => (int)(-length & (Size - 1));

    /// <summary>Null where it is damaged, or the header of something that pg_dump doesn't write.</summary>
    public static (string Name, long Length)? Parse(ReadOnlySpan<byte> header)
    {
        if (!header[Magic].SequenceEqual("ustar"u8) || Number(header[Sum]) != SumOf(header) || header[Type] is not (File or 0)) return null;
        var name = header[Name];
        if (name.IndexOf((byte)0) is > 0 and var end) name = name[..end];
        return header[Prefix][0] == 0 && name[0] != 0 && Number(header[Length]) is { } length ? (Encoding.UTF8.GetString(name), length) : null;
    }

    /// <summary>As pg_dump writes it.</summary>
    public static byte[] Make(string name, long length, DateTime? modified)
    {
        var header = new byte[Size];
        Encoding.ASCII.GetBytes(name).CopyTo(header.AsSpan(Name));
        Write(header.AsSpan(Mode), Convert.ToInt32("600", 8));
        Write(header.AsSpan(User), Convert.ToInt32("4000", 8));
        Write(header.AsSpan(Group), Convert.ToInt32("2000", 8));
        Write(header.AsSpan(Length), length);
        Write(header.AsSpan(Modified), modified is { } time ? (long)(time - DateTime.UnixEpoch).TotalSeconds : 0);
        header[Type] = File;
        ("ustar\0"u8 + "00"u8).CopyTo(header.AsSpan(Magic.Start.Value));
        foreach (var range in new[] { UserName, GroupName }) "postgres"u8.CopyTo(header.AsSpan(range));
        foreach (var range in new[] { DeviceMajor, DeviceMinor }) Write(header.AsSpan(range), 0);
        Write(header.AsSpan(Sum), SumOf(header));
        return header;
    }

    // The field itself counts as blanks.
    private static long SumOf(ReadOnlySpan<byte> header)
    {
        long sum = ' ' * header[Sum].Length;
        for (var i = 0; i < Size; i++) sum += i < Sum.Start.Value || i >= Sum.End.Value ? header[i] : 0;
        return sum;
    }

    // Octal digits and a blank; a length of 8 GiB or more has a bit set and then its bytes, most significant first.
    private static void Write(Span<byte> field, long number)
    {
        if (number >= 1L << (3 * (field.Length - 1)))
        {
            for (var i = field.Length - 1; i > 0; i--, number >>= 8) field[i] = (byte)number;
            field[0] = Binary;
            return;
        }
        field[^1] = (byte)' ';
        for (var i = field.Length - 2; i >= 0; i--, number >>= 3) field[i] = (byte)('0' + (number & 7));
    }

    private static long? Number(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if (field[0] == Binary)
        {
            foreach (var digit in field[1..])
            {
                if (number > long.MaxValue >> 8) return null;
                number = (number << 8) | digit;
            }
            return number;
        }
        field = field.TrimStart((byte)' ');
        if (field.IndexOfAny((byte)' ', (byte)0) is >= 0 and var end) field = field[..end];
        if (field.IsEmpty || field.ContainsAnyExceptInRange((byte)'0', (byte)'7')) return null;
        foreach (var digit in field) number = (number << 3) | (long)(digit - '0');
        return number;
    }
}
