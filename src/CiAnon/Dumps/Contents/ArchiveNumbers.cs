namespace CiAnon.Dumps.Contents;

/// <summary>Writes the archive's integers. Counterpart: WriteInt.</summary>
internal static class ArchiveNumbers
{
    public static void WriteInt(this Stream target, long number, int intSize)
    {
        Span<byte> bytes = stackalloc byte[1 + 8];
        bytes = bytes[..(1 + intSize)];
        bytes[0] = number < 0 ? (byte)1 : (byte)0;
        var magnitude = (ulong)Math.Abs(number);
        for (var i = 1; i <= intSize; i++, magnitude >>= 8) bytes[i] = (byte)magnitude;
        target.Write(bytes);
    }
}
