namespace CiAnon.Recognition;

/// <summary>What reads as text among bytes that are none, as the program strings finds it.</summary>
internal static class TextInBytes
{
    /// <summary>Random bytes have a run of so many printable characters once in about three thousand places.</summary>
    public const int ShortestRun = 8;

    /// <summary>Overwrites with zeros what lies outside runs of printable ASCII characters.</summary>
    public static void KeepOnly(Span<byte> bytes)
    {
        var start = 0;
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] is >= (byte)' ' and <= (byte)'~' or (byte)'\t' or (byte)'\n' or (byte)'\r') continue;
            if (i - start < ShortestRun) bytes[start..i].Clear();
            if (i < bytes.Length) bytes[i] = 0;
            start = i + 1;
        }
    }
}
